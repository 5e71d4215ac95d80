import type { Span } from '../news/quote.ts';
import type { Grammar } from './grammar.ts';
import { type MarkedStretch, paragraphSpans } from './quote-marks.ts';

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

/**
 * Direct speech that a dash opens at a paragraph's head: "— Мы идём, — сказал он." Only where a cue follows; of a
 * dialogue in one line ("— Когда? — Завтра, — сказал он.") only whoever has one is quoted.
 */
export function dashedSpeech(text: string, grammar: Grammar): MarkedStretch[] {
  if (!DASHED.has(grammar.language)) return [];
  return paragraphSpans(text).flatMap((paragraph) => {
    if (!/^[–—-]\s/u.test(text.slice(paragraph.start, paragraph.start + 2))) return [];
    const whole = { start: paragraph.start + 2, end: paragraph.end, closed: true, paragraph };
    return turnsOf(text, whole, grammar).flatMap((turn) => {
      const parts = partOne(text, turn, grammar);
      return parts[0] === undefined || parts[0].end === turn.end ? [] : parts;
    });
  });
}

interface Dash {
  /** Where the words before it end, behind their comma or full stop. */
  readonly before: number;
  readonly after: number;
}

function dashesIn(text: string, { start, end }: Span): Dash[] {
  return Array.from(text.slice(start, end).matchAll(DASH), ({ index, 0: match }) => ({
    before: start + index + 1,
    after: start + index + match.length,
  }));
}

/** Parts speech where another speaker answers: at a dash behind a full stop, before a capital, that closes no cue. */
function turnsOf(text: string, whole: MarkedStretch, grammar: Grammar): MarkedStretch[] {
  const turns: MarkedStretch[] = [];
  let start = whole.start;
  let inCue = false;
  for (const { before, after } of dashesIn(text, whole)) {
    if (inCue) inCue = false;
    else if (opensWithCue(text, { start: after, end: Math.min(whole.end, after + LONGEST_CUE) }, grammar)) inCue = true;
    else if (/[.!?…]/u.test(text.charAt(before - 1)) && /^\p{Lu}/u.test(text.slice(after, after + 2))) {
      turns.push({ ...whole, start, end: before });
      start = after;
    }
  }
  return [...turns, { ...whole, start }];
}

function partOne(text: string, stretch: MarkedStretch, grammar: Grammar): MarkedStretch[] {
  const dashes = dashesIn(text, stretch);
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

/** A verb of saying among the first words, which open with no capital. */
function opensWithCue(text: string, { start, end }: Span, grammar: Grammar): boolean {
  const opening = text.slice(start, Math.min(end, start + OPENING));
  if (/^\p{Lu}/u.test(opening)) return false;
  return opening.split(/[^\p{L}-]+/u, CUE_WORDS).some((word) => grammar.cues.has(word.toLowerCase()));
}

/** A verb of saying is looked for among so many words of a cue, in so many UTF-16 units. */
const CUE_WORDS = 3;
const OPENING = 60;
