import type { Span } from '../news/quote.ts';
import { lastAtOrBefore } from './places.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { type Word, wordsIn } from './words.ts';

/** A paragraph with its quotes, whose own words are no cues and no names. */
export interface QuotedParagraph {
  readonly text: string;
  readonly span: Span;
  readonly stretches: readonly MarkedStretch[];
  /** Where sentences begin but the first, rising. */
  readonly sentences: readonly number[];
  /** The words between two places, less those that are quoted. */
  wordsBetween(start: number, end: number): Word[];
}

/** The text around one quote, in its sentence. */
export interface Surroundings {
  readonly before: Span;
  readonly after: Span;
  /** True where another quote of the same sentence stands before this one. */
  readonly follows: boolean;
}

/** So much of a sentence is read on either side of a quote, in UTF-16 units; a longer one is no news. */
const REACH = 1_500;

/** `stretches`: the quotes of one paragraph, in order. */
export function quotedParagraph(text: string, stretches: readonly MarkedStretch[]): QuotedParagraph {
  const span = stretches[0]?.paragraph ?? { start: 0, end: 0 };
  const masked = maskQuotes(text, span, stretches);
  const opens = stretches.map(({ start }) => start);
  return {
    text,
    span,
    stretches,
    sentences: sentenceStarts(masked, span.start),
    wordsBetween(start, end) {
      const words = wordsIn(text, { start: Math.max(start, end - REACH), end });
      return words.filter((word) => word.start >= (stretches[lastAtOrBefore(opens, word.start)]?.end ?? 0));
    },
  };
}

/**
 * Blots out what is quoted, so that its words are no cues and no names: all but a closing full stop or the like,
 * and whether it opens with a capital letter, for these tell where sentences end.
 */
function maskQuotes(text: string, paragraph: Span, stretches: readonly MarkedStretch[]): string {
  let masked = '';
  let at = paragraph.start;
  for (const { start, end } of stretches) {
    const first = /[\p{Lu}\p{N}]/u.test(text.charAt(start)) ? 'X' : '_';
    const last = text.charAt(end - 1);
    const closing = end - start > 1 ? (/[.!?…,]/u.test(last) ? last : '_') : '';
    masked += text.slice(at, start) + first + '_'.repeat(Math.max(0, end - start - 2)) + closing;
    at = end;
  }
  return masked + text.slice(at, paragraph.end);
}

const SENTENCE_END = /[.!?…]["”»“’')\]]{0,9}\s{1,9}(?=[“„«"‘'([]?[\p{Lu}\p{N}])/gu;

function sentenceStarts(masked: string, offset: number): number[] {
  const starts: number[] = [];
  for (const match of masked.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const before = masked.slice(Math.max(0, match.index - 12), match.index + 1);
    if (match[0].startsWith('.') && endsAbbreviated(before) && !opensAnew(masked, end)) continue;
    starts.push(offset + end);
  }
  return starts;
}

function endsAbbreviated(before: string): boolean {
  const last = wordsIn(before, { start: 0, end: before.length }).at(-1);
  return last?.text.endsWith('.') === true && !last.isMark;
}

/** "in the U.S. He said …": behind letters with full stops, too, a pronoun or the like begins a sentence. */
function opensAnew(masked: string, at: number): boolean {
  return /\p{L}\.\p{L}\.\s+$/u.test(masked.slice(Math.max(0, at - 6), at)) && OPENER.test(masked.slice(at, at + 12));
}

const OPENER = /^(?:He|She|It|They|We|But|In|The|This|That|And)\s/u;

/** The text around the quote numbered `at`, up to the quotes beside it and the ends of its sentence. */
export function surroundingsOf({ span, stretches, sentences }: QuotedParagraph, at: number): Surroundings {
  const stretch = stretches[at] ?? span;
  const opening = stretch.start - 1;
  const closing = Math.min(stretch.end + 1, span.end);
  const previousEnd = at === 0 ? span.start : (stretches[at - 1]?.end ?? 0) + 1;
  const sentenceStart = sentences[lastAtOrBefore(sentences, opening)] ?? span.start;
  const nextStart = at + 1 < stretches.length ? (stretches[at + 1]?.start ?? 0) - 1 : span.end;
  const sentenceEnd = sentences[lastAtOrBefore(sentences, closing + 1) + 1] ?? span.end;
  const from = Math.min(opening, Math.max(previousEnd, sentenceStart, opening - REACH));
  return {
    before: { start: from, end: opening },
    after: { start: closing, end: Math.max(closing, Math.min(nextStart, sentenceEnd, closing + REACH)) },
    follows: at > 0 && previousEnd > sentenceStart,
  };
}
