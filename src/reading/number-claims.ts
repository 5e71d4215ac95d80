import type { Span } from '../news/quote.ts';
import type { Evidence } from './evidence.ts';
import { plainText } from './evidence.ts';
import type { Fault } from './fault.ts';
import { type NumberInText, numbersIn } from './numbers.ts';
import { sameNumber } from './same-number.ts';

/** "One", "first", "both" are mostly no counts. */
const LEAST_IN_WORDS = 3;

/** The first number of a sentence that the article does not give. `sure`: places of the sentence that are checked. */
export function unfoundNumber(
  evidence: Evidence,
  sentence: string,
  language: string,
  sure: readonly Span[],
): Fault | undefined {
  for (const number of numbersIn(sentence, language)) {
    if (sure.some(({ start, end }) => start <= number.start && number.start < end)) continue;
    if (number.value === 0 || (!number.inDigits && number.value < LEAST_IN_WORDS && !number.percent)) continue;
    if (isSupportedNumber(evidence, number)) continue;
    return { why: 'number', claim: number.text, at: { start: number.start, end: number.end } };
  }
  return undefined;
}

/** Digits of no known format, and shares in words, may stand there as they are. */
function isSupportedNumber(evidence: Evidence, number: NumberInText): boolean {
  if (evidence.numbers.some((found) => sameNumber(number, found))) return true;
  if (evidence.time.years.has(number.value) && number.value > 1500) return true;
  return (
    number.inDigits !== number.percent &&
    number.currency === undefined &&
    evidence.plain.includes(plainText(number.text))
  );
}
