import type { Span } from '../news/quote.ts';
import { doubleMarked } from './double-marks.ts';
import { singleMarked } from './single-marks.ts';

/** A stretch between quotation marks, without them; it never leaves its paragraph. */
export interface MarkedStretch extends Span {
  /** False where the closing mark is missing and the paragraph's end stands for it. */
  readonly closed: boolean;
  /** The paragraph that it stands in. */
  readonly paragraph: Span;
}

/** The paragraphs of a text as places: what stands between line ends. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text[at] !== '\n') continue;
    if (at > start) spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

/** Every stretch in double quotation marks or, where a paragraph has none, in single ones. One pass. */
export function markedStretches(text: string): MarkedStretch[] {
  return paragraphSpans(text).flatMap((paragraph) => {
    const double = doubleMarked(text, paragraph);
    return double.length > 0 ? double : singleMarked(text, paragraph);
  });
}
