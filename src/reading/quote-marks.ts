import type { Span } from '../news/quote.ts';

/** A stretch between quotation marks, without them; it never leaves its paragraph. */
export interface MarkedStretch extends Span {
  /** False where the closing mark is missing and the paragraph's end stands for it. */
  readonly closed: boolean;
  /** The paragraph that it stands in. */
  readonly paragraph: Span;
}

type Direction = 'open' | 'close';

const OPENS = '“„«‟';
const BEFORE_OPENING = /[\s([{—–\-/:,‘'“„«>]/u;
const AFTER_CLOSING = /[\s)\]}—–\-/:;,.!?…’'”»]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

/** Which marks may close a quote that the given one opened; writers mix curly and straight ones. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"‟',
  '«': '»',
  '"': '"”',
  '‟': '”"',
  '»': '«',
  '”': '”"',
};

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

function doubleMarked(text: string, paragraph: Span): MarkedStretch[] {
  const straight = straightMarks(text, paragraph);
  const found: MarkedStretch[] = [];
  let open: { start: number; mark: string; depth: number; lastClose: number } | undefined;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charAt(at);
    if (open === undefined) {
      if (isOpening(text, at, mark, paragraph)) open = { start: at + 1, mark, depth: 1, lastClose: -1 };
      continue;
    }
    if (reopens(text, at, mark, open.mark, paragraph)) {
      if (open.mark === '«' || (mark === '"' && straight.nest)) open.depth += 1;
      else if (mark !== '"') open = { start: at + 1, mark, depth: 1, lastClose: -1 };
    } else if (closes(text, at, mark, open.mark, paragraph) && !(straight.odd && isInches(text, at, mark))) {
      open.depth -= 1;
      open.lastClose = at;
      if (open.depth > 0) continue;
      if (at > open.start) found.push({ start: open.start, end: at, closed: true, paragraph });
      open = undefined;
    }
  }
  if (open !== undefined) found.push(leftOpen(open, paragraph));
  return found;
}

/** A quote whose marks nest unevenly ends at its last closing mark; one without any at the paragraph's end. */
function leftOpen(open: { start: number; lastClose: number }, paragraph: Span): MarkedStretch {
  const closed = open.lastClose > open.start;
  return { start: open.start, end: closed ? open.lastClose : paragraph.end, closed, paragraph };
}

function isOpening(text: string, at: number, mark: string, paragraph: Span): boolean {
  if (OPENS.includes(mark)) return true;
  if (mark === '"') return straightDirection(text, at, paragraph) === 'open';
  // »…« as in German books, and ”…” as in Finnish.
  if (mark === '»' || mark === '”') return opensByPlace(text, at, paragraph);
  return false;
}

function opensByPlace(text: string, at: number, paragraph: Span): boolean {
  const before = at === paragraph.start || /[\s(]/u.test(text.charAt(at - 1));
  return before && at + 1 < paragraph.end && WORDLIKE.test(text.charAt(at + 1));
}

function reopens(text: string, at: number, mark: string, opened: string, paragraph: Span): boolean {
  if (mark === opened && (mark === '«' || mark === '“')) return true;
  return (
    mark === '"' &&
    opened === '"' &&
    straightDirection(text, at, paragraph) === 'open' &&
    opensByPlace(text, at, paragraph)
  );
}

function closes(text: string, at: number, mark: string, opened: string, paragraph: Span): boolean {
  if (!(CLOSERS[opened] ?? '').includes(mark) || mark === '') return false;
  if (mark !== '"' || opened === '"') return true;
  return straightDirection(text, at, paragraph) === 'close';
}

/** What a straight mark does, from its neighbours. Inches and a mark inside a word do nothing. */
function straightDirection(text: string, at: number, paragraph: Span): Direction | undefined {
  const before = at === paragraph.start ? ' ' : text.charAt(at - 1);
  const after = at + 1 >= paragraph.end ? ' ' : text.charAt(at + 1);
  const mayOpen = !/[\s,;]/u.test(after) && (BEFORE_OPENING.test(before) || !WORDLIKE.test(before));
  const mayClose = AFTER_CLOSING.test(after) || !WORDLIKE.test(after);
  if (mayOpen && (/\s/u.test(before) || !mayClose)) return 'open';
  if (mayClose) return 'close';
  return mayOpen ? 'open' : undefined;
}

/**
 * How the straight marks of a paragraph go together: whether they nest without a remainder when read by their
 * neighbours ("a "b" c"), and whether one is left over.
 */
function straightMarks(text: string, paragraph: Span): { nest: boolean; odd: boolean } {
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

/** A straight mark behind a digit, where one mark of the paragraph is left over: a 6" pipe. */
function isInches(text: string, at: number, mark: string): boolean {
  return mark === '"' && /\p{N}/u.test(text.charAt(at - 1)) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3));
}

/** A quote in single marks is believed from this many words on: shorter ones are nicknames and scare quotes. */
const SINGLE_MARK_WORDS = 4;

function singleMarked(text: string, paragraph: Span): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let start = -1;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charAt(at);
    if (mark !== '‘' && mark !== '’' && mark !== "'") continue;
    if (start < 0) {
      if (mark !== '’' && opensByPlace(text, at, paragraph)) start = at + 1;
      continue;
    }
    const after = at + 1 >= paragraph.end ? ' ' : text.charAt(at + 1);
    if (mark === '‘' || WORDLIKE.test(after) || !/[.,!?…]/u.test(text.charAt(at - 1))) continue;
    const words = text.slice(start, at).split(' ').length;
    if (words >= SINGLE_MARK_WORDS) found.push({ start, end: at, closed: true, paragraph });
    start = -1;
  }
  return found;
}
