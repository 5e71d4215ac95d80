import type { ClaimWord } from './claim-words.ts';
import type { Passage } from './passages.ts';

/** A stretch of a claim and what the passage has in its place; either may be empty. */
export interface Change {
  readonly claimed: readonly ClaimWord[];
  readonly instead: readonly ClaimWord[];
  /** The claim's word behind it, where it has one. */
  readonly next: ClaimWord | undefined;
}

/** What a claim changes of a passage, in order: the two are aligned by the words that they share. */
export function changesBetween(claim: readonly ClaimWord[], { words }: Passage): Change[] {
  const best = alignment(claim, words);
  const changes: Change[] = [];
  let [claimed, instead]: [ClaimWord[], ClaimWord[]] = [[], []];
  let [row, column] = [0, 0];
  const close = (): void => {
    if (claimed.length + instead.length > 0) changes.push({ claimed, instead, next: claim[row] });
    [claimed, instead] = [[], []];
  };
  while (row < claim.length || column < words.length) {
    const [one, other] = [claim[row], words[column]];
    if (one !== undefined && other !== undefined && isShared(one, other)) {
      close();
      row += 1;
      column += 1;
    } else if (other === undefined || (one !== undefined && at(best, row + 1, column) >= at(best, row, column + 1))) {
      if (one !== undefined) claimed.push(one);
      row += 1;
    } else {
      instead.push(other);
      column += 1;
    }
  }
  close();
  return changes;

  function isShared(one: ClaimWord, other: ClaimWord): boolean {
    return one.lemma === other.lemma && at(best, row, column) === at(best, row + 1, column + 1) + weightOf(one);
  }
}

function at(table: readonly Int16Array[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

function weightOf({ content }: ClaimWord): number {
  return content ? 4 : 2;
}

/** The greatest weight of shared words in order, from each pair of places on (longest common subsequence). */
function alignment(claim: readonly ClaimWord[], words: readonly ClaimWord[]): Int16Array[] {
  const table = Array.from({ length: claim.length + 1 }, () => new Int16Array(words.length + 1));
  for (let row = claim.length - 1; row >= 0; row -= 1) {
    const own = table[row];
    const one = claim[row];
    if (own === undefined || one === undefined) continue;
    for (let column = words.length - 1; column >= 0; column -= 1) {
      own[column] =
        one.lemma === words[column]?.lemma
          ? at(table, row + 1, column + 1) + weightOf(one)
          : Math.max(at(table, row + 1, column), at(table, row, column + 1));
    }
  }
  return table;
}
