import { foldWord } from '../news/word-forms.ts';

/** Endings of names in Russian and Kazakh have at most so many letters. */
const ENDING = 3;
const SHORTEST = 4;

/** True where two words may be forms of one name. */
export function isSameName(one: string, other: string): boolean {
  const [short = '', long = ''] = [foldWord(one), foldWord(other)].sort((a, b) => a.length - b.length);
  if (short.length < SHORTEST) return long === short || (long.startsWith(short) && long.length - short.length <= 2);
  const shared = Math.max(SHORTEST, short.length - (/^\p{Script=Cyrillic}/u.test(short) ? ENDING : 1));
  return long.slice(0, shared) === short.slice(0, shared) && long.length - short.length <= ENDING + 1;
}
