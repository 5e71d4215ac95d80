/** A sentence that may stand in an extract. */
export interface WeighedSentence {
  /** Its number in the article, from 0. */
  readonly at: number;
  readonly text: string;
  readonly words: number;
  /** Without its pairs of words. */
  readonly score: number;
  /** What each of its words adds to its score. */
  readonly contents: ReadonlyMap<string, number>;
  /** What each pair of words adds that other sentences of the article have too; a pair counts once in an extract. */
  readonly pairs: ReadonlyMap<string, number>;
  /** It means something that was said before, so that it needs the sentence before it. */
  readonly pointsBack: boolean;
}

/** The extract has no more than this many words where two sentences do with fewer. */
const MOST_WORDS = 60;
/** What a third sentence must add beyond its own score. */
const THIRD_MUST_ADD = 1.25;
/** What each word must add. */
const WORD_COSTS = 0.02;
/** Of a word's weight, the share that is lost where an earlier sentence has it already. */
const REPEATED = 0.55;
/** Extracts whose worths differ by this are about e times as likely, the better one, to be the best. */
const CERTAINTY = 0.4;
/** Words that a summary leaves out for every extract: with none the shortest would always win, with many the longest. */
const UNSAID = 20;

/**
 * The two or three sentences that are likeliest to be in a good extract, word for word, within sixty words and in the
 * article's order. Each extract is believed by its worth, each sentence by the extracts that have it (minimum Bayes risk
 * of an F-measure, after Kumar and Byrne 2004). Where no two sentences fit, the best one that does, else the shortest
 * pair. A sentence that points back is taken only behind the one it follows in the article.
 */
export function chooseSentences(candidates: readonly WeighedSentence[]): readonly WeighedSentence[] {
  const groups = [...groupsOf(candidates)].map(measured);
  const fitting = groups.filter(({ sentences, words }) => sentences.length > 1 && words <= MOST_WORDS);
  if (fitting.length > 0) return mostBelieved(fitting);
  const alone = groups.filter(({ sentences, words }) => sentences.length === 1 && words <= MOST_WORDS);
  const [best] = alone.sort((a, b) => b.worth - a.worth);
  return best?.sentences ?? groups.sort((a, b) => a.words - b.words)[0]?.sentences ?? [];
}

interface Group {
  readonly sentences: readonly WeighedSentence[];
  readonly words: number;
  readonly worth: number;
}

/** Every one, two and three of the sentences, in order, where none points at a sentence that is not there. */
function* groupsOf(sentences: readonly WeighedSentence[]): Generator<readonly WeighedSentence[]> {
  for (const [first, one] of sentences.entries()) {
    if (one.pointsBack) continue;
    yield [one];
    for (let second = first + 1; second < sentences.length; second += 1) {
      const two = sentences[second];
      if (two === undefined || !follows(two, one)) continue;
      yield [one, two];
      for (const three of sentences.slice(second + 1)) if (follows(three, two)) yield [one, two, three];
    }
  }
}

function follows(sentence: WeighedSentence, last: WeighedSentence): boolean {
  return !sentence.pointsBack || sentence.at === last.at + 1;
}

function measured(sentences: readonly WeighedSentence[]): Group {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const worth = sumOfScores(sentences) - (sentences.length - 2) * THIRD_MUST_ADD - words * WORD_COSTS;
  return { sentences, words, worth };
}

function sumOfScores(group: readonly WeighedSentence[]): number {
  const said = new Set<string>();
  let sum = 0;
  for (const { score, contents, pairs } of group) {
    sum += score;
    for (const [word, weight] of contents) {
      if (said.has(word)) sum -= weight * REPEATED;
      said.add(word);
    }
    for (const [pair, weight] of pairs) {
      if (!said.has(pair)) sum += weight;
      said.add(pair);
    }
  }
  return sum;
}

function mostBelieved(groups: readonly Group[]): readonly WeighedSentence[] {
  const highest = groups.reduce((most, { worth }) => Math.max(most, worth), Number.NEGATIVE_INFINITY);
  const beliefs = new Map<WeighedSentence, number>();
  let all = 0;
  for (const { sentences, worth } of groups) {
    const belief = Math.exp((worth - highest) / CERTAINTY);
    all += belief;
    for (const sentence of sentences) beliefs.set(sentence, (beliefs.get(sentence) ?? 0) + belief);
  }
  let best: readonly WeighedSentence[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const { sentences, words } of groups) {
    const believed = sentences.reduce((sum, sentence) => sum + (beliefs.get(sentence) ?? 0) * sentence.words, 0);
    const gain = believed / all / (words + UNSAID);
    if (gain > most) [best, most] = [sentences, gain];
  }
  return best;
}
