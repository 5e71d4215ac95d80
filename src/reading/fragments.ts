import type { ClaimWord } from './claim-words.ts';
import { type Passages, pairOf } from './passages.ts';

/** How much of a claim stands in the article as it is. */
export interface Fragments {
  /** Words of the longest stretch that the article has word for word. */
  readonly longest: number;
  /** The stretches' mean length, each weighted by its words. */
  readonly density: number;
  /** Share of three words in a row that the article does not have. */
  readonly newTriples: number;
  /** How many two words in a row come twice in the claim, as in texts that a model repeats. */
  readonly repeated: number;
}

/** The stretches of words that a claim has from the article, longest first from the left. Method: Grusky et al. 2018. */
export function fragmentsOf(passages: Passages, words: readonly ClaimWord[]): Fragments {
  let at = 0;
  let longest = 0;
  let squares = 0;
  while (at < words.length) {
    const length = Math.max(1, stretchFrom(passages, words, at));
    if (length > 1 || passages.having.has(words[at]?.lemma ?? '')) {
      longest = Math.max(longest, length);
      squares += length * length;
    }
    at += length;
  }
  const triples = Array.from({ length: Math.max(0, words.length - 2) }, (_, from) =>
    stretchFrom(passages, words, from),
  );
  return {
    longest,
    density: squares / Math.max(1, words.length),
    newTriples: triples.filter((length) => length < 3).length / Math.max(1, triples.length),
    repeated: repetitions(words),
  };
}

/** How many words from `from` on follow one another in the article, too; 0 for less than two. */
function stretchFrom({ all, pairs }: Passages, words: readonly ClaimWord[], from: number): number {
  let longest = 0;
  for (const { passage, word } of pairs.get(pairOf(words[from]?.lemma, words[from + 1]?.lemma)) ?? []) {
    const own = all[passage]?.words ?? [];
    let length = 2;
    while (words[from + length] !== undefined && words[from + length]?.lemma === own[word + length]?.lemma) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

function repetitions(words: readonly ClaimWord[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [one, other] = [words[at], words[at + 1]];
    const pair = pairOf(one?.lemma, other?.lemma);
    if (seen.has(pair) && (one?.content === true || other?.content === true)) count += 1;
    seen.add(pair);
  }
  return count;
}
