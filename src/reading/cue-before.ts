import type { Span } from '../news/quote.ts';
import { accordingAnywhere, inTheWordsOf } from './according.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import { askedBy, cueAmong, englishSubject, outerSubject } from './english-cues.ts';
import { firstSubject } from './first-subject.ts';
import { germanCueBefore } from './german-cue-before.ts';
import type { Grammar } from './grammar.ts';
import { personBefore } from './person-before.ts';
import { bodyInside, citedBehind, EAST_SLAVIC } from './russian-cues.ts';
import { timeAt, withoutTimeAtEnd } from './times.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * Who speaks by the words before a quote in its sentence: by "according to", by the last verb of saying, by a colon,
 * else the sentence's subject. `follows`: another quote of the same sentence stands before them.
 */
export function cueBefore(words: readonly Word[], follows: boolean, grammar: Grammar): Attribution | undefined {
  if (words.length === 0) return undefined;
  if (grammar.language === 'de') return germanCueBefore(words, follows, grammar);
  const according = accordingAnywhere(words, grammar) ?? inTheWordsOf(words, grammar);
  const verb = cueAmong(words, grammar);
  if (according !== undefined && !passesOn(words, verb, according)) return { mention: according, tie: 'according' };
  const asked = askedBy(words, verb, grammar);
  if (asked !== undefined) return asked.by === undefined ? undefined : { mention: asked.by, tie: 'cue-before' };
  const mention = verb < 0 ? undefined : subjectAround(words, verb, grammar);
  if (mention !== undefined) return { mention, tie: 'cue-before', outer: outerSubject(words, mention, grammar) };
  if (verb >= 0 && follows) return undefined;
  return words.at(-1)?.text === ':' ? byColon(words, follows, grammar) : bySubject(words, follows, grammar);
}

/** "Holm said, according to a translator, …": who passes the words on did not speak them. */
function passesOn(words: readonly Word[], verb: number, according: Span): boolean {
  const comma = words[verb + 1];
  const closing = words.find((word) => word.start >= according.end);
  return verb >= 0 && comma?.text === ',' && comma.end <= according.start && closing?.text === ',';
}

function byColon(words: readonly Word[], follows: boolean, grammar: Grammar): Attribution | undefined {
  const inverted = opensInverted(words, grammar) ? subjectAfter(words.slice(1), grammar) : undefined;
  if (inverted !== undefined) return { mention: inverted, tie: 'cue-before' };
  const mention = firstSubject(words, grammar);
  return mention === undefined ? bySubject(words, follows, grammar) : { mention, tie: 'colon' };
}

function bySubject(words: readonly Word[], follows: boolean, grammar: Grammar): Attribution | undefined {
  if (follows || words.length < 3) return undefined;
  const mention = firstSubject(words, grammar);
  return mention === undefined ? undefined : { mention, tie: 'subject' };
}

/** "Added Holm:" */
function opensInverted([verb, next]: readonly Word[], grammar: Grammar): boolean {
  if (grammar.language !== 'en' || verb === undefined || !isCapitalised(next)) return false;
  return grammar.cues.has(verb.lower) && /(?:ed|said)$/u.test(verb.lower);
}

/** The subject of a verb of saying, before it or behind it. */
function subjectAround(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  if (grammar.language === 'en') return englishSubject(words, verb, grammar);
  const lead = withoutTimeAtEnd(words.slice(0, verb), grammar.language);
  const body = bodyInside(words, verb, grammar) ?? citedBehind(words, verb, grammar);
  if (body !== undefined) return body;
  const plain = opensAdverbially(lead, grammar) ? undefined : subjectBefore(lead, grammar);
  const inverted = plain ?? subjectAfter(words.slice(verb + 1), grammar);
  return (
    inverted ??
    (EAST_SLAVIC.test(grammar.language) ? personBefore(lead, grammar) : undefined) ??
    firstSubject(lead, grammar)
  );
}

/** "В понедельник сказал …": what a preposition or a conjunction opens is no subject. */
function opensAdverbially(lead: readonly Word[], grammar: Grammar): boolean {
  const comma = lead.findLastIndex((word) => word.text === ',');
  const clause = comma >= 0 && comma === lead.length - 1 ? lead : lead.slice(comma + 1);
  const first = clause[timeAt(clause, 0, grammar.language)];
  return first !== undefined && (grammar.prepositions.has(first.lower) || grammar.conjunctions.has(first.lower));
}
