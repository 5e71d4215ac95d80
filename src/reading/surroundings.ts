import type { Span } from '../news/quote.ts';
import { lastAtOrBefore } from './places.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { wordsIn } from './words.ts';

/** The stretches of one paragraph with the text around each, the quotes' own words blotted out. */
export interface Surroundings {
  readonly before: Span;
  readonly after: Span;
  /** True where another quote of the same sentence stands before this one. */
  readonly follows: boolean;
}

const SENTENCE_END = /[.!?…]["”»“’')\]]*\s+(?=[“„«"‘'([]?[\p{Lu}\p{N}])/gu;

/**
 * Blots out what is quoted, so that its words are no cues and no names: all but a closing full stop or the like,
 * and whether it opens with a capital letter, for these tell where sentences end.
 */
export function maskQuotes(text: string, paragraph: Span, stretches: readonly MarkedStretch[]): string {
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

export function sentenceEnds(masked: string, offset: number): number[] {
  const ends: number[] = [];
  for (const match of masked.matchAll(SENTENCE_END)) {
    const before = masked.slice(Math.max(0, match.index - 12), match.index + 1);
    if (match[0].startsWith('.') && endsAbbreviated(before)) continue;
    ends.push(offset + match.index + match[0].length);
  }
  return ends;
}

function endsAbbreviated(before: string): boolean {
  const words = wordsIn(before, { start: 0, end: before.length });
  return words.at(-1)?.text.endsWith('.') === true && words.at(-1)?.isMark === false;
}

export function surroundingsOf(
  paragraph: Span,
  stretches: readonly MarkedStretch[],
  at: number,
  ends: readonly number[],
): Surroundings {
  const stretch = stretches[at] ?? paragraph;
  const opening = stretch.start - 1;
  const closing = Math.min(stretch.end + 1, paragraph.end);
  const previousEnd = at === 0 ? paragraph.start : (stretches[at - 1]?.end ?? 0) + 1;
  const sentenceStart = ends[lastAtOrBefore(ends, opening)] ?? paragraph.start;
  const nextStart = at + 1 < stretches.length ? (stretches[at + 1]?.start ?? 0) - 1 : paragraph.end;
  const sentenceEnd = ends[lastAtOrBefore(ends, closing + 1) + 1] ?? paragraph.end;
  const before = { start: Math.min(opening, Math.max(previousEnd, sentenceStart)), end: opening };
  return {
    before,
    after: { start: closing, end: Math.max(closing, Math.min(nextStart, sentenceEnd)) },
    follows: at > 0 && previousEnd > sentenceStart,
  };
}
