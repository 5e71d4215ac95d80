import type { Span } from '../news/quote.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { isInches, readStraightMarks, type StraightMarks, straightDirection } from './straight-marks.ts';

/** Which marks may close a quote that the given one opened; writers mix curly and straight ones. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”"'],
  ['„', '“”"‟'],
  ['«', '»'],
  ['"', '"”'],
  ['‟', '”"'],
  // »…« as in German books, and ”…” as in Finnish.
  ['»', '«'],
  ['”', '”"'],
  // Chinese and Japanese, 〝…〞 in vertical lines set level.
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞〟'],
  ['＂', '＂'],
]);

const ALWAYS_OPEN = '“„«‟「『〝';

const WORDLIKE = /[\p{L}\p{N}]/u;

interface Open {
  readonly start: number;
  readonly mark: string;
  depth: number;
  lastClose: number;
}

/** Every stretch of a paragraph in double quotation marks; those inside another are part of it. */
export function doubleMarked(text: string, paragraph: Span): MarkedStretch[] {
  const straight = readStraightMarks(text, paragraph);
  const nests = nestsEvenly(text, paragraph);
  const found: MarkedStretch[] = [];
  let open: Open | undefined;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charAt(at);
    if (open === undefined) {
      if (isOpening(text, at, mark, paragraph)) open = { start: at + 1, mark, depth: 1, lastClose: -1 };
    } else if (reopens(text, at, mark, open.mark, paragraph)) {
      if (isNested(open.mark, straight, nests)) open.depth += 1;
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
function leftOpen({ start, lastClose }: Open, paragraph: Span): MarkedStretch {
  const closed = lastClose > start;
  return { start, end: closed ? lastClose : paragraph.end, closed, paragraph };
}

/** True where as many low marks („) open as high ones close, so that one inside another is a quote in a quote. */
function nestsEvenly(text: string, paragraph: Span): boolean {
  let opened = 0;
  let closed = 0;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charAt(at);
    if (mark === '„') opened += 1;
    else if (mark === '“' || mark === '”') closed += 1;
  }
  return opened === closed;
}

function isNested(opened: string, straight: StraightMarks, evenly: boolean): boolean {
  if (opened === '"') return straight.nest;
  return opened === '«' || opened === '「' || (opened === '„' && evenly);
}

function isOpening(text: string, at: number, mark: string, paragraph: Span): boolean {
  if (!CLOSERS.has(mark)) return false;
  if (ALWAYS_OPEN.includes(mark)) return true;
  if (mark === '"') return straightDirection(text, at, paragraph) === 'open';
  return opensByPlace(text, at, paragraph);
}

/** A mark behind a space and before a word opens, whichever way it is turned. */
export function opensByPlace(text: string, at: number, paragraph: Span): boolean {
  const before = at === paragraph.start || /[\s(]/u.test(text.charAt(at - 1));
  return before && at + 1 < paragraph.end && WORDLIKE.test(text.charAt(at + 1));
}

function reopens(text: string, at: number, mark: string, opened: string, paragraph: Span): boolean {
  if (mark !== opened) return false;
  if (mark === '"') return straightDirection(text, at, paragraph) === 'open' && opensByPlace(text, at, paragraph);
  return ALWAYS_OPEN.includes(mark) && !closesByPlace(text, at, mark, paragraph);
}

function closes(text: string, at: number, mark: string, opened: string, paragraph: Span): boolean {
  if (mark === '“' && opened === '“') return closesByPlace(text, at, mark, paragraph);
  if (!(CLOSERS.get(opened) ?? '').includes(mark)) return false;
  if (mark !== '"' || opened === '"') return true;
  return straightDirection(text, at, paragraph) === 'close';
}

/** “I went,“ said Holm: the wrong key, told by what stands on both sides. */
function closesByPlace(text: string, at: number, mark: string, paragraph: Span): boolean {
  const spaced = at + 1 >= paragraph.end || /\s/u.test(text.charAt(at + 1));
  return mark === '“' && spaced && /[.,!?…]/u.test(text.charAt(at - 1));
}
