import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter } from './clause.ts';
import type { Grammar } from './grammar.ts';
import type { Word } from './words.ts';

/** A subject that stands before its quote is not longer than this many words. */
const LONGEST_SUBJECT = 10;

/**
 * Who speaks where the verb closes the sentence, as in Kazakh and its kin: behind "деп мәлімдеді" or "деді", else,
 * where nobody is named there, before the quote ("Holm «…» деді"); and before "айтуынша" and the like.
 */
export function verbFinalCue(
  before: readonly Word[],
  after: readonly Word[],
  grammar: Grammar,
): Attribution | undefined {
  if (grammar.quotatives.size === 0) return undefined;
  const spoken = verbBehind(after, grammar);
  if (spoken !== undefined) {
    const mention = subjectAfter(after.slice(spoken + 1), grammar) ?? subjectOf(before);
    return mention === undefined ? undefined : { mention, tie: 'cue-after' };
  }
  const lead = withoutMarks(before);
  const according = lead.findLastIndex((word) => grammar.accordingBehind.has(word.lower));
  if (according < 1 || lead.length - according > 3) return undefined;
  const mention = subjectOf(lead.slice(0, according));
  return mention === undefined ? undefined : { mention, tie: 'according' };
}

/** Index of the last word of the verb that follows the quote at once: "деді", "деп мәлімдеді", "деп атап өтті". */
function verbBehind(after: readonly Word[], grammar: Grammar): number | undefined {
  let at = 0;
  while (after[at]?.isMark) at += 1;
  if (grammar.quotatives.has(after[at]?.lower ?? '')) at += 1;
  else if (!grammar.cues.has(after[at]?.lower ?? '')) return undefined;
  const from = at;
  while (at - from < 3 && grammar.cues.has(after[at]?.lower ?? '')) at += 1;
  return at > from ? at - 1 : undefined;
}

function subjectOf(words: readonly Word[]): Span | undefined {
  const open = withoutMarks(words);
  const comma = open.findLastIndex((word) => word.isMark);
  const run = open.slice(comma + 1);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length > LONGEST_SUBJECT) return undefined;
  return { start: first.start, end: last.end };
}

/** The words less the marks that they end in: the colon and the opening mark before a quote. */
function withoutMarks(words: readonly Word[]): readonly Word[] {
  return words.slice(0, words.findLastIndex((word) => !word.isMark) + 1);
}
