import { isSlogan } from './german-quote-test.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { wordsIn } from './words.ts';

/** A name in marks is not longer than this, in UTF-16 units. */
const LONGEST_NAME = 40;

/** A capital, and three words at most. */
const NAME = /^\p{Lu}[\p{L}\p{N}’'′.-]*(?: [\p{L}\p{N}’'′-]+){0,2}$/u;

/** A name in marks inside a sentence: "глава фонда «Мост»", "Edgar “Bear” Lindt". It is no quote and parts no cue. */
export function isNameInMarks(text: string, { start, end, closed }: MarkedStretch, grammar: Grammar): boolean {
  if (!closed || end - start >= LONGEST_NAME) return false;
  const inner = text.slice(start, end);
  if (!NAME.test(inner) || isSpoken(text, end, grammar)) return false;
  const before = /(?<![\p{L}-])(\p{L}[\p{L}-]{0,40}) .$/u.exec(text.slice(Math.max(0, start - 44), start))?.[1];
  const word = before?.toLowerCase() ?? '';
  // German nouns have capitals: only what stands behind one ("das Magazin „Der Weg“") is surely a name.
  if (grammar.language === 'de' && (!/^\p{Lu}/u.test(before ?? '') || isSlogan(text, { start, end }))) return false;
  // "a hat and “Ida Holm” pins"
  if (/^(?:and|or)$/u.test(word) && /^\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*)* ?$/u.test(inner)) return true;
  return (
    before !== undefined && !grammar.cues.has(word) && !grammar.boundaries.has(word) && !grammar.prepositions.has(word)
  );
}

/** "Holm «Қақпаны ашамыз» деді": where verbs close sentences, one behind the mark makes a quote of it. */
function isSpoken(text: string, end: number, grammar: Grammar): boolean {
  if (grammar.quotatives.size === 0) return false;
  const next = wordsIn(text, { start: end + 1, end: Math.min(text.length, end + 40) }).find((word) => !word.isMark);
  return next !== undefined && (grammar.quotatives.has(next.lower) || grammar.cues.has(next.lower));
}
