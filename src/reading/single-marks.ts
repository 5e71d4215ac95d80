import type { Span } from '../news/quote.ts';
import { opensByPlace } from './double-marks.ts';
import type { MarkedStretch } from './quote-marks.ts';

/** A quote in single marks is believed from this many words on: shorter ones are nicknames and scare quotes. */
const FEWEST_WORDS = 4;

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['‘', "’'"],
  ["'", "'’"],
  ['‚', '‘’'],
  ['‹', '›'],
  ['›', '‹'],
]);

/** Every stretch of a paragraph in single marks that has four words or more. An apostrophe closes nothing. */
export function singleMarked(text: string, paragraph: Span): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let start = -1;
  let opened = '';
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charAt(at);
    if (start < 0) {
      if (!CLOSERS.has(mark) || !opensByPlace(text, at, paragraph)) continue;
      start = at + 1;
      opened = mark;
    } else if ((CLOSERS.get(opened) ?? '').includes(mark) && !isApostrophe(text, at, mark, paragraph)) {
      if (isLongEnough(text, start, at)) found.push({ start, end: at, closed: true, paragraph });
      start = -1;
    }
  }
  return found;
}

/** "don’t", "the boys’ plan": before a letter, or behind an s where the sentence goes on. */
function isApostrophe(text: string, at: number, mark: string, paragraph: Span): boolean {
  if (mark === '‹' || mark === '›') return false;
  const after = at + 1 >= paragraph.end ? ' ' : text.charAt(at + 1);
  if (/[\p{L}\p{N}]/u.test(after)) return true;
  return /s/iu.test(text.charAt(at - 1)) && after === ' ' && /^\p{Ll}/u.test(text.slice(at + 2, at + 4));
}

function isLongEnough(text: string, start: number, end: number): boolean {
  let spaces = 0;
  for (let at = start; at < end && spaces < FEWEST_WORDS; at += 1) if (text.charAt(at) === ' ') spaces += 1;
  return spaces >= FEWEST_WORDS - 1;
}
