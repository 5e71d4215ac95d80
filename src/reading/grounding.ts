import type { Span } from '../news/quote.ts';
import type { Day } from './calendar.ts';
import { claimWords } from './claim-words.ts';
import { checkDates } from './date-claims.ts';
import { compareSentence, unfoundDeed } from './deeds.ts';
import { displacedWord } from './displaced.ts';
import { type Evidence, evidenceOf, plainText } from './evidence.ts';
import type { Fault } from './fault.ts';
import { detectLanguage } from './language.ts';
import { unfoundName } from './name-claims.ts';
import { unfoundNumber } from './number-claims.ts';
import { nearestPassage } from './passages.ts';
import { markedStretches } from './quote-marks.ts';
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
  const fault = unfoundWords(evidence, sentence) ?? doubtedDeed(evidence, sentence);
  return fault === undefined
    ? { supported: true }
    : { supported: false, ...fault, nearest: nearestSpan(evidence, sentence) };
}

/** True where the sentence's words stand in the article as they are, whatever the marks between them. */
export function isVerbatim(evidence: Evidence, sentence: string): boolean {
  return evidence.plain.includes(plainText(sentence).trim());
}

/** What of a sentence the article does not have, or has of another: the check that needs no weighing. */
export function unfoundWords(evidence: Evidence, sentence: string): Fault | undefined {
  const language = detectLanguage(sentence);
  const dates = checkDates(evidence.time, sentence);
  const fault =
    unfoundQuote(evidence, sentence) ??
    dates.fault ??
    unfoundNumber(evidence, sentence, language, dates.sure) ??
    unfoundName(evidence, sentence, language) ??
    unfoundSpeaker(evidence, sentence);
  if (fault !== undefined) return fault;
  const comparison = compareSentence(evidence.passages, sentence);
  if (comparison === undefined) return undefined;
  return displacedWord(evidence, sentence, comparison) ?? turnedWord(comparison);
}

function doubtedDeed(evidence: Evidence, sentence: string): Fault | undefined {
  return evidence.language === 'en' && detectLanguage(sentence) === 'en'
    ? unfoundDeed(evidence.passages, sentence)
    : undefined;
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
