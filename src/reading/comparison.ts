import { type Change, changesBetween } from './changes.ts';
import type { ClaimWord } from './claim-words.ts';
import { nearestPassage, type Passage, type Passages } from './passages.ts';
import { changedSlots, type Slot } from './slots.ts';

/** A claim held against the passages that it most likely comes from. */
export interface Comparison {
  readonly passages: Passages;
  readonly words: readonly ClaimWord[];
  /** Its content words, each lemma once. */
  readonly distinct: readonly ClaimWord[];
  /** The passage that shares most with the claim, and the one that has most of what this one lacks. */
  readonly nearest: Passage;
  readonly second: Passage | undefined;
  /** The lemmas of both. */
  readonly together: ReadonlySet<string>;
  /** The words of the nearest passage and of its neighbours. */
  readonly around: readonly ClaimWord[];
  /** What the claim changes of the nearest passage, and the share of its words that it has from there, in order. */
  readonly changes: readonly Change[];
  readonly likeness: number;
  readonly slots: readonly Slot[];
}

/** Undefined where the article shares no content word with the claim. */
export function compare(passages: Passages, words: readonly ClaimWord[]): Comparison | undefined {
  const content = words.filter((word) => word.content);
  const at = nearestPassage(passages, content);
  const nearest = passages.all[at ?? -1];
  if (at === undefined || nearest === undefined) return undefined;
  const distinct = [...new Map(content.map((word) => [word.lemma, word])).values()];
  const second = secondPassage(passages, distinct, at);
  const changes = changesBetween(words, nearest);
  const changed = changes.reduce((sum, { claimed }) => sum + claimed.length, 0);
  return {
    passages,
    words,
    distinct,
    nearest,
    second,
    together: second === undefined ? nearest.lemmas : nearest.lemmas.union(second.lemmas),
    around: [passages.all[at - 1], nearest, passages.all[at + 1]].flatMap((passage) => passage?.words ?? []),
    changes,
    likeness: 1 - changed / words.length,
    slots: changedSlots(passages, words, at),
  };
}

/** A neighbour of the nearest passage is preferred by so much. */
const BESIDE = 0.5;

function secondPassage(
  { all, having }: Passages,
  distinct: readonly ClaimWord[],
  nearest: number,
): Passage | undefined {
  const shared = new Map<number, number>();
  for (const { lemma } of distinct) {
    if (all[nearest]?.lemmas.has(lemma) === true) continue;
    for (const at of having.get(lemma) ?? [])
      shared.set(at, (shared.get(at) ?? (Math.abs(at - nearest) === 1 ? BESIDE : 0)) + 1);
  }
  const [best] = [...shared].sort(([one, ones], [other, others]) => others - ones || one - other);
  return best === undefined ? undefined : all[best[0]];
}
