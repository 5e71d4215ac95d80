import { findDateline } from './dateline.ts';
import { chooseSentences } from './extract-choice.ts';
import { weigherOf } from './extract-weights.ts';
import { wordCount } from './extract-words.ts';
import { sentenceSpans } from './sentences.ts';
import { pointsBack, readsByItself } from './standing-alone.ts';

/** What the extract is made from. */
export interface ExtractSource {
  readonly headline: string;
  readonly body: string;
  readonly language: string;
}

/** Only the first sentences are looked at: what a report is about stands near its top. */
const REACH = 40;
/** Of those that read by themselves, only the first are weighed. */
const CONTENDERS = 16;
/** Sentences outside these lengths, in words, are fragments or monsters. */
const SHORTEST = 6;
const LONGEST = 60;

/**
 * Two or three sentences of the article, in its order, at most sixty words where it has such. Never a question, a bare
 * or half a quote, a caption, a fragment without a full stop, or a sentence that means what was said before ("He",
 * "This", "said the move") unless what it points at stands right before it. Where the body has no sentence that reads by
 * itself, the headline stands in; where there is none either, the body's first words.
 */
export function extract(source: ExtractSource): string {
  return extractSentences(source).join(' ');
}

/** The extract's sentences, one string each. */
export function extractSentences({ headline, body, language }: ExtractSource): string[] {
  const sentences = reportingSentences(body, language);
  const weigh = weigherOf(sentences, headline);
  const contenders = sentences.flatMap((text, at) => (isContender(text) ? [weigh(text, at)] : [])).slice(0, CONTENDERS);
  const chosen = chooseSentences(contenders);
  return chosen.length > 0 ? chosen.map(({ text }) => text) : standIns(sentences, headline);
}

function isContender(text: string): boolean {
  const words = wordCount(text);
  return words >= SHORTEST && words <= LONGEST && readsByItself(text);
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

/** Where no sentence will do: shorter or longer ones that read by themselves, the headline, or the first words. */
function standIns(sentences: readonly string[], headline: string): string[] {
  const sound = sentences.filter((text) => readsByItself(text) && !pointsBack(text)).slice(0, 2);
  if (sound.length > 0) return sound;
  return headline === '' ? sentences.slice(0, 1) : [headline];
}
