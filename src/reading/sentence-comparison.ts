import type { Span } from '../news/quote.ts';
import { type ClaimWord, claimWords, stemOf } from './claim-words.ts';
import { type Comparison, compare } from './comparison.ts';
import { datesIn } from './dates.ts';
import { type Evidence, plainText } from './evidence.ts';
import { numbersIn } from './numbers.ts';
import { sameNumber } from './same-number.ts';

/** Words behind this many of a claim are not compared: no sentence of a summary is longer. */
const LONGEST_CLAIM = 80;

/** A sentence whose dates and numbers are sure, held against the article word for word. */
export function compareSentence(evidence: Evidence, sentence: string): Comparison | undefined {
  const words = asTheArticleSays(evidence, sentence, claimWords(sentence, evidence.language).slice(0, LONGEST_CLAIM));
  return words.length === 0 ? undefined : compare(evidence.passages, words);
}

/** Numbers that the article gives in another form become the article's, and dates that it gives otherwise are left out. */
function asTheArticleSays(evidence: Evidence, sentence: string, words: readonly ClaimWord[]): readonly ClaimWord[] {
  const isLiteral = ({ start, end }: Span): boolean => evidence.plain.includes(plainText(sentence.slice(start, end)));
  const dates = datesIn(sentence).filter((date) => !isLiteral(date));
  const numbers = numbersIn(sentence, evidence.language)
    .filter((number) => !isLiteral(number))
    .flatMap((number) => {
      const found = evidence.numbers.find((one) => sameNumber(number, one));
      const own = found?.text.split(/[\s-]+/u)[0];
      return own === undefined ? [] : [{ ...number, lemma: stemOf(own.toLowerCase(), evidence.language) }];
    });
  if (dates.length === 0 && numbers.length === 0) return words;
  return words.flatMap((word) => {
    if (dates.some((date) => covers(date, word))) return [];
    const number = numbers.find((one) => covers(one, word));
    if (number === undefined) return [word];
    return number.start === word.start ? [{ ...word, lemma: number.lemma, part: 'figure' as const }] : [];
  });
}

function covers(span: Span, { start, end }: ClaimWord): boolean {
  return span.start <= start && end <= span.end;
}
