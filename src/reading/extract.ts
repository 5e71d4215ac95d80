import { findDateline } from './dateline.ts';
import { chooseSentences, type WeighedSentence } from './extract-choice.ts';
import { sentenceSpans } from './sentences.ts';
import { endsLikeSentence, pointsBack, readsByItself } from './standing-alone.ts';

/** What the extract is made from. */
export interface ExtractSource {
  readonly headline: string;
  readonly body: string;
  readonly language: string;
}

/** Only the first sentences are weighed: what a report is about stands near its top. */
const REACH = 40;
/** Sentences outside these lengths, in words, are fragments or monsters. */
const SHORTEST = 6;
const LONGEST = 60;

/**
 * How much each sign says. Tuned together on the development half of the summaries by coordinate ascent on ROUGE-1,
 * -2 and -Lsum; the figures around them hardly differ.
 */
const WEIGHT = { position: 4, decay: 1.2, content: 0.3, number: 0.2, firstPerson: 0.1, pointsBack: 0.3 };

/**
 * Two or three sentences of the article, in its order, at most about sixty words where it has such. Never a
 * question, a bare quote, a fragment without a full stop, or a sentence whose opening word points back ("He",
 * "This", "The move") unless what it points at stands right before it. Position × weight of words × length, after
 * Luhn (1958) and Edmundson (1969).
 */
export function extract(source: ExtractSource): string {
  return extractSentences(source).join(' ');
}

/** The extract's sentences, one string each. */
export function extractSentences({ headline, body, language }: ExtractSource): string[] {
  const sentences = reportingSentences(body, language);
  const weigh = weigherOf(sentences, headline);
  const candidates = sentences.flatMap((text, at) => {
    const words = wordCount(text);
    return words < SHORTEST || words > LONGEST || !readsByItself(text) ? [] : [weigh(text, at, words)];
  });
  const chosen = chooseSentences(candidates);
  return chosen.length > 0 ? chosen.map(({ text }) => text) : anySentences(sentences);
}

function reportingSentences(body: string, language: string): string[] {
  const sentences: string[] = [];
  for (const paragraph of body.split('\n\n')) {
    if (sentences.length >= REACH) break;
    const text = paragraph.slice(0, 6_000);
    for (const { start, end } of sentenceSpans(text, language)) sentences.push(withoutDateline(text.slice(start, end)));
  }
  return sentences.slice(0, REACH);
}

/** An agency in brackets that opens a report: "(NPA)", "Velden (NPA)The …". */
const AGENCY =
  /^(?:(?:\p{Lu}[\p{L}.]{1,30},? ){1,5}\(\p{Lu}[\p{L}. ]{1,24}\)(?=\p{Lu})|\(\p{Lu}[\p{L}. ]{1,24}\)\s*(?:[-–—]{1,2}\s*)?)/u;

function withoutDateline(sentence: string): string {
  const dateline = findDateline(sentence);
  const report = dateline === undefined ? sentence : sentence.slice(dateline.end);
  const plain = report.replace(AGENCY, '').trim();
  return plain === '' ? sentence : plain;
}

/** Weighs sentences by where they stand and by how often their words stand in the article; those of the headline and lede count more. */
function weigherOf(
  sentences: readonly string[],
  headline: string,
): (text: string, at: number, words: number) => WeighedSentence {
  const counts = wordCounts(sentences, headline);
  const weightOf = (word: string): number => (counts.get(word) ?? 0) ** 0.6;
  return (text, at, words) => {
    const content = [...new Set(contentWords(text))];
    const share = WEIGHT.content / Math.sqrt(Math.max(1, content.length));
    const contents = new Map(content.map((word) => [word, share * weightOf(word)]));
    const figures = Math.min(2, text.match(/\p{N}+/gu)?.length ?? 0) / 2;
    const score =
      WEIGHT.position / (1 + at * WEIGHT.decay) +
      WEIGHT.number * figures -
      (FIRST_PERSON.test(text) ? WEIGHT.firstPerson : 0) -
      (pointsBack(text) ? WEIGHT.pointsBack : 0) +
      [...contents.values()].reduce((sum, weight) => sum + weight, 0);
    return { at, text, words, score, contents, pointsBack: pointsBack(text) };
  };
}

const FIRST_PERSON = /(?<!\p{L})(?:I|I['’]m|we|you|your|my|our|me|я|мы|нас|нам|мой|наш|ich|wir|uns|мен|біз)(?!\p{L})/u;

function wordCounts(sentences: readonly string[], headline: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (const word of new Set(contentWords(text))) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  sentences.forEach((text, at) => {
    count(text, at === 0 ? 2 : 1);
  });
  count(headline, 2);
  return counts;
}

const FUNCTION_WORDS = new Set(
  'about above after again against also because been before being below between could does doing down during each from further have having here into itself just more most other over same should some such than that their theirs them themselves then there these they this those through under until very were what when where which while whom will with would your said says told year years according если чтобы который которая которые которых когда также после перед более между того этого года году было были будет этом сказал сообщил oder aber auch nach über unter zwischen eine einer einem einen wird wurde wurden sind haben hatte nicht sich dass durch және үшін туралы деді болып болды'.split(
    ' ',
  ),
);

/** Words of four letters or more and figures, cut to six: a rough stem in any language with letters. */
function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}|\p{N}{2,}/gu) ?? [])
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map((word) => word.slice(0, 6));
}

/** Where no sentence is good by itself, the first ones that end like sentences stand in. */
function anySentences(sentences: readonly string[]): string[] {
  const ended = sentences.filter(endsLikeSentence);
  return (ended.length > 0 ? ended : sentences).slice(0, 2);
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}
