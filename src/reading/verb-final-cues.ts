import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter } from './clause.ts';
import type { Grammar } from './grammar.ts';
import { dropLead } from './noun-phrase.ts';
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
    const mention = subjectAfter(withoutPlace(after.slice(spoken + 1)), grammar) ?? subjectOf(before, grammar);
    return mention === undefined ? undefined : { mention, tie: 'cue-after' };
  }
  const lead = withoutMarks(before);
  const according = lead.findLastIndex((word) => grammar.accordingBehind.has(word.lower));
  if (according < 1 || lead.length - according > 3) return undefined;
  const mention = subjectOf(lead.slice(0, according), grammar);
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

/** "деп жазды Ида Хольм Facebook парақшасында": what has the ending of a place or an aim, and a foreign word, tell where. */
function withoutPlace(words: readonly Word[]): readonly Word[] {
  const mark = words.findIndex((word) => word.isMark && !/^[«»“”]$/u.test(word.text));
  let run = mark < 0 ? words : words.slice(0, mark);
  const end = run.findIndex(
    (word, at) => at > 0 && CYRILLIC.test(run[0]?.text ?? '') && /^\p{Script=Latin}/u.test(word.text),
  );
  if (end > 0) run = run.slice(0, end);
  while (run.length > 1 && AIM.test(run.at(-1)?.text ?? '')) run = run.slice(0, -1);
  return run;
}

/** An ending of a place or an aim; a paper that speaks keeps it. */
const AIM = /^(?!хабарлама|мәлімдеме|құжат|бұйрық|хат)\p{Ll}{3,}[дтғқгк][ае]$/u;

const CYRILLIC = /^\p{Script=Cyrillic}/u;

function subjectOf(words: readonly Word[], grammar: Grammar): Span | undefined {
  const open = withoutMarks(words);
  const comma = open.findLastIndex((word) => word.isMark);
  let run = dropLead(open.slice(comma + 1), grammar);
  // "Дүйсенбі күні Ида Хольм", "Өз кезегінде Ида Хольм"
  while (run.length > 1 && /^\p{Ll}+[дт][ае]$|^күні$/u.test(run[0]?.text ?? '')) run = run.slice(1);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length > LONGEST_SUBJECT) return undefined;
  return { start: first.start, end: last.end };
}

/** The words less the marks that they end in: the colon and the opening mark before a quote. */
function withoutMarks(words: readonly Word[]): readonly Word[] {
  return words.slice(0, words.findLastIndex((word) => !word.isMark) + 1);
}
