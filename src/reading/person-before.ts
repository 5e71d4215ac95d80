import type { Span } from '../news/quote.ts';
import type { Grammar } from './grammar.ts';
import { isOblique } from './role-before.ts';
import { isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

/** Between a name and its office stand so many words at most. */
const LONGEST_FIELD = 7;

/**
 * "На заседании президент Норландии Рольф Берг подчеркнул": the person who stands right before a Russian verb, behind
 * words that a preposition opens; the name with the office before it, or the office alone. `words`: those before the verb.
 */
export function personBefore(words: readonly Word[], grammar: Grammar): Span | undefined {
  let end = words.length;
  while (end > 0 && !isCapitalised(words[end - 1]) && grammar.auxiliaries.has(words[end - 1]?.lower ?? '')) end -= 1;
  let from = end;
  while (from > 0 && isCapitalised(words[from - 1])) from -= 1;
  const last = words[end - 1];
  if (last === undefined || from === 0) return undefined;
  if (from === end) return isOffice(last) ? { start: last.start, end: last.end } : undefined;
  // "В Астане Ида Хольм": the first name belongs to the preposition.
  if (grammar.prepositions.has(words[from - 1]?.lower ?? '')) {
    if (end - from < 3) return undefined;
    from += 1;
  }
  const first = words[officeBefore(words, from, grammar) ?? from];
  return first && { start: first.start, end: last.end };
}

/** Index of the office that a name which begins at `from` has before it: "министр портов", "представитель фонда «Мост»". */
function officeBefore(words: readonly Word[], from: number, grammar: Grammar): number | undefined {
  for (let at = from - 1; at >= 0 && from - at <= LONGEST_FIELD; at -= 1) {
    const word = words[at];
    if (word === undefined || (word.isMark && !/^[«»]$/u.test(word.text))) return undefined;
    if (isOffice(word)) return at;
    if (word.lower !== 'по' && (grammar.prepositions.has(word.lower) || grammar.boundaries.has(word.lower)))
      return undefined;
  }
  return undefined;
}

function isOffice(word: Word): boolean {
  return isTitle(word.text) && !isOblique(word);
}
