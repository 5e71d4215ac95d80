import type { Span } from '../news/quote.ts';
import { accordingTo, isNoun, REACH, sourceOf } from './according.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * Who speaks by the words after a quote in its sentence, in plain or inverted order. It is `strong` where the quote
 * itself is open-ended (a comma, a question mark), so that the words can only go with it.
 */
export function cueAfter(
  text: string,
  stretch: MarkedStretch,
  after: readonly Word[],
  grammar: Grammar,
): { attribution: Attribution; strong: boolean } | undefined {
  if (!stretch.closed) return undefined;
  const words = after.slice(leadMarks(after));
  const comma = isOpenEnded(text, stretch);
  const german = grammar.language === 'de' ? germanCueAfter(words, grammar) : undefined;
  if (german !== undefined) return { attribution: { mention: german, tie: 'cue-after' }, strong: true };
  const according = accordingTo(words, grammar);
  if (according !== undefined) return { attribution: { mention: according, tie: 'according' }, strong: true };
  if (!comma && !isEnded(text, stretch) && !opensParagraph(text, stretch)) return undefined;
  const verb = words
    .slice(0, REACH)
    .findIndex((word, at) => grammar.cues.has(word.lower) && !isCapitalised(word) && !isNoun(words, at, grammar));
  if (verb < 0) return undefined;
  // "…," adding that …: the participle's subject stands before the quote.
  if (verb === 0 && grammar.language === 'en' && /ing$/u.test(words[0]?.lower ?? '')) return undefined;
  const source =
    grammar.language === 'ru' &&
    /^(?:говорится|сказано|отмечается|сообщается|указано)$/u.test(words[verb]?.lower ?? '');
  const paper = source ? paperBehind(words.slice(verb + 1), grammar) : undefined;
  if (paper !== undefined) return { attribution: { mention: paper, tie: 'cue-after' }, strong: comma };
  const mention = verb === 0 ? subjectAfter(words.slice(1), grammar) : plainOrder(words, verb, grammar);
  return mention === undefined ? undefined : { attribution: { mention, tie: 'cue-after' }, strong: comma };
}

/** "говорится в заявлении Министерства портов": the paper, with whose it is. */
function paperBehind(words: readonly Word[], grammar: Grammar): Span | undefined {
  const at = words.findIndex((word) => /^(?:в|во|на)$/u.test(word.lower));
  return at < 0 || at > 3 ? undefined : subjectAfter(words.slice(at + 1), grammar);
}

/** "„…“, so heißt es in einer Erklärung", "„…“, wird Holm zitiert". */
function germanCueAfter(words: readonly Word[], grammar: Grammar): Span | undefined {
  const from = words[0]?.lower === 'so' ? 1 : 0;
  const first = words[from]?.lower ?? '';
  if (/^(?:heißt|hieß)$/u.test(first) && words[from + 1]?.lower === 'es')
    return sourceOf(words.slice(from + 2), grammar);
  // "wird Holm zitiert", "ließ Holm verlauten": the verb of saying closes the clause.
  const closing = CLOSING[first];
  const closes = closing !== undefined && words.slice(0, REACH).some((word) => closing.test(word.lower));
  return closes ? subjectAfter(words.slice(from + 1), grammar) : undefined;
}

const CITED = /^zitiert$/u;
const MADE_KNOWN = /^(?:verlauten|wissen|mitteilen|verbreiten|erklären|ausrichten)$/u;
const CLOSING: Readonly<Record<string, RegExp>> = {
  wird: CITED,
  wurde: CITED,
  werden: CITED,
  wurden: CITED,
  ließ: MADE_KNOWN,
  lässt: MADE_KNOWN,
  ließen: MADE_KNOWN,
};

/** The words' end decides what may follow; marks that close a quote inside the quote are looked through. */
function isOpenEnded(text: string, { start, end }: Span): boolean {
  if (/[,!?—–-][\s"'’”»]*$/u.test(text.slice(Math.max(start, end - 4), end))) return true;
  return /^\s*[,—–-]/u.test(text.slice(end + 1, end + 4));
}

/** At a paragraph's head the words behind a quote go with it even where its comma is missing. */
function opensParagraph(text: string, { start, paragraph }: MarkedStretch): boolean {
  return text.slice(paragraph.start, start).trim().length <= 1;
}

function isEnded(text: string, { start, end }: Span): boolean {
  return /[.…][\s"'’”»]*$/u.test(text.slice(Math.max(start, end - 4), end));
}

function plainOrder(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const first = words[0];
  const lead = words.slice(0, verb);
  if (first === undefined) return undefined;
  const comma = lead.findIndex((word) => word.text === ',');
  const clause = comma < 0 ? lead : lead.slice(0, comma);
  if (opensClause(clause, grammar)) return comma < 0 ? undefined : subjectBefore(lead, grammar);
  // An adverb between the quote and an inverted cue: "…", so sagte X; "…", - ранее заявил X.
  const adverb = verb <= 2 && !isCapitalised(first) && grammar.language !== 'en';
  if (adverb && !grammar.pronouns.has(first.lower) && !grammar.determiners.has(first.lower)) {
    return subjectAfter(words.slice(verb + 1), grammar) ?? subjectBefore(lead, grammar);
  }
  return subjectBefore(lead, grammar);
}

/** True for words that go on with the sentence rather than name who spoke: "and promised to …", "as his father …". */
function opensClause(words: readonly Word[], grammar: Grammar): boolean {
  return words.some((word, at) => {
    if (isCapitalised(word) || word.lower === 'in') return false;
    if (at === 0)
      return (
        grammar.boundaries.has(word.lower) ||
        grammar.prepositions.has(word.lower) ||
        grammar.conjunctions.has(word.lower)
      );
    return grammar.boundaries.has(word.lower) && !/^(?:who|which|and|und|и)$/u.test(word.lower);
  });
}

function leadMarks(words: readonly Word[]): number {
  let at = 0;
  while (at < words.length && words[at]?.isMark && !/^[@#]/u.test(words[at]?.text ?? '')) at += 1;
  return at;
}

/** A cue that closes the sentence behind a comma: "… was “a mess” from the start, Smith said." */
export function trailingCue(after: readonly Word[], grammar: Grammar): Attribution | undefined {
  const comma = after.findIndex((word, at) => word.text === ',' && startsCue(after.slice(at + 1), grammar));
  if (comma < 0) return undefined;
  const words = after.slice(comma + 1);
  const according = accordingTo(words, grammar);
  if (according !== undefined) return { mention: according, tie: 'according' };
  const verb = words.findIndex((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  const mention =
    verb === 0 || verb < 0 ? subjectAfter(words.slice(1), grammar) : subjectBefore(words.slice(0, verb), grammar);
  return mention === undefined ? undefined : { mention, tie: 'cue-after' };
}

/** True for "Smith said.", "said Smith", "so Smith", "hatte Smith gesagt": a clause that is all cue. */
function startsCue(words: readonly Word[], grammar: Grammar): boolean {
  if (accordingTo(words, grammar) !== undefined) return true;
  const verb = words.slice(0, 8).findIndex((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  if (verb === 0) return !/ing$/u.test(words[0]?.lower ?? '') || grammar.language !== 'en';
  if (verb < 0) return false;
  if (grammar.language === 'de') return /^(?:hat|hatte|haben|hatten)$/u.test(words[0]?.lower ?? '');
  return !opensClause(words.slice(0, verb), grammar) && /^[.;]$/u.test(words[verb + 1]?.text ?? '.');
}
