import type { Comparison } from './comparison.ts';
import weights from './data/deed-weights.json' with { type: 'json' };
import { type SignName, type Signs, signsOf } from './deed-signs.ts';
import type { Fault } from './fault.ts';

const SIGNS = Object.keys(weights.signs).filter((name): name is SignName => name in weights.signs);
/** Signs that point at words, surest first. */
const POINTING: readonly SignName[] = [
  'oppositeInPlace',
  'otherBeginning',
  'opposite',
  'otherMeasure',
  'otherFigure',
  'oneChanged',
  'oneForeign',
  'denial',
  'grave',
  'otherGender',
  'newNamePair',
  'newField',
  'newTime',
  'nameApart',
  'outlier',
];

/**
 * Whether an English sentence made of the article's own names and numbers ties them to a deed that the article does not
 * have: a sum of weighted signs, fitted by logistic regression (docs/reading/faithfulness.md), against a bound.
 */
export function unfoundDeed(comparison: Comparison, sentence: string): Fault | undefined {
  const signs = signsOf(comparison);
  return doubtOf(signs) < weights.doubtFrom ? undefined : faultOf(sentence, signs);
}

export function doubtOf(signs: Signs): number {
  return SIGNS.reduce((sum, name) => sum + weights.signs[name] * signs[name].strength, 0);
}

/** The word that the surest sign points at; the whole sentence where none does. */
function faultOf(sentence: string, signs: Signs): Fault {
  const word = POINTING.map((name) => signs[name].words[0]).find((first) => first !== undefined);
  const at = word === undefined ? { start: 0, end: sentence.length } : { start: word.start, end: word.end };
  return { why: 'deed', claim: sentence.slice(at.start, at.end), at };
}
