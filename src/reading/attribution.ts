import type { Span } from '../news/quote.ts';
import { firstSubject, subjectAfter, subjectBefore } from './clause.ts';
import type { Grammar } from './grammar.ts';
import { lastAtOrBefore } from './places.ts';
import type { MarkedStretch } from './quote-marks.ts';
import { isCapitalised, type Word, wordsIn } from './words.ts';

/** How a quote is tied to whoever spoke, strongest first. */
export type Tie = 'cue-after' | 'cue-before' | 'according' | 'colon' | 'continued' | 'subject' | 'neighbour';

/** Who a quote is ascribed to, as the words stand in the text. */
export interface Attribution {
  readonly mention: Span;
  readonly tie: Tie;
  /** The subject of the sentence that leads to the quote, where the cue itself names a paper ("the statement reads"). */
  readonly issuer?: Span | undefined;
}

/** The stretches of one paragraph with the text around each, the quotes' own words blotted out. */
interface Surroundings {
  readonly before: Span;
  readonly after: Span;
  /** True where another quote of the same sentence stands before this one. */
  readonly follows: boolean;
}

const SENTENCE_END = /[.!?…]["”»“’')\]]*\s+(?=[“„«"‘'([]?[\p{Lu}\p{N}])/gu;

/** Ascribes each quote of a text, in order; undefined where no rule applies. */
export function attribute(
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
): (Attribution | undefined)[] {
  const found: (Attribution | undefined)[] = [];
  for (const paragraph of groupByParagraph(stretches)) {
    const last = stretches[found.length - 1];
    const carried = carriesOn(text, last, paragraph[0]) ? found.at(-1) : undefined;
    const before = found.at(-1);
    const own = attributeParagraph(text, paragraph, grammar, carried);
    const outside =
      own[0] === undefined
        ? (announcedBefore(text, paragraph, grammar) ?? neighbour(text, last, paragraph, before))
        : undefined;
    found.push(...own.map((one) => one ?? outside));
  }
  return found;
}

/** So much of the paragraph before is read for who is about to speak. */
const LEAD_IN = 400;

/** "The mayor wrote:" in the paragraph before. */
function announcedBefore(text: string, stretches: readonly MarkedStretch[], grammar: Grammar): Attribution | undefined {
  const start = stretches[0]?.paragraph.start ?? 0;
  const lead = text.slice(Math.max(0, start - LEAD_IN), start).trimEnd();
  if (!lead.endsWith(':')) return undefined;
  const from = Math.max(lead.lastIndexOf('\n'), lead.search(/[.!?]["”»]?\s[^.!?]*$/u)) + 1;
  const offset = Math.max(0, start - LEAD_IN);
  const words = wordsIn(text, { start: offset + from, end: offset + lead.length });
  return cueBefore(words, { before: { start, end: start }, after: { start, end: start }, follows: false }, grammar);
}

/** A paragraph that is nothing but a quote goes on with who was quoted in the paragraph before. */
function neighbour(
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

function groupByParagraph(stretches: readonly MarkedStretch[]): MarkedStretch[][] {
  const groups: MarkedStretch[][] = [];
  for (const stretch of stretches) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph.start === stretch.paragraph.start) last.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

/** True where a quote that was never closed is taken up by an opening mark at the next paragraph's head. */
function carriesOn(text: string, last: MarkedStretch | undefined, next: MarkedStretch | undefined): boolean {
  if (last === undefined || next === undefined || last.closed) return false;
  return next.start - next.paragraph.start <= 2 && text.slice(last.paragraph.end, next.paragraph.start).trim() === '';
}

function attributeParagraph(
  text: string,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
  carried: Attribution | undefined,
): (Attribution | undefined)[] {
  const paragraph = stretches[0]?.paragraph ?? { start: 0, end: 0 };
  const masked = maskQuotes(text, paragraph, stretches);
  const ends = sentenceEnds(masked, paragraph.start);
  const found: (Attribution | undefined)[] = [];
  stretches.forEach((stretch, at) => {
    if (at === 0 && carried !== undefined) {
      found.push({ ...carried, tie: 'continued' });
      return;
    }
    const around = surroundingsOf(paragraph, stretches, at, ends);
    found.push(ownCue(text, stretch, around, found.at(-1), grammar) ?? continued(found.at(-1)));
  });
  fillFromNext(found);
  return found.map((one, at) => one ?? leadingSubject(text, masked, paragraph, stretches[at], ends, grammar));
}

/**
 * Blots out what is quoted, so that its words are no cues and no names: all but a closing full stop or the like,
 * and whether it opens with a capital letter, for these tell where sentences end.
 */
function maskQuotes(text: string, paragraph: Span, stretches: readonly MarkedStretch[]): string {
  let masked = '';
  let at = paragraph.start;
  for (const { start, end } of stretches) {
    const first = /[\p{Lu}\p{N}]/u.test(text.charAt(start)) ? 'X' : '_';
    const last = text.charAt(end - 1);
    const closing = end - start > 1 ? (/[.!?…,]/u.test(last) ? last : '_') : '';
    masked += text.slice(at, start) + first + '_'.repeat(Math.max(0, end - start - 2)) + closing;
    at = end;
  }
  return masked + text.slice(at, paragraph.end);
}

function sentenceEnds(masked: string, offset: number): number[] {
  const ends: number[] = [];
  for (const match of masked.matchAll(SENTENCE_END)) {
    const before = masked.slice(Math.max(0, match.index - 12), match.index + 1);
    if (match[0].startsWith('.') && endsAbbreviated(before)) continue;
    ends.push(offset + match.index + match[0].length);
  }
  return ends;
}

function endsAbbreviated(before: string): boolean {
  const words = wordsIn(before, { start: 0, end: before.length });
  return words.at(-1)?.text.endsWith('.') === true && words.at(-1)?.isMark === false;
}

function surroundingsOf(
  paragraph: Span,
  stretches: readonly MarkedStretch[],
  at: number,
  ends: readonly number[],
): Surroundings {
  const stretch = stretches[at] ?? paragraph;
  const opening = stretch.start - 1;
  const closing = Math.min(stretch.end + 1, paragraph.end);
  const previousEnd = at === 0 ? paragraph.start : (stretches[at - 1]?.end ?? 0) + 1;
  const sentenceStart = ends[lastAtOrBefore(ends, opening)] ?? paragraph.start;
  const nextStart = at + 1 < stretches.length ? (stretches[at + 1]?.start ?? 0) - 1 : paragraph.end;
  const sentenceEnd = ends[lastAtOrBefore(ends, closing + 1) + 1] ?? paragraph.end;
  const before = { start: Math.min(opening, Math.max(previousEnd, sentenceStart)), end: opening };
  return {
    before,
    after: { start: closing, end: Math.max(closing, Math.min(nextStart, sentenceEnd)) },
    follows: at > 0 && previousEnd > sentenceStart,
  };
}

function ownCue(
  text: string,
  stretch: MarkedStretch,
  around: Surroundings,
  previous: Attribution | undefined,
  grammar: Grammar,
): Attribution | undefined {
  // After a full stop a new sentence begins ("He said that …"), which tells who spoke only where nothing else does.
  const goesOnAfter = previous !== undefined;
  const before = wordsIn(text, around.before);
  const after = wordsIn(text, around.after);
  const behind = cueAfter(text, stretch, after, grammar);
  const alone = before.length < 2 && !goesOnAfter;
  if (behind !== undefined && (behind.strong || alone)) return withIssuer(text, behind.attribution, before, grammar);
  const ahead = cueBefore(before, around, grammar);
  return ahead ?? (goesOnAfter ? undefined : behind?.attribution);
}

/** "the statement reads": keeps the sentence's subject beside the paper that speaks. */
function withIssuer(text: string, found: Attribution, before: readonly Word[], grammar: Grammar): Attribution {
  const head = text.slice(found.mention.start, found.mention.end).toLowerCase().split(' ').at(-1) ?? '';
  return grammar.documents.has(head) ? { ...found, issuer: firstSubject(before, grammar) } : found;
}

/** A verb of saying is looked for in this many words after a quote. */
const REACH = 26;

function cueAfter(
  text: string,
  stretch: MarkedStretch,
  after: readonly Word[],
  grammar: Grammar,
): { attribution: Attribution; strong: boolean } | undefined {
  if (!stretch.closed) return undefined;
  const words = after.slice(leadMarks(after));
  const comma = isOpenEnded(text, stretch);
  const according = accordingTo(words, grammar);
  if (according !== undefined) return { attribution: { mention: according, tie: 'according' }, strong: comma };
  if (!comma && !isEnded(text, stretch)) return undefined;
  const verb = words
    .slice(0, REACH)
    .findIndex((word, at) => grammar.cues.has(word.lower) && !isCapitalised(word) && !isNoun(words, at, grammar));
  if (verb < 0) return undefined;
  // "…," adding that …: the participle's subject stands before the quote.
  if (verb === 0 && grammar.language === 'en' && /ing$/u.test(words[0]?.lower ?? '')) return undefined;
  const mention = verb === 0 ? subjectAfter(words.slice(1), grammar) : plainOrder(words, verb, grammar);
  return mention === undefined ? undefined : { attribution: { mention, tie: 'cue-after' }, strong: comma };
}

/** The words' end decides what may follow; marks that close a quote inside the quote are looked through. */
function isOpenEnded(text: string, { start, end }: Span): boolean {
  if (/[,!?—–-][\s"'’”»]*$/u.test(text.slice(Math.max(start, end - 4), end))) return true;
  return /^\s*[,—–-]/u.test(text.slice(end + 1, end + 4));
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

function accordingTo(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (const phrase of grammar.according) {
    const parts = phrase.split(' ');
    if (parts.every((part, at) => words[at]?.lower === part)) return subjectAfter(words.slice(parts.length), grammar);
  }
  return undefined;
}

/** "nach Angaben des Ministers", "according to the mayor" among the last words before a quote. */
function accordingAnywhere(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (let at = Math.max(0, words.length - REACH); at < words.length; at += 1) {
    const found = accordingTo(words.slice(at), grammar);
    if (found !== undefined) return found;
  }
  return undefined;
}

function cueBefore(words: readonly Word[], around: Surroundings, grammar: Grammar): Attribution | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const according = accordingAnywhere(words, grammar);
  if (according !== undefined) return { mention: according, tie: 'according' };
  const verb = words.findLastIndex(
    (word, at) => grammar.cues.has(word.lower) && !isCapitalised(word) && !isNoun(words, at, grammar),
  );
  if (verb >= 0) {
    const mention = subjectAround(words, verb, grammar);
    if (mention !== undefined) return { mention, tie: 'cue-before' };
    if (around.follows) return undefined;
  }
  if (last.text === ':') {
    const mention = firstSubject(words, grammar);
    if (mention !== undefined) return { mention, tie: 'colon' };
  }
  if (around.follows || words.length < 3) return undefined;
  const mention = firstSubject(words, grammar);
  return mention === undefined ? undefined : { mention, tie: 'subject' };
}

/** "the report", "his call": after a determiner the word is a noun. */
function isNoun(words: readonly Word[], at: number, grammar: Grammar): boolean {
  return grammar.language === 'en' && grammar.determiners.has(words[at - 1]?.lower ?? '');
}

function subjectAround(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const lead = words.slice(0, verb);
  if (grammar.language === 'en') {
    if (/ing$/u.test(words[verb]?.lower ?? '') && !hasAuxiliary(lead)) return firstSubject(lead, grammar);
    return subjectBefore(lead, grammar) ?? firstSubject(lead, grammar);
  }
  const rest = words.slice(verb + 1);
  const plain = opensAdverbially(lead, grammar) ? undefined : subjectBefore(lead, grammar);
  return plain ?? subjectAfter(rest, grammar) ?? firstSubject(lead, grammar);
}

/** "Am Montag sagte …", "Passend zu … warnte …": the verb stands second and its subject after it. */
function opensAdverbially(lead: readonly Word[], grammar: Grammar): boolean {
  const comma = lead.findLastIndex((word) => word.text === ',');
  const clause = lead.slice(comma + 1);
  const [first, second] = clause;
  if (first === undefined) return false;
  if (grammar.prepositions.has(first.lower) || grammar.conjunctions.has(first.lower)) return true;
  return (
    grammar.language === 'de' &&
    second !== undefined &&
    /^(?:zu|zum|zur|von|vom)$/u.test(second.lower) &&
    clause.length > 3 &&
    /^\p{Lu}\p{Ll}+(?:end|lich|sam|ig)$/u.test(first.text)
  );
}

function hasAuxiliary(lead: readonly Word[]): boolean {
  return /^(?:is|are|was|were|be|been|been|keeps?|kept|started|began)$/u.test(lead.at(-1)?.lower ?? '');
}

/** A quote without a cue of its own goes on with the one before it in the paragraph. */
function continued(previous: Attribution | undefined): Attribution | undefined {
  return previous === undefined ? undefined : { ...previous, tie: 'continued' };
}

/** A quote that opens its paragraph may have its cue after the next one: "A." "B," she said. */
function fillFromNext(found: (Attribution | undefined)[]): void {
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const next = found[at + 1];
    if (found[at] === undefined && next !== undefined) found[at] = { ...next, tie: 'continued' };
  }
}

/** The subject of the sentence before the quote in its paragraph: "The mayor was blunt. “…”" */
function leadingSubject(
  text: string,
  masked: string,
  paragraph: Span,
  stretch: MarkedStretch | undefined,
  ends: readonly number[],
  grammar: Grammar,
): Attribution | undefined {
  if (stretch === undefined || masked === '') return undefined;
  const last = lastAtOrBefore(ends, stretch.start - 1);
  const end = ends[last];
  if (end === undefined) return undefined;
  const start = ends[last - 1] ?? paragraph.start;
  const mention = firstSubject(wordsIn(text, { start, end }), grammar);
  return mention === undefined ? undefined : { mention, tie: 'neighbour' };
}
