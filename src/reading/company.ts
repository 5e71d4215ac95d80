import type { ClaimWord } from './claim-words.ts';
import { type Passages, pairOf } from './passages.ts';
import { isBroad } from './word-meaning.ts';

/** A passage beside the word's own counts by so much. */
const BESIDE = 0.25;
const NAMES_AND_FIGURES = 1.5;
const BROAD_WORDS = 0.5;

/** The word of a claim that stands furthest from the rest of it. */
export interface Outlier {
  readonly word: ClaimWord | undefined;
  /** The share of the claim that the best passage with that word has. */
  readonly share: number;
}

/** Of the words that the article has, the one whose passages share least with the claim. */
export function outlierOf({ all, having }: Passages, distinct: readonly ClaimWord[]): Outlier {
  const whole = distinct.reduce((sum, word) => sum + weightOf(word), 0) || 1;
  const shares = new Float64Array(all.length);
  for (const word of distinct)
    for (const at of having.get(word.lemma) ?? []) shares[at] = (shares[at] ?? 0) + weightOf(word) / whole;
  const shareAt = (at: number): number =>
    (shares[at] ?? 0) + BESIDE * Math.max(shares[at - 1] ?? 0, shares[at + 1] ?? 0);
  const known = distinct.flatMap((word) => {
    const places = having.get(word.lemma);
    return places === undefined ? [] : [{ word, share: Math.max(...places.map(shareAt)) }];
  });
  const least = known.reduce<Outlier | undefined>(
    (worst, one) => (worst === undefined || one.share < worst.share ? one : worst),
    undefined,
  );
  return least ?? { word: undefined, share: 0 };
}

function weightOf({ part, lemma }: ClaimWord): number {
  if (part === 'name' || part === 'figure') return NAMES_AND_FIGURES;
  return isBroad(lemma) ? BROAD_WORDS : 1;
}

/** Names that stand beside a word in the claim and in no passage together with it, though the article has both. */
export function namesApart({ all, having }: Passages, words: readonly ClaimWord[]): ClaimWord[] {
  const content = words.filter((word) => word.content);
  const isApart = (one: ClaimWord, other: ClaimWord | undefined): boolean => {
    if (other === undefined || (one.part === 'name') === (other.part === 'name') || one.lemma === other.lemma)
      return false;
    const places = having.get(one.lemma);
    return (
      places !== undefined && having.has(other.lemma) && !places.some((at) => all[at]?.lemmas.has(other.lemma) === true)
    );
  };
  return content.flatMap((word, at) => {
    const [next, later] = [content[at + 1], content[at + 2]];
    return [next, later].filter((other) => isApart(word, other)).map(() => word);
  });
}

/** Names that follow one another in the claim and nowhere in the article: a first name with another's last. */
export function newNamePairs({ pairs }: Passages, words: readonly ClaimWord[]): ClaimWord[] {
  return words.filter((word, at) => {
    const next = words[at + 1];
    return word.part === 'name' && !word.stopped && next?.part === 'name' && !pairs.has(pairOf(word.lemma, next.lemma));
  });
}
