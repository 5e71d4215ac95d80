import { sentenceSpans } from './sentences.ts';

/** What the extract is made from. */
export interface ExtractSource {
  readonly headline: string;
  readonly body: string;
  readonly language: string;
}

/** The extract aims at no more than this many words. */
const MOST_WORDS = 60;
const MOST_SENTENCES = 3;
const FEWEST_SENTENCES = 2;
/** Sentences outside these lengths, in words, are fragments or monsters. */
const SHORTEST = 6;
const LONGEST = 60;
/** Only the first sentences are weighed: what a report is about stands near its top. */
const REACH = 40;

interface Candidate {
  readonly at: number;
  readonly text: string;
  readonly words: number;
  readonly score: number;
}

/**
 * Two or three sentences of the article, in its order, at most about sixty words where it has such. Never a
 * question, a bare quote, a fragment without a full stop, or a sentence whose opening word points back to
 * something that was not chosen ("He", "This", "The move").
 */
export function extract(source: ExtractSource): string {
  return extractSentences(source).join(' ');
}

/** The extract's sentences, one string each. */
export function extractSentences({ headline, body, language }: ExtractSource): string[] {
  const sentences = reportingSentences(body, language);
  const candidates = weigh(sentences, headline);
  const chosen = choose(candidates.length > 0 ? candidates : anySentences(sentences));
  return chosen.map(({ text }) => text);
}

interface Sentence {
  readonly text: string;
  readonly paragraph: number;
}

function reportingSentences(body: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, text] of body.split('\n\n').entries()) {
    if (sentences.length >= REACH) break;
    for (const { start, end } of sentenceSpans(text.slice(0, 6_000), language)) {
      sentences.push({ text: text.slice(start, end), paragraph });
    }
  }
  return sentences.slice(0, REACH);
}

function weigh(sentences: readonly Sentence[], headline: string): Candidate[] {
  const weights = wordWeights(sentences, headline);
  return sentences.flatMap(({ text }, at) => {
    const words = wordCount(text);
    if (words < SHORTEST || words > LONGEST || !standsAlone(text)) return [];
    return [{ at, text, words, score: 3 / (1 + at * 0.5) + centrality(text, weights) }];
  });
}

/** How often each longer word stands in the text; those of the headline count threefold. */
function wordWeights(sentences: readonly Sentence[], headline: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text } of sentences)
    for (const word of contentWords(text)) weights.set(word, (weights.get(word) ?? 0) + 1);
  for (const word of contentWords(headline)) weights.set(word, (weights.get(word) ?? 0) + 3);
  return weights;
}

function centrality(text: string, weights: ReadonlyMap<string, number>): number {
  const words = new Set(contentWords(text));
  if (words.size === 0) return 0;
  let sum = 0;
  for (const word of words) sum += Math.log2(weights.get(word) ?? 1);
  return sum / Math.sqrt(words.size) / 4;
}

/** Words of five letters or more, cut to six: a rough stem in any language with letters. */
function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6));
}

function choose(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  let words = 0;
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (chosen.length === MOST_SENTENCES) break;
    const fits = words + candidate.words <= MOST_WORDS;
    if (!fits && chosen.length >= FEWEST_SENTENCES) continue;
    if (
      !fits &&
      chosen.length === 1 &&
      candidates.some((other) => !chosen.includes(other) && words + other.words <= MOST_WORDS)
    )
      continue;
    chosen.push(candidate);
    words += candidate.words;
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** Where no sentence is good by itself, the first ones that end like sentences stand in. */
function anySentences(sentences: readonly Sentence[]): Candidate[] {
  const ended = sentences.filter(({ text }) => /[.!…]["”»“’')\]]*$/u.test(text));
  return (ended.length > 0 ? ended : sentences)
    .slice(0, FEWEST_SENTENCES)
    .map(({ text }, at) => ({ at, text, words: wordCount(text), score: -at }));
}

const POINTS_BACK =
  /^(?:(?:and|but|so|or|yet|still|then|also|however|meanwhile|moreover|furthermore|nevertheless|instead|therefore|thus|indeed|in addition|by contrast|in contrast|in sharp contrast|similarly|likewise|for example|for instance|as a result|after that|he|she|it|they|we|i|you|his|her|their|its|this|that|these|those|there|such|both|another|others|here|the (?:move|decision|latter|former|pair|two|duo|incident|man|woman|couple|announcement|measure|news|group|document|statement|three|attack|deal|plan|comments?|remarks?))|(?:он|она|оно|они|его|её|ее|их|это|этот|эта|эти|этого|так|также|но|и|а|однако|при этом|кроме того|тем не менее|поэтому|там|тогда|такой|такая|такие|по его|по ее|по её|по их|мы|я|вы)|(?:ол|бұл|осы|сол|олар|оның|олардың|бірақ|алайда|сондай-ақ|ал|сонымен)|(?:er|sie|es|dies\p{L}*|das|und|aber|doch|auch|jedoch|deshalb|daher|zudem|außerdem|dabei|dazu|ihr\p{L}*|sein\p{L}*|dort|so|damit|darauf|danach))(?![\p{L}\p{N}])/iu;
/** An interview's turns ("A: …") and a live report's times. */
const OPENS_WITH_LABEL = /^(?:\p{Lu}{1,3}:|\p{N}{1,2}[:.]\p{N}{2})\s/u;
const OPENS_WITH_MARK = /^["“”„«»‘'(–—•*-]/u;
const ENDS_LIKE_SENTENCE = /[.!…]["”»“’')\]]*$/u;
const POINTS_AT_PAGE =
  /\((?:pictured|above|left|right|see)[^)]*\)|scroll down|pictured (?:above|left|right|below)|click here|на фото|смотрите видео/iu;

function standsAlone(sentence: string): boolean {
  if (!ENDS_LIKE_SENTENCE.test(sentence) || OPENS_WITH_MARK.test(sentence) || OPENS_WITH_LABEL.test(sentence))
    return false;
  if (POINTS_BACK.test(sentence) || POINTS_AT_PAGE.test(sentence) || /^\p{Ll}/u.test(sentence)) return false;
  return !mostlyQuoted(sentence) && marksMatch(sentence);
}

function mostlyQuoted(sentence: string): boolean {
  const quoted = sentence.match(/[“„«"][^“„«"”»]*[”“»"]/gu)?.join('').length ?? 0;
  return quoted > sentence.length * 0.6;
}

/** False for a sentence that holds one half of a quote. */
function marksMatch(sentence: string): boolean {
  const straight = sentence.split('"').length - 1;
  const opened = sentence.match(/[“„«]/gu)?.length ?? 0;
  const closed = sentence.match(/[”»]/gu)?.length ?? 0;
  return straight % 2 === 0 && (opened === closed || sentence.includes('„'));
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}
