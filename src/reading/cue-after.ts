import type { Span } from '../news/quote.ts';
import { accordingTo, REACH } from './according.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import { germanCueAfter } from './german-cue-after.ts';
import type { Grammar } from './grammar.ts';
import { isEnded, isOpenEnded, opensParagraph } from './quote-ends.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { bodyInside, citedBehind, paperBehind } from './russian-cues.ts';
import { opensClause } from './trailing-cue.ts';
import { isShouted, unlistedVerb } from './unlisted-verbs.ts';
import { isNoun } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/** Who speaks by the words behind a quote. */
export interface CueBehind {
  readonly attribution: Attribution;
  /** The quote itself is open-ended (a comma, a question mark), so that the words can only go with it. */
  readonly strong: boolean;
}

/** Who speaks by the words after a quote in its sentence, in plain or inverted order. `before`: the words before it. */
export function cueAfter(
  text: string,
  stretch: MarkedStretch,
  after: readonly Word[],
  before: readonly Word[],
  grammar: Grammar,
): CueBehind | undefined {
  if (!stretch.closed) return undefined;
  const words = after.slice(leadMarks(after));
  const strong = isOpenEnded(text, stretch);
  if (grammar.language === 'de') return germanCueAfter(words, before, strong, grammar);
  const according = accordingTo(words, grammar);
  if (according !== undefined) return { attribution: { mention: according, tie: 'according' }, strong: true };
  if (!strong && !isEnded(text, stretch) && !opensParagraph(text, stretch)) return undefined;
  const verb = verbOf(words.slice(0, REACH), strong && before.length < 2, grammar);
  if (verb < 0 || isDangling(words[verb], verb, grammar)) return undefined;
  const cited = citedBehind(words, verb, grammar);
  if (cited !== undefined) return { attribution: { mention: cited, tie: 'according' }, strong };
  const mention = subjectOf(words, verb, grammar);
  return mention === undefined ? undefined : { attribution: { mention, tie: 'cue-after' }, strong };
}

/** Index of the first verb of saying, or of another verb where the quote makes one of it (`alone`); -1 without one. */
function verbOf(words: readonly Word[], alone: boolean, grammar: Grammar): number {
  const cue = words.findIndex(
    (word, at) =>
      grammar.cues.has(word.lower) && (!isCapitalised(word) || isShouted(words, at)) && !isNoun(words, at, grammar),
  );
  const other = alone ? unlistedVerb(words, grammar) : -1;
  return other >= 0 && (cue < 0 || other < cue) ? other : cue;
}

/** "…," adding that …: the participle's subject stands before the quote. */
function isDangling(word: Word | undefined, at: number, grammar: Grammar): boolean {
  return at === 0 && grammar.language === 'en' && /ing$/u.test(word?.lower ?? '');
}

function subjectOf(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const source = paperBehind(words, verb, grammar) ?? bodyInside(words, verb, grammar);
  if (source !== undefined) return source;
  return verb === 0 ? subjectAfter(words.slice(1), grammar) : plainOrder(words, verb, grammar);
}

function plainOrder(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const first = words[0];
  const lead = words.slice(0, verb);
  if (first === undefined) return undefined;
  const comma = lead.findIndex((word) => word.text === ',');
  if (opensClause(comma < 0 ? lead : lead.slice(0, comma), grammar)) {
    if (comma < 0) return undefined;
    return isInverted(words, verb, grammar)
      ? subjectAfter(words.slice(verb + 1), grammar)
      : subjectBefore(lead, grammar);
  }
  // An adverb or an auxiliary between the quote and an inverted cue: "…", - ранее заявил X; « … », a déclaré X.
  const adverb = verb <= 2 && !isCapitalised(first) && grammar.language !== 'en';
  if (adverb && !grammar.pronouns.has(first.lower) && !grammar.determiners.has(first.lower)) {
    return subjectAfter(words.slice(verb + 1), grammar) ?? subjectBefore(lead, grammar);
  }
  return subjectBefore(lead, grammar);
}

/** "“…” that the gates are old, said Holm.": behind the rest of the sentence, a comma, the verb and its subject. */
function isInverted(words: readonly Word[], verb: number, grammar: Grammar): boolean {
  const next = words[verb + 1];
  if (grammar.language !== 'en' || words[verb - 1]?.text !== ',' || next === undefined) return false;
  if (!/^(?:said|says|\p{Ll}+ed)$/u.test(words[verb]?.lower ?? '')) return false;
  if (grammar.neverNames.has(next.lower) || grammar.pronouns.has(next.lower)) return false;
  return isCapitalised(next) || /^(?:the|a|an)$/u.test(next.lower);
}

function leadMarks(words: readonly Word[]): number {
  let at = 0;
  while (at < words.length && words[at]?.isMark && !/^[@#]/u.test(words[at]?.text ?? '')) at += 1;
  return at;
}
