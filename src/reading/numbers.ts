import type { Span } from '../news/quote.ts';
import { numberAt, type Run, type Token } from './number-runs.ts';
import { currencyOf, type Hedge, hedgeOf, isPercent, type Unit, unitOf } from './number-words.ts';

/** A number as it stands in a text, with its value. */
export interface NumberInText extends Span {
  /** Its digits or words with their scale: "153.07 million", "two dozen". */
  readonly text: string;
  readonly value: number;
  readonly inDigits: boolean;
  /** What stands before it: "about", "more than", "nearly". */
  readonly hedge: Hedge | undefined;
  /** Counts hundredths of something; "half" does, too, with the value 50. */
  readonly percent: boolean;
  readonly currency: string | undefined;
  readonly unit: Unit | undefined;
}

/** Digits with their group and decimal marks and a letter of scale or an ordinal's ending right behind; or a word; or a sign. */
const TOKEN =
  /\p{N}(?:[\p{N}.,]*\p{N})?(?: \p{N}{3}(?!\p{N}))*(?!\p{N})(?:(?:st|nd|rd|th|bn|mn|tn|m|k)(?!\p{L}))?|\p{L}+|[%$€£₸₽¥₴]/gu;
const AFTER = 3;
const BEFORE = 3;

/** The numbers of a text, in digits and in words, with what they count: "$1.2 billion", "1,2 Milliarden", "сто двадцать три". */
export function numbersIn(text: string, language: string): NumberInText[] {
  const tokens = Array.from(
    text.matchAll(TOKEN),
    (match): Token => ({
      text: match[0],
      lower: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const found: NumberInText[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run = numberAt(text, tokens, at, language);
    if (run === undefined) continue;
    found.push(describe(text, tokens, at, run));
    at += run.length - 1;
  }
  return found;
}

function describe(text: string, tokens: readonly Token[], at: number, { value, length, share }: Run): NumberInText {
  const first = tokens[at];
  const last = tokens[at + length - 1];
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  const after = tokens.slice(at + length, at + length + AFTER).filter((token) => token.start - end <= 16);
  const before = tokens.slice(Math.max(0, at - BEFORE), at).filter((token) => start - token.end <= 14);
  const sign = before.at(-1);
  return {
    text: text.slice(start, end),
    start,
    end,
    value,
    inDigits: /^\p{N}/u.test(first?.text ?? ''),
    hedge: before.map(({ lower }) => hedgeOf(lower)).findLast((hedge) => hedge !== undefined),
    percent: share || isPercent(after[0]?.lower ?? '') || isRangeOfPercent(after),
    currency:
      (sign !== undefined && sign.text.length === 1 && start - sign.end <= 1 ? currencyOf(sign.lower) : undefined) ??
      currencyAfter(after),
    unit: unitOf(after[0]?.lower ?? ''),
  };
}

/** The "20" of "20 to 30 percent". */
function isRangeOfPercent(after: readonly Token[]): boolean {
  const at = /^(?:to|and|or|bis|und|до|и)$/u.test(after[0]?.lower ?? '') ? 1 : 0;
  return /^\p{N}/u.test(after[at]?.text ?? '') && isPercent(after[at + 1]?.lower ?? '');
}

/** "Rupees" of another number behind this one, and a sign that opens it, are not this one's. */
function currencyAfter(after: readonly Token[]): string | undefined {
  const next = after.findIndex(({ text }) => /^[\p{N}$€£₸₽¥₴]/u.test(text));
  const own = next < 0 ? after : after.slice(0, next);
  return own.map(({ lower }) => currencyOf(lower)).find((code) => code !== undefined);
}
