import type { Span } from '../news/quote.ts';
import {
  currencyOf,
  type Hedge,
  hedgeOf,
  isPercent,
  numberValue,
  scaleOf,
  shareOf,
  type Unit,
  unitOf,
} from './number-words.ts';

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

interface Token extends Span {
  readonly text: string;
  readonly lower: string;
}

/** Digits with their group and decimal marks and a letter of scale or an ordinal's ending right behind; or a word; or a sign. */
const TOKEN =
  /\p{N}(?:[\p{N}.,]*\p{N})?(?: \p{N}{3}(?!\p{N}))*(?!\p{N})(?:(?:st|nd|rd|th|bn|mn|tn|m|k)(?!\p{L}))?|\p{L}+|[%$€£₸₽¥₴]/gu;
const FOLLOWS = /^[\s\u00a0-]{0,2}$/u;
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

interface Run {
  readonly value: number;
  readonly length: number;
  readonly share: boolean;
}

/** The number that begins at a token, and how many tokens it takes. */
function numberAt(text: string, tokens: readonly Token[], at: number, language: string): Run | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const share = shareOf(first.lower);
  if (share !== undefined && isShare(text, tokens, at)) return { value: share * 100, length: 1, share: true };
  const digits = digitsOf(first.lower);
  if (digits !== undefined) {
    const scale = adjacent(text, first, tokens[at + 1]) ? scaleOf(tokens[at + 1]?.lower ?? '') : undefined;
    return { value: digits * (scale ?? 1), length: scale === undefined ? 1 : 2, share: false };
  }
  return wordsAt(text, tokens, at, language);
}

/** "A third of", "by half."; not "the first half", "a third goal". */
function isShare(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:first|second|third|fourth|last|final|this|next|the|второй|второго|первой|первого)$/u.test(before))
    return false;
  const behind = text.slice(token?.end ?? 0, (token?.end ?? 0) + 4);
  if (token?.lower === 'third' || token?.lower === 'fifth')
    return /^(?: of |[.,;)]|$)/u.test(behind) && /^(?:a|one)$/u.test(before);
  return !/^-/u.test(behind);
}

/** "Two hundred and fifty thousand", "двадцать три", "dreiundzwanzig". */
function wordsAt(text: string, tokens: readonly Token[], at: number, language: string): Run | undefined {
  let total = 0;
  let current = 0;
  let end = at;
  let last = Number.POSITIVE_INFINITY;
  for (let next = at; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || (next > at && !adjacent(text, tokens[next - 1], token))) break;
    const value = numberValue(token.lower, language) ?? germanCompound(token.lower);
    const scale = scaleOf(token.lower);
    if (value !== undefined) {
      // "One two" are two numbers, "twenty two" is one.
      if (next > at && (value === 0 || (last !== 0 && value >= last) || last < 20)) break;
      current += value;
      last = lowestPlace(value);
    } else if (scale !== undefined && end > at) {
      if (scale >= 1_000) [total, current] = [total + current * scale, 0];
      else current *= scale;
      last = scale;
    } else if (!(token.lower === 'and' && end > at && last >= 100)) break;
    if (token.lower !== 'and') end = next + 1;
  }
  return end === at ? undefined : { value: total + current, length: end - at, share: false };
}

function lowestPlace(value: number): number {
  if (value >= 100) return 100;
  return Math.min(value, 20);
}

function germanCompound(lower: string): number | undefined {
  const parts = /^(\p{L}{3,6})(und|hundert|tausend)(\p{L}{4,5}zig|dreißig)?$/u.exec(lower);
  const units = numberValue(parts?.[1] ?? '', 'de');
  const tens = numberValue(parts?.[3] ?? '', 'de') ?? 0;
  if (units === undefined || units === 0 || (parts?.[2] === 'und') !== tens > 0) return undefined;
  return parts?.[2] === 'und' ? units + tens : units * (scaleOf(parts?.[2] ?? '') ?? 1);
}

function adjacent(text: string, one: Token | undefined, other: Token | undefined): boolean {
  return (
    one !== undefined && other !== undefined && FOLLOWS.test(text.slice(one.end, Math.min(other.start, one.end + 3)))
  );
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

function digitsOf(token: string): number | undefined {
  const digits = /^(\p{N}[\p{N}., ]*?)[.,]*(st|nd|rd|th|bn|mn|tn|m|k)?$/u.exec(token);
  if (digits?.[1] === undefined) return undefined;
  const value = decimal(digits[1].replaceAll(' ', ''));
  return Number.isFinite(value) ? value * (scaleOf(digits[2] ?? '') ?? 1) : undefined;
}

/** A mark before exactly three last digits groups thousands; any other last mark is the decimal one. */
function decimal(digits: string): number {
  if (/^\p{N}{1,3}(?:[.,]\p{N}{3})+$/u.test(digits)) return Number(digits.replace(/[.,]/gu, ''));
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (mark < 0) return Number(digits);
  return Number(`${digits.slice(0, mark).replace(/[.,]/gu, '')}.${digits.slice(mark + 1)}`);
}
