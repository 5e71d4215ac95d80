import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { germanAccording, sourceOf } from './german-according.ts';
import { germanMainClause } from './german-clause.ts';
import { nounPhrase } from './german-phrase.ts';
import { finiteVerb } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** Who speaks by the words before a quote in its German sentence. */
export function germanCueBefore(words: readonly Word[], follows: boolean, grammar: Grammar): Attribution | undefined {
  const so = soBefore(words, grammar);
  if (so !== undefined) return { mention: so, tie: 'according' };
  const said = words.findLastIndex(
    (word, at) => word.lower === 'es' && /^(?:heißt|hieß)$/u.test(words[at - 1]?.lower ?? ''),
  );
  if (said > 0) {
    const lead = words.slice(0, said - 1);
    const named = lead.length > 1 ? sourceOf(lead, grammar) : undefined;
    const source = named ?? sourceOf(words.slice(said + 1), grammar);
    return source && { mention: source, tie: 'cue-before' };
  }
  const according = germanAccording(words, grammar);
  if (according !== undefined) return { mention: according, tie: 'according' };
  const relative = relativeCue(words, grammar);
  if (relative !== undefined) return { mention: relative, tie: 'cue-before' };
  const label = labelBefore(words, grammar);
  if (label !== undefined) return { mention: label, tie: 'colon' };
  const cited = citedIn(words, grammar);
  if (cited !== undefined) return { mention: cited, tie: 'cue-before' };
  const clause = germanMainClause(words, grammar);
  if (clause === undefined || (follows && clause.cues.length === 0)) return undefined;
  if (clause.cues.length > 0) return { mention: clause.subject, tie: 'cue-before' };
  return {
    mention: clause.subject,
    tie: words.at(-1)?.text === ':' || words.at(-2)?.text === ':' ? 'colon' : 'subject',
  };
}

/** "Ein Sender zitierte Holm mit den Worten": who is cited speaks. */
function citedIn(words: readonly Word[], grammar: Grammar): Span | undefined {
  const verb = words.findLastIndex((word) => /^(?:zitiert|zitierte|zitierten|zitieren)$/u.test(word.lower));
  return verb < 0
    ? undefined
    : nounPhrase(
        words.slice(verb + 1).filter((word) => word.lower !== 'man'),
        grammar,
      );
}

/** "Ministerin Ida Holm: „…“": a colon behind words without a verb. */
function labelBefore(words: readonly Word[], grammar: Grammar): Span | undefined {
  const colon = words.findLastIndex((word) => word.text === ':');
  if (colon < 1 || words.slice(colon + 1).some((word) => !word.isMark)) return undefined;
  const label = words.slice(0, colon);
  return finiteVerb(label, grammar) < 0 && isCapitalised(label[0]) ? nounPhrase(label, grammar) : undefined;
}

/** "…, die Holm gesagt hatte:", "Leute, die riefen:": a relative clause whose verb of saying leads to the quote. */
function relativeCue(words: readonly Word[], grammar: Grammar): Span | undefined {
  const open = words.slice(0, words.findLastIndex((word) => !word.isMark) + 1);
  const comma = open.findLastIndex((word) => word.text === ',');
  const clause = open.slice(comma + 1);
  const [pronoun, next] = clause;
  const closing = clause.slice(-2).some((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  if (comma < 0 || pronoun === undefined || next === undefined || !closing) return undefined;
  if (
    !/^(?:der|die|das|den|welche|welcher|was|wie)$/u.test(pronoun.lower) ||
    (isCapitalised(next) && grammar.determiners.has(pronoun.lower) && clause.length < 3)
  )
    return undefined;
  if (isCapitalised(next) && /^(?:die|das|den|was|wie)$/u.test(pronoun.lower))
    return nounPhrase(clause.slice(1), grammar);
  return /^(?:der|die|das|welche|welcher)$/u.test(pronoun.lower) && !isCapitalised(next)
    ? { start: pronoun.start, end: pronoun.end }
    : undefined;
}

/** "…, so Holm weiter:" */
function soBefore(words: readonly Word[], grammar: Grammar): Span | undefined {
  const at = words.findLastIndex((word, index) => word.lower === 'so' && words[index - 1]?.text === ',');
  const rest = words.slice(at + 1);
  const next = rest[0];
  if (at < 1 || next === undefined || rest.length > 12 || finiteVerb(rest, grammar) >= 0) return undefined;
  return isCapitalised(next) || grammar.determiners.has(next.lower) ? nounPhrase(rest, grammar) : undefined;
}
