import type { Grammar } from './grammar.ts';
import { isFiniteVerb } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/** The subject of such a verb is not longer than this many words. */
const LONGEST_LEAD = 7;

/**
 * An English verb that no table has as one of saying, where it follows an open-ended quote with nothing but its subject
 * between ("…,” Holm fumed", "…!” scoffed Holm"). Its index; -1 where none stands there.
 */
export function unlistedVerb(words: readonly Word[], grammar: Grammar): number {
  const [first, second] = words;
  if (grammar.language !== 'en' || first === undefined) return -1;
  if (/^\p{Ll}{2,}ed$/u.test(first.text)) return isCapitalised(second) ? 0 : -1;
  if (!mayOpenSubject(first, grammar)) return -1;
  const verb = words.findIndex((word, at) => at > 0 && !isCapitalised(word) && isFiniteVerb(words, at, grammar));
  if (verb < 1 || verb > LONGEST_LEAD || !/ed$/u.test(words[verb]?.lower ?? '')) return -1;
  return words.slice(0, verb).every((word) => !word.isMark && !grammar.boundaries.has(word.lower)) ? verb : -1;
}

function mayOpenSubject(word: Word, grammar: Grammar): boolean {
  if (grammar.conjunctions.has(word.lower) || grammar.boundaries.has(word.lower)) return false;
  return isCapitalised(word) || grammar.determiners.has(word.lower) || grammar.pronouns.has(word.lower);
}

/** "Holm, the mayor, Tweeted": a headline's capital on a verb in the past. */
export function isShouted(words: readonly Word[], at: number): boolean {
  return at > 0 && words[at - 1]?.text === ',' && /^(?:Said|\p{Lu}\p{Ll}{2,}ed)$/u.test(words[at]?.text ?? '');
}
