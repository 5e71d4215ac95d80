import { comparedStems, shinglesOf } from './shingles.ts';

/** Texts are near-duplicates from this share on; what two reports of one event have in common stays well below. */
export const NEAR_DUPLICATE_SHARE = 0.6;

/**
 * The share, from 0 to 1, of the shorter text's words that stand in the other one beside the same neighbour: Broder's
 * containment, counted in words rather than in shingles, so that one exchanged word costs one word. Words are
 * compared without endings, word order within a pair is free, and function words do not count. A story that was cut
 * to half is contained in the whole and has 1. 0 where a text has fewer than two words to compare.
 */
export function sharedWords(one: string, other: string): number {
  return wordsSharedWith(one)(other);
}

/** The same for one text and many others: it is taken apart once. */
export function wordsSharedWith(one: string): (other: string) => number {
  const own = comparedStems(one);
  return (other) => {
    const [shorter = [], longer = []] = [own, comparedStems(other)].sort(
      (a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1),
    );
    const known = new Set(shinglesOf(longer));
    const shared = new Set<number>();
    for (const [at, shingle] of shinglesOf(shorter).entries()) if (known.has(shingle)) shared.add(at).add(at + 1);
    return shorter.length === 0 ? 0 : shared.size / shorter.length;
  };
}

/**
 * With 24 bands of two rows, texts that share four of ten shingles meet in a band with 98.5 percent, three of ten with
 * 90, and texts that share one in a hundred with 0.2: 1 - (1 - s²)^24.
 */
const BANDS = 24;
const ROWS = 2;

/**
 * The keys under which a text's near-duplicates are found in an index: integers below 2^52, one a band; texts are
 * candidates where they have one in common. MinHash (Broder 1997) over the shingles, banded for look-up
 * (Indyk and Motwani 1998; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3). The same text
 * has the same keys in every process; a text of fewer than two words to compare has none.
 */
export function likenessBands(text: string): number[] {
  const shingles = [...new Set(shinglesOf(comparedStems(text)))].map(hashOf);
  if (shingles.length === 0) return [];
  const least = minima(shingles);
  return Array.from({ length: BANDS }, (_, band) => bandKey(band, least));
}

/** The least value of each hash function over all shingles. */
function minima(hashes: readonly number[]): Uint32Array {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const hash of hashes) {
    for (let row = 0; row < least.length; row += 1) {
      const value = mixed(hash ^ Math.imul(row + 1, 0x9e3779b1));
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return least;
}

/** Two of the 32 bits of a row are told by 20 bits more: a key stays an exact integer. */
function bandKey(band: number, least: Uint32Array): number {
  let high = Math.imul(band + 1, 0x85ebca6b);
  let low = Math.imul(band + 1, 0xc2b2ae35);
  for (let row = band * ROWS; row < (band + 1) * ROWS; row += 1) {
    high = mixed(high ^ (least[row] ?? 0));
    low = mixed(low + (least[row] ?? 0));
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3 (Appleby): every bit of the result depends on every bit given. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
