import type { Span } from '../news/quote.ts';
import type { MarkedStretch } from './quote-marks.ts';

/**
 * True where a quote ends in a comma, a question mark or a dash, or these follow its closing mark: the words behind it
 * go with it. Marks that close a quote inside the quote are looked through.
 */
export function isOpenEnded(text: string, { start, end }: Span): boolean {
  if (/[,!?—–-][\s"'’”»]*$/u.test(text.slice(Math.max(start, end - 4), end))) return true;
  return /^\s*[,—–-]/u.test(text.slice(end + 1, end + 4));
}

/** True where a quote ends in a full stop or dots. */
export function isEnded(text: string, { start, end }: Span): boolean {
  return /[.…][\s"'’”»]*$/u.test(text.slice(Math.max(start, end - 4), end));
}

/** At a paragraph's head the words behind a quote go with it even where its comma is missing. */
export function opensParagraph(text: string, { start, paragraph }: MarkedStretch): boolean {
  return text.slice(Math.max(paragraph.start, start - 40), start).trim().length <= 1;
}
