import type { ArticleStatus } from './article.ts';

/** A stored article that a text is like, and in what. */
export interface Likeness {
  readonly id: number;
  readonly headline: string;
  readonly status: ArticleStatus;
  readonly sameAddress: boolean;
  readonly sameText: boolean;
  readonly sameHeadline: boolean;
  /** How many of a hundred words the shorter text shares with the other; undefined where they are not near-duplicates. */
  readonly sharedPercent: number | undefined;
}

/** True where the text would be told a second time; a headline alone may come back. */
export function isRepeat({ sameAddress, sameText, sharedPercent }: Likeness): boolean {
  return sameAddress || sameText || sharedPercent !== undefined;
}

/** The strongest first: the address, the text, then the most words; of two alike the newer. */
export function byStrength(one: Likeness, other: Likeness): number {
  return strength(other) - strength(one) || other.id - one.id;
}

function strength({ sameAddress, sameText, sameHeadline, sharedPercent = 0 }: Likeness): number {
  return Number(sameAddress) * 1000 + Number(sameText) * 500 + sharedPercent * 2 + Number(sameHeadline);
}
