import type { WeighedSentence } from './extract-choice.ts';
import { contentWords, wordCount, wordPairs } from './extract-words.ts';
import { pointsBack } from './standing-alone.ts';

/**
 * How much each sign says. They are the middles of wide ranges, and the curves below are means over ranges: on the
 * development data the best single setting of one half was no better on the other half than a middling one.
 */
const WEIGHT = { position: 4.5, content: 0.35, pair: 0.25, number: 0.25 } as const;
/** What is taken off for what sentences of summaries seldom have. */
const LOSS = { pointsBack: 0.4, far: 0.4, short: 0.4, colon: 0.3, firstPerson: 0.2 } as const;

/** A shorter sentence says little, in words. */
const SHORT = 12;
/** Behind so many sentences reports turn to background. */
const FAR = 6;
/** How often the words of the first sentence and of the headline count, against once for a word of any other sentence. */
const LEDE = 2.5;
const HEADLINE = 2;

const FIRST_PERSON = /(?<!\p{L})(?:I|I['’]m|we|you|your|my|our|me|я|мы|нас|нам|мой|наш|ich|wir|uns|мен|біз)(?!\p{L})/u;

/**
 * Weighs sentences by where they stand, by how often their words stand in the article, and by the pairs of words that
 * other sentences have too; words of the headline and the lede count more. After Luhn (1958), Edmundson (1969), and
 * Gillick and Favre (2009) for the pairs.
 */
export function weigherOf(
  sentences: readonly string[],
  headline: string,
): (text: string, at: number) => WeighedSentence {
  const words = wordCounts(sentences, headline);
  const pairs = countsOf(sentences.map(wordPairs));
  return (text, at) => {
    const content = contentWords(text);
    const share = WEIGHT.content / Math.sqrt(Math.max(1, content.length));
    const contents = new Map(content.map((word) => [word, share * worthOf(words.get(word) ?? 0)]));
    const near = WEIGHT.pair / (1 + at * PAIR_DECAY);
    const shared = wordPairs(text).filter((pair) => (pairs.get(pair) ?? 0) > 1);
    const figures = Math.min(2, text.match(/\p{N}+/gu)?.length ?? 0) / 2;
    const isPointingBack = pointsBack(text);
    const count = wordCount(text);
    const score =
      WEIGHT.position * nearness(at) +
      WEIGHT.number * figures -
      (FIRST_PERSON.test(text) ? LOSS.firstPerson : 0) -
      (isPointingBack ? LOSS.pointsBack : 0) -
      (text.includes(':') ? LOSS.colon : 0) -
      (count < SHORT ? LOSS.short : 0) -
      (at >= FAR ? LOSS.far : 0) +
      sumOf(contents.values());
    return {
      at,
      text,
      words: count,
      score,
      contents,
      pairs: new Map(shared.map((pair) => [pair, near])),
      pointsBack: isPointingBack,
    };
  };
}

/** Pairs and words of a sentence count for less the farther down it stands. */
const PAIR_DECAY = 0.4;
const WORD_DECAY = 0.025;

/** 1 for the first sentence, then falling: the mean of 1 / (1 + d × at) for d from 0.3 to 2.5. */
function nearness(at: number): number {
  return at === 0 ? 1 : Math.log((1 + 2.5 * at) / (1 + 0.3 * at)) / (2.2 * at);
}

/** What a word is worth that stands so often: the mean of count ** p for p from 0.3 to 1. */
function worthOf(count: number): number {
  return Math.abs(count - 1) < 0.001 ? 1 : (count - count ** 0.3) / (0.7 * Math.log(count));
}

function wordCounts(sentences: readonly string[], headline: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  sentences.forEach((text, at) => {
    count(text, at === 0 ? LEDE : 1 / (1 + at * WORD_DECAY));
  });
  count(headline, HEADLINE);
  return counts;
}

function countsOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
