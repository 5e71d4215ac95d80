import type { Span } from '../news/quote.ts';
import { claimWords } from './claim-words.ts';
import { unfoundDeed } from './deeds.ts';
import { type Evidence, evidenceOf, plainText } from './evidence.ts';
import { detectLanguage } from './language.ts';
import { unfoundName } from './name-claims.ts';
import { numbersIn, sameNumber } from './numbers.ts';
import { nearestPassage, type Passages } from './passages.ts';
import { markedStretches } from './quote-marks.ts';

/** Why a claim does not stand; `deed`: its words are the article's, but not so put together. */
export type Unsupported = 'name' | 'number' | 'date' | 'quote' | 'deed';

export interface Fault {
  /** The words that failed. */
  readonly claim: string;
  readonly why: Unsupported;
}

export type Grounding =
  | { readonly supported: true }
  | (Fault & {
      readonly supported: false;
      /** The sentence of the article that comes nearest, in UTF-16 units; undefined where none shares a word. */
      readonly nearest: Span | undefined;
    });

/**
 * Whether the article supports every name, number, date and quote of a sentence and, in English, what it says of them.
 * A sentence that stands in the article word for word always is supported. Names match across inflection, as initials
 * ("UN") and as another word for the same country; numbers match in digits and words, and rounded where the sentence
 * says so.
 */
export function checkSentence(article: string, sentence: string): Grounding {
  return checkAgainst(evidenceOf(article), sentence);
}

/** The same for an article whose evidence is at hand. */
export function checkAgainst(evidence: Evidence, sentence: string): Grounding {
  if (evidence.plain.includes(plainText(sentence).trim())) return { supported: true };
  const fault =
    unfoundQuote(evidence, sentence) ??
    unfoundNumber(evidence, sentence) ??
    unfoundName(evidence, sentence) ??
    (detectLanguage(sentence) === 'en' ? unfoundDeed(evidence.passages, sentence) : undefined);
  if (fault === undefined) return { supported: true };
  return { supported: false, ...fault, nearest: nearestSpan(evidence.passages, sentence) };
}

function nearestSpan(passages: Passages, sentence: string): Span | undefined {
  const stems = claimWords(sentence).flatMap(({ content, stem }) => (content ? [stem] : []));
  const nearest = nearestPassage(passages, [...new Set(stems)]);
  return nearest === undefined ? undefined : { start: nearest.passage.start, end: nearest.passage.end };
}

function unfoundQuote(evidence: Evidence, sentence: string): Fault | undefined {
  for (const { start, end } of markedStretches(sentence)) {
    const claim = sentence.slice(start, end);
    if (!evidence.plain.includes(plainText(claim).trimEnd())) return { claim, why: 'quote' };
  }
  return undefined;
}

function unfoundNumber(evidence: Evidence, sentence: string): Fault | undefined {
  for (const number of numbersIn(sentence)) {
    if (number.value === 0 || evidence.values.has(number.value)) continue;
    const inDigits = /\p{N}/u.test(number.text);
    // "one", "first", "both" and "half" are mostly no counts.
    if (!inDigits && number.value <= 2) continue;
    if (evidence.numbers.some((found) => sameNumber(number, found))) continue;
    if (evidence.plain.includes(plainText(number.text))) continue;
    return { claim: number.text, why: 'number' };
  }
  return undefined;
}
