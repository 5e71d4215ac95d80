import { namesApart, newNamePairs, outlierOf } from './company.ts';
import type { Comparison } from './comparison.ts';
import weights from './data/deed-weights.json' with { type: 'json' };
import { fragmentsOf } from './fragments.ts';
import { counted, type Sign, unmet } from './sign.ts';
import { copySigns } from './signs-of-copying.ts';
import { meaningSigns } from './signs-of-meaning.ts';
import { pronounSigns } from './signs-of-pronouns.ts';

export type SignName = keyof typeof weights.signs;

export type Signs = Readonly<Record<SignName, Sign>>;

/** A longer stretch from the article tells no more. */
const LONG_ENOUGH = 20;

/** What speaks for or against a claim's being made up of the article's own words. All are 0 where there is nothing of it. */
export function signsOf(comparison: Comparison): Signs {
  const { passages, words, distinct, nearest, together } = comparison;
  const fragments = fragmentsOf(passages, words);
  const outlier = outlierOf(passages, distinct);
  const unlike = unmet(distinct, nearest.lemmas);
  return {
    unlikeNearest: { strength: unlike.length / Math.max(1, distinct.length), words: [] },
    verbsUnlike: { ...counted(unmet(distinct, together).filter(({ part }) => part === 'verb')), words: [] },
    newTriples: { strength: fragments.newTriples, words: [] },
    longest: { strength: Math.min(LONG_ENOUGH, fragments.longest), words: [] },
    longestShare: { strength: fragments.longest / Math.max(1, words.length), words: [] },
    repeated: { strength: fragments.repeated, words: [] },
    outlier: { strength: outlier.share, words: outlier.word === undefined ? [] : [outlier.word] },
    nameApart: counted(namesApart(passages, words)),
    newNamePair: counted(newNamePairs(passages, words)),
    ...copySigns(comparison),
    ...meaningSigns(comparison),
    ...pronounSigns(comparison),
  };
}
