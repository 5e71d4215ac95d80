import { datesIn } from './dates.ts';
import type { Fault } from './fault.ts';
import { numbersIn } from './numbers.ts';
import { sameNumber } from './same-number.ts';
import { unmatchedNames } from './translated-names.ts';

/** Whether a translation keeps what no translation may change. `at` is a place in the translation. */
export type TranslationCheck = { readonly supported: true } | (Fault & { readonly supported: false });

/** Smaller counts in words are often put otherwise ("both", "a pair"). */
const LEAST_IN_WORDS = 3;

/**
 * Whether the numbers, the months and weekdays and the names of a text survive its translation, and no others come in.
 * Numbers match in digits and words and in either language's format, names across scripts and case endings, countries
 * and capitals by what they name. Languages as ISO 639-1 codes; made for English, Russian and Kazakh.
 */
export function checkTranslation(
  original: string,
  originalLanguage: string,
  translated: string,
  language: string,
): TranslationCheck {
  const fault =
    otherNumber(original, originalLanguage, translated, language) ??
    otherDate(original, translated) ??
    unmatchedNames({ text: original, language: originalLanguage }, { text: translated, language });
  return fault === undefined ? { supported: true } : { supported: false, ...fault };
}

function otherNumber(original: string, from: string, translated: string, to: string): Fault | undefined {
  const [ours, theirs] = [numbersIn(translated, to), numbersIn(original, from)];
  const added = ours.find(
    (number) =>
      (number.inDigits || number.value >= LEAST_IN_WORDS) && !theirs.some((found) => sameNumber(number, found)),
  );
  if (added !== undefined) return { why: 'number', claim: added.text, at: { start: added.start, end: added.end } };
  const lost = theirs.find(
    (number) => (number.inDigits || number.value >= LEAST_IN_WORDS) && !ours.some((found) => sameNumber(number, found)),
  );
  return lost === undefined ? undefined : { why: 'number', claim: lost.text, at: { start: 0, end: translated.length } };
}

/** Months and weekdays, both ways. */
function otherDate(original: string, translated: string): Fault | undefined {
  const [ours, theirs] = [datesIn(translated), datesIn(original)];
  const isSame = (one: (typeof ours)[number], other: (typeof ours)[number]): boolean =>
    one.month === other.month && one.weekday === other.weekday;
  const added = ours.find((date) => isNamed(date) && !theirs.some((found) => isSame(date, found)));
  if (added !== undefined) return { why: 'date', claim: added.text, at: { start: added.start, end: added.end } };
  const lost = theirs.find((date) => isNamed(date) && !ours.some((found) => isSame(date, found)));
  return lost === undefined ? undefined : { why: 'date', claim: lost.text, at: { start: 0, end: translated.length } };
}

function isNamed({
  month,
  weekday,
}: {
  readonly month: number | undefined;
  readonly weekday: number | undefined;
}): boolean {
  return month !== undefined || weekday !== undefined;
}
