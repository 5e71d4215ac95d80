import type { Span } from '../news/quote.ts';
import type { Grammar } from './grammar.ts';
import { type MarkedStretch, paragraphSpans } from './quote-marks.ts';
import { wordsIn } from './words.ts';

/** A cue between dashes is not longer than this, in UTF-16 units. */
const LONGEST_CUE = 140;

const DASH = /[,.!?…]["»”]?\s[–—-]\s/gu;

/** Languages that set a cue between dashes, within the marks: «Мы идём, — сказал он. — Мы придём». */
const DASHED = new Set(['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'tg', 'uz']);

/** Parts each stretch at the cues that stand inside its marks, so that they are quoted no more. */
export function partAtInnerCues(text: string, stretches: readonly MarkedStretch[], grammar: Grammar): MarkedStretch[] {
  if (!DASHED.has(grammar.language)) return [...stretches];
  return stretches.flatMap((stretch) => partOne(text, stretch, grammar));
}

/** Direct speech that a dash opens at a paragraph's head: "— Мы идём, — сказал он." Only where a cue follows. */
export function dashedSpeech(text: string, grammar: Grammar): MarkedStretch[] {
  if (!DASHED.has(grammar.language)) return [];
  return paragraphSpans(text).flatMap((paragraph) => {
    if (!/^[–—-]\s/u.test(text.slice(paragraph.start, paragraph.start + 2))) return [];
    const whole = { start: paragraph.start + 2, end: paragraph.end, closed: true, paragraph };
    const parts = partOne(text, whole, grammar);
    return parts[0] === undefined || parts[0].end === paragraph.end ? [] : parts;
  });
}

function partOne(text: string, stretch: MarkedStretch, grammar: Grammar): MarkedStretch[] {
  const dashes = [...text.slice(stretch.start, stretch.end).matchAll(DASH)].map((match) => ({
    before: stretch.start + match.index + 1,
    after: stretch.start + match.index + match[0].length,
  }));
  const parts: MarkedStretch[] = [];
  let start = stretch.start;
  for (let at = 0; at < dashes.length; at += 1) {
    const opening = dashes[at];
    if (opening === undefined || opening.before <= start) continue;
    const closing = dashes[at + 1];
    const cue: Span = {
      start: opening.after,
      end: Math.min(closing?.before ?? stretch.end, opening.after + LONGEST_CUE),
    };
    if (!opensWithCue(text, cue, grammar)) continue;
    parts.push({ ...stretch, start, end: opening.before });
    start = closing === undefined ? stretch.end : closing.after;
    at += 1;
  }
  if (start < stretch.end) parts.push({ ...stretch, start });
  return parts;
}

function opensWithCue(text: string, cue: Span, grammar: Grammar): boolean {
  return wordsIn(text, cue)
    .slice(0, 3)
    .some((word) => grammar.cues.has(word.lower));
}
