import type { Span } from '../news/quote.ts';
import { type ClaimWord, claimWords } from './claim-words.ts';
import { sentenceSpans } from './sentences.ts';

/** A sentence of an article. */
export interface Passage extends Span {
  readonly words: readonly ClaimWord[];
  readonly lemmas: ReadonlySet<string>;
  /** Its words as they stand there, in lower case. */
  readonly forms: ReadonlySet<string>;
  /** It says that something is not so. */
  readonly denies: boolean;
}

/** An article's sentences, found by their words. */
export interface Passages {
  readonly language: string;
  readonly all: readonly Passage[];
  /** The numbers of the passages that have a word, by its lemma. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** Where two words follow one another. */
  readonly pairs: ReadonlyMap<string, readonly Place[]>;
}

/** A word's place: the number of its passage, and its own within that. */
export interface Place {
  readonly passage: number;
  readonly word: number;
}

/** A sentence without an end is parted after so many words. */
const LONGEST_PASSAGE = 120;
/** Lists of more lines than this are no articles. */
const MOST_SENTENCES = 4_000;
/** A word or a pair that stands in more places tells no more by them. */
const MOST_PLACES = 60;

export function passagesOf(article: string, language: string): Passages {
  const having = new Map<string, number[]>();
  const pairs = new Map<string, Place[]>();
  const sentences = sentenceSpans(article, language).slice(0, MOST_SENTENCES);
  const all = sentences.flatMap((span) => parted(article, span, language));
  all.forEach(({ words, lemmas }, passage) => {
    for (const lemma of lemmas) addTo(having, lemma, passage);
    for (let word = 0; word + 1 < words.length; word += 1)
      addTo(pairs, pairOf(words[word]?.lemma, words[word + 1]?.lemma), { passage, word });
  });
  return { language, all, having, pairs };
}

export function pairOf(one: string | undefined, other: string | undefined): string {
  return `${one} ${other}`;
}

function addTo<T>(places: Map<string, T[]>, key: string, place: T): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else if (known.length < MOST_PLACES) known.push(place);
}

function parted(article: string, span: Span, language: string): Passage[] {
  const words = claimWords(article.slice(span.start, span.end), language).map((word) => ({
    ...word,
    start: word.start + span.start,
    end: word.end + span.start,
  }));
  if (words.length <= LONGEST_PASSAGE) return words.length === 0 ? [] : [passageOf(span, words)];
  return Array.from({ length: Math.ceil(words.length / LONGEST_PASSAGE) }, (_, at) => {
    const own = words.slice(at * LONGEST_PASSAGE, (at + 1) * LONGEST_PASSAGE);
    return passageOf({ start: own[0]?.start ?? span.start, end: own.at(-1)?.end ?? span.end }, own);
  });
}

function passageOf({ start, end }: Span, words: readonly ClaimWord[]): Passage {
  return {
    start,
    end,
    words,
    lemmas: new Set(words.map(({ lemma }) => lemma)),
    forms: new Set(words.map(({ lower }) => lower)),
    denies: words.some(({ denies }) => denies),
  };
}

/** Words that weigh more for finding the passage that a claim comes from. */
const WEIGHT = { name: 1.5, figure: 1.5, verb: 1, noun: 1, quality: 1, none: 0 };

/** The numbers of the passages that share a content word with a claim, with the weight of what they share. */
export function sharedWeights({ having }: Passages, words: readonly ClaimWord[]): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { lemma, part } of words)
    for (const at of having.get(lemma) ?? []) shared.set(at, (shared.get(at) ?? 0) + WEIGHT[part]);
  return shared;
}

/** The passage that shares most with the claim, the first of several; undefined where none shares a content word. */
export function nearestPassage(passages: Passages, words: readonly ClaimWord[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [at, weight] of sharedWeights(passages, words)) {
    if (weight > most || (weight === most && best !== undefined && at < best)) [best, most] = [at, weight];
  }
  return best;
}
