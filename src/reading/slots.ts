import type { ClaimWord } from './claim-words.ts';
import type { Passages } from './passages.ts';

/** A content word of a claim whose neighbours stand near one another in the article, and what stands there between them. */
export interface Slot {
  readonly word: ClaimWord;
  readonly between: readonly ClaimWord[];
}

/** So many words more than in the claim may part the neighbours in the article. */
const LOOSE = 3;

/** The words that a claim has where the article has others: each stands between two words that frame others there. */
export function changedSlots(passages: Passages, words: readonly ClaimWord[], nearest: number): Slot[] {
  const content = [...words.entries()].filter(([, word]) => word.content);
  return content.slice(1, -1).flatMap(([, word], before) => {
    const [left, right] = [content[before], content[before + 2]];
    if (left === undefined || right === undefined) return [];
    const between = framed(passages, [left[1], word, right[1]], right[0] - left[0] + LOOSE, nearest);
    return between === undefined ? [] : [{ word, between }];
  });
}

/** What stands between the outer two, in the nearest passage where it has them; undefined where they are nowhere so near, or where the word stands between them. */
function framed(
  { all, having }: Passages,
  [left, word, right]: readonly [ClaimWord, ClaimWord, ClaimWord],
  longest: number,
  nearest: number,
): readonly ClaimWord[] | undefined {
  let found: readonly ClaimWord[] | undefined;
  for (const place of having.get(left.lemma) ?? []) {
    const passage = all[place];
    if (passage === undefined || !passage.lemmas.has(right.lemma)) continue;
    let last = Number.NEGATIVE_INFINITY;
    for (const [at, { lemma }] of passage.words.entries()) {
      if (lemma === right.lemma && at - last <= longest) {
        const between = passage.words.slice(last + 1, at);
        if (between.some((other) => other.lemma === word.lemma)) return undefined;
        found = place === nearest ? between : (found ?? between);
      }
      if (lemma === left.lemma) last = at;
    }
  }
  return found;
}
