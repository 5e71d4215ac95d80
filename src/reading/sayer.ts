import type { ClaimWord } from './claim-words.ts';
import type { Grammar } from './grammar.ts';
import { isTitle } from './titles.ts';

/** Who says something: the words of the name, in order. */
export type Sayer = readonly ClaimWord[];

/** Verbs that do nothing but say who says it; other cues have objects of their own ("praised", "called"). */
const SAYS =
  /^(?:said|says|told|tells|added|adds|stated|states|warned|warns|claimed|claims|insisted|insists|announced|announces|explained|explains|argued|argues|noted|notes|wrote|writes|admitted|admits|promised|promises|vowed|vows|sagte|sagt|erklärte|erklärt|betonte|betont|sagten|kündigte|сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|отметила|добавил|добавила|подчеркнул|подчеркнула|рассказал|рассказала|пообещал|пообещала|считает|деді|айтты|мәлімдеді|хабарлады|атап|уәде)$/u;

/** The name beside a verb of saying ("Holm said", "сказал Берг"), or behind "according to". */
export function sayerOf(words: readonly ClaimWord[], grammar: Grammar): Sayer {
  for (const [at, { lower }] of words.entries()) {
    if (isAccording(words, at, grammar)) {
      const length =
        grammar.according.get(lower)?.find((phrase) => phrase.every((part, next) => words[at + next]?.lower === part))
          ?.length ?? 1;
      const name = nameFrom(words, at + length);
      if (name.length > 0) return name;
    }
    if (!SAYS.test(lower)) continue;
    const before = nameBefore(words, at);
    const inverted = words[at - 1]?.stopped ?? true;
    const name = before.length > 0 || !inverted ? before : nameFrom(words, at + 1);
    if (name.length > 0) return name;
  }
  return [];
}

function isAccording(words: readonly ClaimWord[], at: number, { according }: Grammar): boolean {
  const phrases = according.get(words[at]?.lower ?? '') ?? [];
  return phrases.some((phrase) => phrase.every((part, next) => words[at + next]?.lower === part));
}

function nameBefore(words: readonly ClaimWord[], at: number): Sayer {
  let start = at;
  while (start > 0 && isNameWord(words[start - 1]) && (start === at || words[start - 1]?.stopped !== true)) start -= 1;
  return words.slice(start, at).filter(({ text }) => !isTitle(text));
}

/** Titles may stand between the verb and the name. */
function nameFrom(words: readonly ClaimWord[], at: number): Sayer {
  let start = at;
  while (start < at + 4 && isTitle(words[start]?.text ?? '')) start += 1;
  let end = start;
  while (isNameWord(words[end]) && (end === start || words[end - 1]?.stopped !== true)) end += 1;
  return words.slice(start, end).filter(({ text }) => !isTitle(text));
}

function isNameWord(word: ClaimWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text) && word.content;
}

export function isSayingVerb(lower: string): boolean {
  return SAYS.test(lower);
}
