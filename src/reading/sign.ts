import type { ClaimWord } from './claim-words.ts';
import { isMeantBy, type Words } from './word-meaning.ts';

/** How strongly a sign shows, and the words that show it. */
export interface Sign {
  readonly strength: number;
  readonly words: readonly ClaimWord[];
}

/** A sign that counts the words that show it. */
export function counted(words: readonly ClaimWord[]): Sign {
  return { strength: words.length, words };
}

/** The words for which the passage has neither the same nor one that may stand for it. */
export function unmet(distinct: readonly ClaimWord[], lemmas: Words): ClaimWord[] {
  return distinct.filter(({ lemma, part }) => {
    if (lemmas.has(lemma)) return false;
    return part === 'name' || part === 'figure' || !isMeantBy(lemma, lemmas);
  });
}
