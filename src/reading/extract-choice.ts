/** A sentence that may stand in an extract. */
export interface WeighedSentence {
  /** Its number in the article, from 0. */
  readonly at: number;
  readonly text: string;
  readonly words: number;
  readonly score: number;
  /** What each of its words adds to its score. */
  readonly contents: ReadonlyMap<string, number>;
  /** Its opening word points back, so that it needs the sentence before it. */
  readonly pointsBack: boolean;
}

/** The extract aims at no more than this many words. */
const MOST_WORDS = 60;
/** Only so many of the best sentences are tried with one another. */
const CONTENDERS = 12;
/** What a third sentence must add beyond its own score. */
const THIRD_MUST_ADD = 1.5;
/** What each word must add. */
const WORD_COSTS = 0.01;
/** Of a word's weight, the share that is lost where an earlier sentence has it already. */
const REPEATED = 0.5;

/**
 * The two or three sentences that together say most within sixty words, in the article's order. Where no two fit,
 * the best one that does, else the best and shortest pair. A sentence that points back is taken only behind the one it
 * follows in the article.
 */
export function chooseSentences(candidates: readonly WeighedSentence[]): WeighedSentence[] {
  const contenders = [...candidates]
    .sort((a, b) => b.score - a.score)
    .slice(0, CONTENDERS)
    .sort((a, b) => a.at - b.at);
  let best: WeighedSentence[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const group of groupsOf(contenders)) {
    const worth = worthOf(group);
    if (worth > most) [best, most] = [group, worth];
  }
  return best;
}

/** Every one, two and three of the sentences, in order. */
function* groupsOf(sentences: readonly WeighedSentence[]): Generator<WeighedSentence[]> {
  for (const [first, one] of sentences.entries()) {
    yield [one];
    for (const [gap, two] of sentences.slice(first + 1).entries()) {
      yield [one, two];
      for (const three of sentences.slice(first + gap + 2)) yield [one, two, three];
    }
  }
}

/** Groups that break a rule rank below all others, and among themselves by how far they break it. */
const BROKEN = -1_000;

function worthOf(group: readonly WeighedSentence[]): number {
  if (group.some((sentence, at) => sentence.pointsBack && group[at - 1]?.at !== sentence.at - 1))
    return Number.NEGATIVE_INFINITY;
  const words = group.reduce((sum, sentence) => sum + sentence.words, 0);
  const excess = words > MOST_WORDS ? BROKEN - words : 0;
  const alone = group.length === 1 ? BROKEN / 2 : 0;
  return sumOfScores(group) - (group.length - 2) * THIRD_MUST_ADD - words * WORD_COSTS + excess + alone;
}

function sumOfScores(group: readonly WeighedSentence[]): number {
  const said = new Set<string>();
  let sum = 0;
  for (const { score, contents } of group) {
    sum += score;
    for (const [word, weight] of contents) {
      if (said.has(word)) sum -= weight * REPEATED;
      said.add(word);
    }
  }
  return sum;
}
