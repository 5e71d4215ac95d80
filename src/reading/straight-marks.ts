import type { Span } from '../news/quote.ts';

/** How the straight marks of a paragraph go together. */
export interface StraightMarks {
  /** They nest without a remainder when read by their neighbours ("a "b" c"). */
  readonly nest: boolean;
  /** One is left over. */
  readonly odd: boolean;
}

const BEFORE_OPENING = /[\s([{—–\-/:,‘'“„«>]/u;
const AFTER_CLOSING = /[\s)\]}—–\-/:;,.!?…’'”»]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

export function readStraightMarks(text: string, paragraph: Span): StraightMarks {
  let count = 0;
  let depth = 0;
  let deepest = 0;
  let lowest = 0;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    if (text.charAt(at) !== '"') continue;
    count += 1;
    const direction = straightDirection(text, at, paragraph);
    if (direction === undefined) continue;
    depth += direction === 'open' ? 1 : -1;
    deepest = Math.max(deepest, depth);
    lowest = Math.min(lowest, depth);
  }
  return { nest: depth === 0 && deepest === 2 && lowest === 0, odd: count % 2 === 1 };
}

/** What a straight mark does, from its neighbours; undefined for one inside a word. */
export function straightDirection(text: string, at: number, paragraph: Span): 'open' | 'close' | undefined {
  const before = at === paragraph.start ? ' ' : text.charAt(at - 1);
  const after = at + 1 >= paragraph.end ? ' ' : text.charAt(at + 1);
  const mayOpen = !/[\s,;]/u.test(after) && (BEFORE_OPENING.test(before) || !WORDLIKE.test(before));
  const mayClose = AFTER_CLOSING.test(after) || !WORDLIKE.test(after);
  if (mayOpen && (/\s/u.test(before) || !mayClose)) return 'open';
  if (mayClose) return 'close';
  return mayOpen ? 'open' : undefined;
}

/** A straight mark behind a digit and before a word in lower case: a 6" pipe. Believed where a mark is left over. */
export function isInches(text: string, at: number, mark: string): boolean {
  return mark === '"' && /\p{N}/u.test(text.charAt(at - 1)) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3));
}
