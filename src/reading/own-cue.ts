import { inTheWordsOf } from './according.ts';
import type { Attribution } from './attribution.ts';
import { cueAfter } from './cue-after.ts';
import { cueBefore } from './cue-before.ts';
import { firstSubject } from './first-subject.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { continued, isReport } from './reported.ts';
import type { Surroundings } from './surroundings.ts';
import { trailingCue } from './trailing-cue.ts';
import { verbFinalCue } from './verb-final-cues.ts';
import { type Word, wordsIn } from './words.ts';

/**
 * Who speaks by the words around a quote in its sentence: behind an open-ended one, before it, at the sentence’s end,
 * by its subject. `previous`: the attribution of the quote before it in the paragraph.
 */
export function ownCue(
  text: string,
  stretch: MarkedStretch,
  around: Surroundings,
  previous: Attribution | undefined,
  grammar: Grammar,
): Attribution | undefined {
  const before = wordsIn(text, around.before);
  const after = wordsIn(text, around.after);
  const closing = verbFinalCue(before, after, grammar);
  if (closing !== undefined) return closing;
  const behind = cueAfter(text, stretch, after, before, grammar);
  // After a full stop a new sentence begins ("He said that …"), which tells who spoke only where nothing else does.
  const alone = before.length < 2 && previous === undefined;
  if (behind !== undefined && (behind.strong || alone)) return withIssuer(text, behind.attribution, before, grammar);
  const ahead = cueBefore(before, around.follows, grammar);
  if (ahead !== undefined && ahead.tie !== 'subject') return ahead;
  const trailing = isOver(text, stretch, grammar) ? undefined : trailingCue(after, grammar);
  if (trailing !== undefined) return trailing;
  const view = inTheWordsOf(after, grammar);
  if (view !== undefined) return { mention: view, tie: 'according' };
  if (ahead !== undefined && isReport(text, before, ahead, grammar))
    return grammar.language === 'de' ? undefined : (continued(previous) ?? ahead);
  return ahead ?? (previous === undefined ? behind?.attribution : undefined);
}

/** A German quote that ends in a full stop ends its sentence. */
function isOver(text: string, { start, end }: MarkedStretch, grammar: Grammar): boolean {
  return grammar.language === 'de' && /[.!?]$/u.test(text.slice(Math.max(start, end - 1), end));
}

/** What goes on with an unclosed quote of the paragraph before has its speaker; words behind it may name him anew. */
export function cueOfCarried(
  text: string,
  stretch: MarkedStretch,
  around: Surroundings,
  carried: Attribution,
  grammar: Grammar,
): Attribution {
  const own = stretch.closed ? cueAfter(text, stretch, wordsIn(text, around.after), [], grammar) : undefined;
  const mention = own?.strong ? own.attribution.mention : carried.mention;
  return { ...carried, mention, tie: 'continued', carried: true };
}

/** "Norland offered a rebuke: “…,” the statement reads": keeps the sentence's subject beside the paper that speaks. */
function withIssuer(text: string, found: Attribution, before: readonly Word[], grammar: Grammar): Attribution {
  const head = text.slice(found.mention.start, found.mention.end).toLowerCase().split(' ').at(-1) ?? '';
  const announced = before.some((word) => word.text === ':');
  return announced && grammar.documents.has(head) ? { ...found, issuer: firstSubject(before, grammar) } : found;
}
