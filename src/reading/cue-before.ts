import type { Span } from '../news/quote.ts';
import { accordingAnywhere, isNoun } from './according.ts';
import type { Attribution } from './attribution.ts';
import { firstSubject, subjectAfter, subjectBefore } from './clause.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * Who speaks by the words before a quote in its sentence: by "according to", by the last verb of saying, by a colon,
 * else the sentence's subject. `follows`: another quote of the same sentence stands before them.
 */
export function cueBefore(words: readonly Word[], follows: boolean, grammar: Grammar): Attribution | undefined {
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
    if (follows) return undefined;
  }
  if (last.text === ':') {
    const mention = firstSubject(words, grammar);
    if (mention !== undefined) return { mention, tie: 'colon' };
  }
  if (follows || words.length < 3) return undefined;
  const mention = firstSubject(words, grammar);
  return mention === undefined ? undefined : { mention, tie: 'subject' };
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
