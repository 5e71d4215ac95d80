import type { Attribution } from './attribution.ts';
import { cueBefore } from './cue-before.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { wordsIn } from './words.ts';

/** So much of the paragraph before is read for who is about to speak. */
const LEAD_IN = 400;

/** "The mayor wrote:" in the paragraph before. */
export function announcedBefore(
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
): Attribution | undefined {
  const start = stretches[0]?.paragraph.start ?? 0;
  const lead = text.slice(Math.max(0, start - LEAD_IN), start).trimEnd();
  if (!lead.endsWith(':')) return undefined;
  const from = Math.max(lead.lastIndexOf('\n'), lead.search(/[.!?]["”»]?\s[^.!?]*$/u)) + 1;
  const offset = Math.max(0, start - LEAD_IN);
  const words = wordsIn(text, { start: offset + from, end: offset + lead.length });
  return cueBefore(words, false, grammar);
}

/** "— Ida Holm" in the paragraph below one that is nothing but a quote. */
export function signedBelow(text: string, stretches: readonly MarkedStretch[]): Attribution | undefined {
  const last = stretches.at(-1);
  if (last === undefined || stretches.length > 1 || last.start - last.paragraph.start > 2) return undefined;
  if (last.paragraph.end - last.end > 3) return undefined;
  const from = last.paragraph.end;
  const signed = /^(\n+[–—-] ?)(\p{Lu}[^\n.!?"“”]{1,60})\.?(?:\n|$)/u.exec(text.slice(from, from + 80));
  const lead = signed?.[1]?.length ?? 0;
  const name = signed?.[2]?.length ?? 0;
  return name === 0 ? undefined : { mention: { start: from + lead, end: from + lead + name }, tie: 'colon' };
}

/** A paragraph that is nothing but a quote goes on with who was quoted in the paragraph before. */
export function neighbour(
  text: string,
  last: MarkedStretch | undefined,
  stretches: readonly MarkedStretch[],
  before: Attribution | undefined,
): Attribution | undefined {
  const first = stretches[0];
  if (last === undefined || first === undefined || before === undefined) return undefined;
  const adjacent = text.slice(last.paragraph.end, first.paragraph.start).trim() === '';
  const whole = first.start - first.paragraph.start <= 2 && first.paragraph.end - first.end <= 3;
  return adjacent && whole ? { ...before, tie: 'neighbour' } : undefined;
}
