import type { Span } from '../news/quote.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import { firstSubject } from './first-subject.ts';
import type { Grammar } from './grammar.ts';
import { isNoun } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * The verb of saying that a quote behind the words goes with: the last one, unless that is an English weak one ("make",
 * "find") or an infinitive inside what a verb of saying before it reports. -1 where none stands there.
 */
export function cueAmong(words: readonly Word[], grammar: Grammar): number {
  const isCue = (word: Word, at: number) =>
    grammar.cues.has(word.lower) && !isCapitalised(word) && !isNoun(words, at, grammar);
  const last = words.findLastIndex(isCue);
  if (last < 0 || grammar.language !== 'en' || !isWeak(words, last)) return last;
  const outer = words.slice(0, last).findLastIndex((word, at) => isCue(word, at) && SAYING.test(word.lower));
  return outer >= 0 ? outer : last;
}

const SAYING =
  /^(?:said|says|say|told|tells|wrote|writes|added|adds|argued|argues|explained|explains|noted|notes|tweeted|claimed|claims|warned|insisted|insists)$/u;

const WEAK =
  /^(?:make|made|makes|making|find|found|hold|held|put|puts|go|went|goes|know|knew|known|think|thinks|thought|feel|felt|feels|begin|began|call|read)$/u;

function isWeak(words: readonly Word[], at: number): boolean {
  return WEAK.test(words[at]?.lower ?? '') || words[at - 1]?.lower === 'to';
}

/** "Holm said that she …": whose words the clause of a pronoun is part of. */
export function outerSubject(words: readonly Word[], mention: Span, grammar: Grammar): Span | undefined {
  const at = words.findIndex((word) => word.start === mention.start);
  if (grammar.language !== 'en' || !/^(?:he|she)$/u.test(words[at]?.lower ?? '')) return undefined;
  const lead = words.slice(0, at);
  const verb = lead.findLastIndex(
    (word, index) =>
      grammar.cues.has(word.lower) &&
      /(?:ed|said|wrote|told|s)$/u.test(word.lower) &&
      !isCapitalised(word) &&
      !isNoun(lead, index, grammar),
  );
  return verb < 0 ? undefined : englishSubject(lead, verb, grammar);
}

/** "Holm was asked by Rolf Berg": whoever asked speaks, not who was asked. Undefined for any other verb. */
export function askedBy(words: readonly Word[], verb: number, grammar: Grammar): { by: Span | undefined } | undefined {
  if (!/^(?:asked|told|questioned)$/u.test(words[verb]?.lower ?? '')) return undefined;
  if (!/^(?:is|are|was|were|been|being|when|if)$/u.test(words[verb - 1]?.lower ?? '')) return undefined;
  const rest = words.slice(verb + 1);
  const by = rest.findIndex((word) => word.lower === 'by');
  return { by: by < 0 ? undefined : subjectAfter(rest.slice(by + 1), grammar) };
}

/** The subject of an English verb of saying before a quote, plain or inverted. */
export function englishSubject(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const lead = words.slice(0, verb);
  const said = words[verb]?.lower ?? '';
  const inverted = closesInverted(words, verb, grammar) ?? parenthetical(words, verb, grammar);
  if (inverted !== undefined) return inverted;
  if (/ing$/u.test(said) && !hasAuxiliary(lead)) return companion(lead, grammar) ?? firstSubject(lead, grammar);
  if (/^puts?$/u.test(said) && words[verb + 1]?.lower === 'it') return likened(lead, grammar);
  return subjectBefore(lead, grammar, words[verb]) ?? firstSubject(lead, grammar);
}

/** "In other words, asked Ida Holm:" */
function closesInverted(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  if (words.at(-1)?.text !== ':' || (verb > 0 && words[verb - 1]?.text !== ',')) return undefined;
  if (!/(?:ed|said|wrote)$/u.test(words[verb]?.lower ?? '')) return undefined;
  const mention = subjectAfter(words.slice(verb + 1), grammar);
  return mention !== undefined && mention.end >= (words.at(-2)?.end ?? 0) ? mention : undefined;
}

/** "The trouble, says Holm, is “…”": a comma, the verb, its subject and another comma. */
function parenthetical(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const next = words[verb + 1];
  if (words[verb - 1]?.text !== ',' || verb < 2 || !/^(?:says|said)$/u.test(words[verb]?.lower ?? '')) return undefined;
  if (!isCapitalised(next) || grammar.neverNames.has(next?.lower ?? '')) return undefined;
  const closed = words.slice(verb + 2).some((word) => word.text === ',');
  return closed ? subjectAfter(words.slice(verb + 1), grammar) : undefined;
}

/** "with Holm yelling": whoever goes with the participle. */
function companion(lead: readonly Word[], grammar: Grammar): Span | undefined {
  const at = lead.findLastIndex((word) => word.lower === 'with');
  const run = lead.slice(at + 1);
  if (at < 0 || run.length === 0 || run.length > 8 || run.some((word) => word.isMark)) return undefined;
  return subjectBefore(run, grammar);
}

/** "As Holm, the mayor, put it": what stands behind "as". */
function likened(lead: readonly Word[], grammar: Grammar): Span | undefined {
  const at = lead.findLastIndex((word) => word.lower === 'as' && !word.isMark);
  return subjectBefore(lead.slice(at + 1), grammar);
}

function hasAuxiliary(lead: readonly Word[]): boolean {
  return /^(?:is|are|was|were|be|been|keeps?|kept|started|began)$/u.test(lead.at(-1)?.lower ?? '');
}
