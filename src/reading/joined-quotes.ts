import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { wordCount } from './quote-test.ts';
import type { Speaker } from './speakers.ts';

/** A quoted stretch with whoever it is ascribed to. */
export interface Piece {
  readonly stretch: MarkedStretch;
  readonly found: Attribution | undefined;
  readonly speaker: Speaker | undefined;
}

/** A quote of one or more spans, with its first piece. */
export interface JoinedQuote {
  readonly spans: readonly Span[];
  readonly piece: Piece;
}

/** Makes quotes of pieces, in order: what goes on behind a cue or at the next paragraph’s head is one with the piece before. */
export function joinQuotes(text: string, pieces: readonly Piece[]): JoinedQuote[] {
  const quotes: { readonly spans: Span[]; readonly piece: Piece }[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const quote = quotes.at(-1);
    const span = withoutSpace(text, piece.stretch);
    if (quote !== undefined && last !== undefined && isOneQuote(text, last, piece)) quote.spans.push(span);
    else quotes.push({ spans: [span], piece });
    last = piece;
  }
  return quotes;
}

/** French sets spaces inside its marks, which are no part of the words. */
function withoutSpace(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** A cue that parts a quote is not longer than this, in UTF-16 units. */
const LONGEST_CUE = 160;

/** True where the second piece goes on with the first: only a cue stands between, or a paragraph's end. */
function isOneQuote(text: string, first: Piece, second: Piece): boolean {
  const between = text.slice(first.stretch.end, Math.min(second.stretch.start, first.stretch.end + LONGEST_CUE + 1));
  if (!first.stretch.closed) return second.found?.carried === true && between.trim().length <= 2;
  const sameMention = second.found !== undefined && second.found.mention.start === first.found?.mention.start;
  if (!sameMention || (second.found?.tie !== 'continued' && second.found?.tie !== 'cue-before')) return false;
  if (first.stretch.paragraph.start !== second.stretch.paragraph.start || between.length > LONGEST_CUE) return false;
  const open = /[,.!?…–—-][\s"'’”»]*$/u.test(
    text.slice(Math.max(first.stretch.start, first.stretch.end - 4), first.stretch.end),
  );
  if (!open && !/^.?\s?[,.–—-]/u.test(between)) return false;
  const sentences = between.split(/(?<=\p{Ll}{2}[.!?])\s/u);
  return sentences.length <= 2 && !/\p{L}/u.test(sentences[1] ?? '') && wordCount(text, second.stretch) >= 2;
}
