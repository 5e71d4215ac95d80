import type { Span } from '../news/quote.ts';
import { numberValue, scaleOf, shareOf } from './number-words.ts';

/** A word, a sign or digits of a text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
}

const FOLLOWS = /^[\s\u00a0-]{0,2}$/u;

/** A number of one or several tokens. */
export interface Run {
  readonly value: number;
  readonly length: number;
  readonly share: boolean;
}

/** The number that begins at a token, and how many tokens it takes. */
export function numberAt(text: string, tokens: readonly Token[], at: number, language: string): Run | undefined {
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
      last = lowestPlace(value, language);
    } else if (scale !== undefined && end > at) {
      if (scale >= 1_000) [total, current] = [total + current * scale, 0];
      else current *= scale;
      last = scale;
    } else if (!(token.lower === 'and' && end > at && last >= 100)) break;
    if (token.lower !== 'and') end = next + 1;
  }
  return end === at ? undefined : { value: total + current, length: end - at, share: false };
}

/** A number under it may follow: "three" on "twenty", in Kazakh also on "ten". */
function lowestPlace(value: number, language: string): number {
  if (value >= 100) return 100;
  if (value === 10 && language === 'kk') return 20;
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
