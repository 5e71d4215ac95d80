import type { Span } from '../news/quote.ts';
import { accordingAnywhere, isNoun, sourceOf } from './according.ts';
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
  const isSaid = words.some((word, at) => word.lower === 'es' && /^(?:heißt|hieß)$/u.test(words[at - 1]?.lower ?? ''));
  const according = isSaid ? undefined : accordingAnywhere(words, grammar);
  if (according !== undefined) return { mention: according, tie: 'according' };
  const verb = words.findLastIndex(
    (word, at) => grammar.cues.has(word.lower) && !isCapitalised(word) && !isNoun(words, at, grammar),
  );
  if (verb >= 0) {
    const asked = askedBy(words, verb, grammar);
    if (asked !== undefined) return asked.by === undefined ? undefined : { mention: asked.by, tie: 'cue-before' };
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

/** "Holm was asked by Rolf Berg": whoever asked speaks, not who was asked. Undefined for any other verb. */
function askedBy(words: readonly Word[], verb: number, grammar: Grammar): { by: Span | undefined } | undefined {
  if (!/^(?:asked|told|questioned)$/u.test(words[verb]?.lower ?? '')) return undefined;
  if (!/^(?:is|are|was|were|been|being|when|if)$/u.test(words[verb - 1]?.lower ?? '')) return undefined;
  const rest = words.slice(verb + 1);
  const by = rest.findIndex((word) => word.lower === 'by');
  return { by: by < 0 ? undefined : subjectAfter(rest.slice(by + 1), grammar) };
}

function subjectAround(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const lead = words.slice(0, verb);
  if (grammar.language === 'en') {
    const inverted = verb === 0 || words[verb - 1]?.text === ',';
    if (inverted && /(?:ed|said|wrote)$/u.test(words[verb]?.lower ?? '') && words.at(-1)?.text === ':') {
      // "In other words, asked Ida Holm:"
      const mention = subjectAfter(words.slice(verb + 1), grammar);
      if (mention !== undefined && mention.end >= (words.at(-2)?.end ?? 0)) return mention;
    }
    if (/ing$/u.test(words[verb]?.lower ?? '') && !hasAuxiliary(lead)) return firstSubject(lead, grammar);
    return subjectBefore(lead, grammar) ?? firstSubject(lead, grammar);
  }
  const rest = words.slice(verb + 1);
  const german = grammar.language === 'de' ? germanSubject(words, verb, grammar) : undefined;
  if (german !== undefined) return german;
  const plain = opensAdverbially(lead, grammar) ? undefined : subjectBefore(lead, grammar);
  return plain ?? subjectAfter(rest, grammar) ?? firstSubject(lead, grammar);
}

/**
 * German shapes of their own: "in dem Antrag heißt es" (the paper), "ein Sender zitierte Holm" (who is cited), and
 * "Holm begrüßte den Plan und nannte ihn" (the subject of the first verb).
 */
function germanSubject(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  const said = words[verb]?.lower ?? '';
  const lead = words.slice(0, verb);
  if (/^(?:heißt|hieß)$/u.test(said) && words[verb + 1]?.lower === 'es')
    return sourceOf(words.slice(verb + 2), grammar) ?? sourceOf(lead, grammar);
  if (/^zitiert(?:e|en)?$/u.test(said)) return subjectAfter(words.slice(verb + 1), grammar);
  const next = words[verb + 1];
  if (next !== undefined && /^(?:er|sie|dieser)$/u.test(next.lower)) return { start: next.start, end: next.end };
  return words[verb - 1]?.lower === 'und' ? firstSubject(lead.slice(0, -1), grammar) : undefined;
}

/** "Am Montag sagte …", "Passend zu … warnte …": the verb stands second and its subject after it. */
function opensAdverbially(lead: readonly Word[], grammar: Grammar): boolean {
  const comma = lead.findLastIndex((word) => word.text === ',');
  // "Warum er ging, erklärte …": where a clause ends right before the verb, its first word tells.
  const clause = comma >= 0 && comma === lead.length - 1 ? lead : lead.slice(comma + 1);
  const [first, second] = clause;
  if (first === undefined) return false;
  if (grammar.language === 'de' && GERMAN_LEAD.test(first.lower)) return true;
  if (grammar.prepositions.has(first.lower) || grammar.conjunctions.has(first.lower)) return true;
  return (
    grammar.language === 'de' &&
    second !== undefined &&
    /^(?:zu|zum|zur|von|vom)$/u.test(second.lower) &&
    clause.length > 3 &&
    /^\p{Lu}\p{Ll}+(?:end|lich|sam|ig)$/u.test(first.text)
  );
}

/** What can be no subject: question words, adverbs, and articles in the accusative or the dative. */
const GERMAN_LEAD =
  /^(?:warum|wie|wieso|dass|ob|wenn|weil|da|den|dem|einen|einem|diesen|diesem|deren|damit|dazu|dabei|darauf|daraufhin|hierzu|zuvor|später|anschließend|dort|hier|heute|gestern)$/u;

function hasAuxiliary(lead: readonly Word[]): boolean {
  return /^(?:is|are|was|were|be|been|been|keeps?|kept|started|began)$/u.test(lead.at(-1)?.lower ?? '');
}
