import type { Span } from '../news/quote.ts';
import type { Day } from './calendar.ts';
import { claimWords } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import { checkDates } from './date-claims.ts';
import { unfoundDeed } from './deeds.ts';
import { displacedWord } from './displaced.ts';
import { type Evidence, evidenceOf, plainText } from './evidence.ts';
import type { Fault } from './fault.ts';
import { detectLanguage } from './language.ts';
import { unfoundName } from './name-claims.ts';
import { unfoundNumber } from './number-claims.ts';
import { nearestPassage } from './passages.ts';
import { markedStretches } from './quote-marks.ts';
import { compareSentence } from './sentence-comparison.ts';
import { unfoundSpeaker } from './speaker-claims.ts';
import { turnedWord } from './turns.ts';

export type Grounding =
  | { readonly supported: true }
  | (Fault & {
      readonly supported: false;
      /** The sentence of the article that comes nearest, in UTF-16 units; undefined where none shares a word. */
      readonly nearest: Span | undefined;
    });

/**
 * Whether the article supports every name, number, date and quote of a sentence, has the same speaker say it, and ties
 * the same names and numbers to it; in English also what it says of them. A sentence that stands in the article word
 * for word always is supported. Names match across inflection, as initials ("UN") and as another word for the same
 * country; numbers in digits and words, rounded and converted; days by the calendar where the day of writing is known.
 *
 * @param published the day on which the article was published; without it a full date in the article's head counts.
 */
export function checkSentence(article: string, sentence: string, published: Day | undefined = undefined): Grounding {
  return checkAgainst(evidenceOf(article, published), sentence);
}

/** The same for an article whose evidence is at hand. */
export function checkAgainst(evidence: Evidence, sentence: string): Grounding {
  if (isVerbatim(evidence, sentence)) return { supported: true };
  if (sentence.length > LONGEST_SENTENCE) {
    const at = { start: 0, end: sentence.length };
    return { supported: false, why: 'deed', claim: sentence, at, nearest: undefined };
  }
  const fault = unfoundWords(evidence, sentence) ?? unfoundTies(evidence, sentence);
  if (fault === undefined) return { supported: true };
  return { supported: false, ...fault, nearest: nearestSpan(evidence, sentence) };
}

/** What is longer is no sentence, and nothing of it is believed; in UTF-16 units. */
const LONGEST_SENTENCE = 5_000;

/** True where the sentence's words stand in the article as they are, whatever the marks between them. */
export function isVerbatim(evidence: Evidence, sentence: string): boolean {
  return evidence.plain.includes(plainText(sentence).trim());
}

/** What of a sentence the article does not have, or has another say. */
function unfoundWords(evidence: Evidence, sentence: string): Fault | undefined {
  const language = detectLanguage(sentence);
  const dates = checkDates(evidence.time, sentence);
  return (
    unfoundQuote(evidence, sentence) ??
    dates.fault ??
    unfoundNumber(evidence, sentence, language, dates.sure) ??
    unfoundName(evidence, sentence, language) ??
    unfoundSpeaker(evidence, sentence)
  );
}

/** What the sentence makes of the article's own words. */
function unfoundTies(evidence: Evidence, sentence: string): Fault | undefined {
  const comparison = compareSentence(evidence, sentence);
  if (comparison === undefined) return undefined;
  const fault = changedInPlace(evidence, sentence, comparison);
  const isEnglish = evidence.language === 'en' && detectLanguage(sentence) === 'en';
  return fault ?? (isEnglish ? unfoundDeed(comparison, sentence) : undefined);
}

function changedInPlace(evidence: Evidence, sentence: string, comparison: Comparison): Fault | undefined {
  return displacedWord(evidence, sentence, comparison) ?? turnedWord(comparison);
}

/** What is wrong with a sentence by rules alone, before anything is weighed. */
export function faultByRule(evidence: Evidence, sentence: string): Fault | undefined {
  const fault = unfoundWords(evidence, sentence);
  if (fault !== undefined) return fault;
  const comparison = compareSentence(evidence, sentence);
  return comparison === undefined ? undefined : changedInPlace(evidence, sentence, comparison);
}

function nearestSpan({ passages }: Evidence, sentence: string): Span | undefined {
  const nearest = passages.all[nearestPassage(passages, claimWords(sentence, passages.language)) ?? -1];
  return nearest === undefined ? undefined : { start: nearest.start, end: nearest.end };
}

function unfoundQuote(evidence: Evidence, sentence: string): Fault | undefined {
  for (const { start, end } of markedStretches(sentence)) {
    const claim = sentence.slice(start, end);
    if (!evidence.plain.includes(plainText(claim).trimEnd())) return { claim, why: 'quote', at: { start, end } };
  }
  return undefined;
}
