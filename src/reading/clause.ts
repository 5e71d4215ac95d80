import type { Span } from '../news/quote.ts';
import { dropVerb, germanPhraseEnd, isGermanVerb } from './german-clause.ts';
import type { Grammar } from './grammar.ts';
import { clauseTail, headSegment, isRelative, segmentsOf } from './segments.ts';
import { isCapitalised, type Word } from './words.ts';

/** A subject is not longer than this many words; in a longer run only the name at its end is believed. */
const LONGEST_SUBJECT = 14;

/**
 * The subject of a verb that follows it: what stands between the clause's beginning and the verb, without
 * adverbs and auxiliaries, and without an apposition that a comma closes right before the verb
 * ("Smith, a farmer from Ohio, said"). `words` are those before the verb. Undefined where there is none.
 */
export function subjectBefore(words: readonly Word[], grammar: Grammar): Span | undefined {
  const end = skipAuxiliaries(words, grammar);
  const who = words[end - 1];
  if (who?.lower === 'who' && end > 1) return { start: who.start, end: who.end };
  const segments = segmentsOf(words.slice(0, end));
  let at = segments.length - 1;
  if (at < 0) return undefined;
  if (segments[at]?.length === 0) at = headSegment(segments, at - 1, grammar);
  else if (isRelative(segments[at]?.[0]) && at > 0) at = headSegment(segments, at - 1, grammar);
  const tail = clauseTail(segments[at] ?? [], grammar);
  return asSubject(tail, grammar);
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
  return (
    grammar.prepositions.has(word.lower) ||
    grammar.boundaries.has(word.lower) ||
    grammar.cues.has(word.lower) ||
    grammar.auxiliaries.has(word.lower)
  );
}

/**
 * The subject of a whole sentence: the first noun phrase that a verb follows, else the first one at all. What
 * opens with a preposition or a participle, and what is set apart by commas, is passed over.
 */
export function firstSubject(words: readonly Word[], grammar: Grammar): Span | undefined {
  let first: Span | undefined;
  for (const segment of segmentsOf(words)) {
    const open = dropVerb(dropLead(segment, grammar), grammar);
    const head = open[0];
    if (head === undefined || grammar.prepositions.has(head.lower) || /ing$/u.test(head.lower)) continue;
    if (grammar.boundaries.has(head.lower) && !isCapitalised(head)) continue;
    let to = 0;
    while (to < open.length && to < LONGEST_SUBJECT && !isVerbLike(open, to, grammar)) to += 1;
    const subject = asSubject(open.slice(0, to), grammar);
    if (subject !== undefined && to < open.length) return subject;
    first ??= subject;
  }
  return first;
}

const ADVERBS =
  /^(?:later|also|then|once|even|just|ever|again|still|first|only|not|soon|now|earlier|ago|auch|noch|dann|später|ещё|еще|потом|затем)$/u;

function isVerbLike(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined) return true;
  if (word.isMark) return !/["“”„«»'’‘@#/&]/u.test(word.text);
  if (isCapitalised(word) || ADVERBS.test(word.lower)) return false;
  if (at > 0 && grammar.auxiliaries.has(word.lower.replace('’', "'"))) return true;
  if (grammar.language === 'en' && isPresent(words, at, grammar)) return true;
  if (grammar.language === 'de' && isGermanVerb(words, at, grammar)) return true;
  if (grammar.pronouns.has(words[0]?.lower ?? '') && at > 0) return true;
  if (
    at > 0 &&
    (grammar.cues.has(word.lower) || grammar.auxiliaries.has(word.lower) || grammar.boundaries.has(word.lower))
  )
    return true;
  if (at > 0 && grammar.prepositions.has(word.lower) && !/^(?:of|for|from|von|für)$/u.test(word.lower)) return true;
  return at > 0 && /^(?:\p{Ll}{2,}ed|\p{Ll}{3,}(?:ал|ил|ел|ла|ли|ет|ит))$/u.test(word.lower);
}

/** "Holm lobbies for a bridge": a name, a form in -s, and a small word. */
function isPresent(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const next = words[at + 1];
  if (at === 0 || next === undefined || !/\p{Ll}{2}[^s]s$/u.test(words[at]?.text ?? '')) return false;
  return (
    words.slice(0, at).every(isCapitalised) &&
    (grammar.prepositions.has(next.lower) || grammar.determiners.has(next.lower))
  );
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
    if (!grammar.auxiliaries.has(word.lower.replace('’', "'")) && !/^\p{Ll}{3,}ly$/u.test(word.lower)) break;
    end -= 1;
  }
  return end;
}

function dropLead(words: readonly Word[], grammar: Grammar): readonly Word[] {
  let from = 0;
  while (from < words.length) {
    const word = words[from];
    if (word === undefined) break;
    const lead = word.isMark || grammar.conjunctions.has(word.lower) || /^\p{L}{3,}ly$/u.test(word.lower);
    if (!lead || /^[@#]/u.test(word.text)) break;
    from += 1;
  }
  return words.slice(from);
}

/** Makes a place of a run of words that can be a subject; undefined for one that cannot. */
function asSubject(words: readonly Word[], grammar: Grammar): Span | undefined {
  let run = dropLead(words, grammar);
  if (grammar.language === 'de') run = run.slice(0, germanPhraseEnd(run, grammar));
  while (run.length > 1 && (run.at(-1)?.isMark || ADVERBS.test(run.at(-1)?.lower ?? ''))) run = run.slice(0, -1);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || last.isMark) return undefined;
  if (run.length === 1 && /^(?:said|told|called|added|saying|adding)$/u.test(first.lower)) return undefined;
  if (grammar.prepositions.has(first.lower) || run.length > LONGEST_SUBJECT) return nameAtTheEnd(run, grammar);
  if (run.length > 1 && grammar.pronouns.has(first.lower) && !/^(?:and|or|und|и)$/u.test(run[1]?.lower ?? '')) {
    return { start: first.start, end: first.end };
  }
  // "an investment he concludes has …": the pronoun opens a clause of its own.
  if (run.length > 1 && /^(?:he|she|they|we)$/u.test(last.lower) && run.at(-2)?.isMark === false)
    return { start: last.start, end: last.end };
  const cue = grammar.language === 'en' ? innerCue(run, grammar) : -1;
  if (cue > 0) return asSubject(run.slice(0, cue), grammar);
  const noun = isCapitalised(first) || grammar.determiners.has(first.lower) || grammar.pronouns.has(first.lower);
  if (!noun && /^\p{Ll}+(?:ing|ed)$/u.test(first.lower)) return nameAtTheEnd(run, grammar);
  return { start: first.start, end: last.end };
}

/** "Holm said he", "the mayor thought for a moment": a finite verb of saying ends its subject. -1 where none does. */
function innerCue(run: readonly Word[], grammar: Grammar): number {
  return run.findIndex(
    (word, at) =>
      at > 0 &&
      grammar.cues.has(word.lower) &&
      !isCapitalised(word) &&
      /(?:ed|said|told|wrote|spoke|thought|held|found|felt|made|says|tells|writes|thinks|[^s]s)$/u.test(word.lower) &&
      !grammar.determiners.has(run[at - 1]?.lower ?? '') &&
      !/^(?:of|for|by|with)$/u.test(run[at - 1]?.lower ?? ''),
  );
}

function nameAtTheEnd(run: readonly Word[], grammar: Grammar): Span | undefined {
  const last = run.at(-1);
  if (last === undefined) return undefined;
  if (grammar.pronouns.has(last.lower)) return { start: last.start, end: last.end };
  let from = run.length;
  while (from > 1 && isCapitalised(run[from - 1]) && run.length - from < 4) from -= 1;
  const first = run[from];
  // A name right after the preposition belongs to it ("In Ohio said …").
  return first === undefined || from <= 1 ? undefined : { start: first.start, end: last.end };
}
