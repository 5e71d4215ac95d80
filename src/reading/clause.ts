import type { Span } from '../news/quote.ts';
import { firstSubject } from './first-subject.ts';
import type { Grammar } from './grammar.ts';
import { asSubject, dropTime, isSmallAdverb, LONGEST_SUBJECT } from './noun-phrase.ts';
import { clauseTail, headSegment, isRelative, opensObjectClause, segmentsOf } from './segments.ts';
import { isAdverb, isFiniteVerb } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * The subject of a verb that follows it: what stands between the clause's beginning and the verb, without
 * adverbs and auxiliaries, and without an apposition that a comma closes right before the verb
 * ("Smith, a farmer from Ohio, said"). `words` are those before the verb. Undefined where there is none.
 */
export function subjectBefore(words: readonly Word[], grammar: Grammar, verb?: Word): Span | undefined {
  const end = skipAuxiliaries(words, grammar);
  if (grammar.language === 'en' && end > 1 && leavesSubjectBehind(words, end, verb)) {
    const subject =
      lastClauseSubject(words.slice(0, end - 1), grammar) ?? firstSubject(words.slice(0, end - 1), grammar);
    if (subject !== undefined) return subject;
  }
  const who = words[end - 1];
  if (who?.lower === 'who' && end > 1) return { start: who.start, end: who.end };
  const segments = segmentsOf(words.slice(0, end));
  let at = segments.length - 1;
  if (at < 0) return undefined;
  if (segments[at]?.length === 0) at = headSegment(segments, at - 1, grammar);
  else if (isRelative(segments[at]?.[0]) && at > 0 && !opensObjectClause(segments[at] ?? [], 0, grammar))
    at = headSegment(segments, at - 1, grammar);
  const tail = clauseTail(dropTime(segments[at] ?? [], grammar), grammar);
  return asSubject(tail, grammar);
}

/** "so late that Holm was asked to say": the subject of the clause behind the last "that", where no verb of saying stands before it. */
function lastClauseSubject(words: readonly Word[], grammar: Grammar): Span | undefined {
  const that = words.findLastIndex((word) => /^(?:that|because|while|as|when)$/u.test(word.lower));
  if (
    that < 1 ||
    words.slice(that).some((word) => word.text === ',') ||
    words.slice(0, that).some((word, at) => grammar.cues.has(word.lower) && isFiniteVerb(words, at, grammar))
  )
    return undefined;
  const tail = words.slice(that + 1);
  const verb = tail.findIndex((_, at) => at > 0 && isFiniteVerb(tail, at, grammar));
  return verb < 1 ? undefined : asSubject(tail.slice(0, verb), grammar);
}

/** "Holm left and said", "was asked to say", "went home, saying": the subject is that of the verb before. */
function leavesSubjectBehind(words: readonly Word[], end: number, verb: Word | undefined): boolean {
  const before = words[end - 1];
  if (before === undefined) return false;
  if (/^(?:and|but|or|to|then)$/u.test(before.lower) && !isCapitalised(before)) return true;
  return before.text === ',' && verb !== undefined && /ing$/u.test(verb.lower);
}

function skipAuxiliaries(words: readonly Word[], grammar: Grammar): number {
  let end = words.length;
  while (end > 0) {
    const word = words[end - 1];
    if (word === undefined) break;
    const day = isCapitalised(word) && grammar.neverNames.has(word.lower) && grammar.language === 'en';
    if (end > 1 && (day || /^(?:earlier|later|recently)$/u.test(word.lower))) {
      end -= 1;
      continue;
    }
    if (isCapitalised(word)) break;
    if (!grammar.auxiliaries.has(word.lower.replace('’', "'")) && !isAdverb(word)) break;
    end -= 1;
  }
  return end;
}

/** The subject that a verb precedes ("said the minister"): the words up to a boundary, a mark or a preposition. */
export function subjectAfter(words: readonly Word[], grammar: Grammar): Span | undefined {
  let from = 0;
  while (from < words.length && grammar.auxiliaries.has(words[from]?.lower ?? '') && !isCapitalised(words[from]))
    from += 1;
  let to = from;
  while (to < words.length && to - from < LONGEST_SUBJECT && !endsSubject(words, to, from, grammar)) to += 1;
  // "said undecided voter Ida Holm": behind the verb, what ends like a participle is an adjective.
  const run = words.slice(from, to);
  const adjective = run.length > 2 && !isCapitalised(run[0]) && /\p{Ll}(?:ing|ed)$/u.test(run[0]?.text ?? '');
  return asSubject(adjective ? run.slice(1) : run, grammar);
}

function endsSubject(words: readonly Word[], at: number, from: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined) return true;
  if (word.isMark) return !/["“”„«»'’‘@#/&]/u.test(word.text);
  if (at === from) return grammar.prepositions.has(word.lower) && !isCapitalised(word);
  if (/^(?:of|for|from|des|von|der|и|und|and|the|de|für)$/u.test(word.lower)) return false;
  if (isCapitalised(word)) return false;
  if (grammar.prepositions.has(word.lower) || grammar.boundaries.has(word.lower)) return true;
  if (grammar.language === 'en')
    return (
      (isFiniteVerb(words, at, grammar) && (grammar.cues.has(word.lower) || !/ed$/u.test(word.lower))) ||
      isSmallAdverb(word)
    );
  return grammar.cues.has(word.lower) || grammar.auxiliaries.has(word.lower);
}
