import type { Span } from '../news/quote.ts';
import { behindVerb, isGermanAdverb, subjectIn } from './german-order.ts';
import { isSubordinate, opensSubordinate, partsOf, withoutLead } from './german-parts.ts';
import { finiteVerb, isReportedVerb } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** A German main clause with its subject. */
export interface GermanClause {
  readonly subject: Span;
  readonly verb: Word;
  /** All its verbs of saying, finite or not. */
  readonly cues: readonly Word[];
}

/**
 * The clause of a sentence’s words that a quote behind them goes with: the last one with a verb of saying, else the
 * last main clause. Undefined where no clause has a subject and a verb.
 */
export function germanMainClause(words: readonly Word[], grammar: Grammar): GermanClause | undefined {
  const parts = partsOf(words);
  let last: GermanClause | undefined;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const found = clauseIn(parts, at, grammar);
    if (found === undefined) continue;
    if (found.cues.length > 0 && !isReportedVerb(found.verb)) return found;
    last ??= found;
  }
  return last;
}

/** A subject is looked for in so many parts before its verb’s. */
const FARTHEST = 6;

function clauseIn(parts: readonly (readonly Word[])[], at: number, grammar: Grammar): GermanClause | undefined {
  const part = withoutLead(parts[at] ?? []);
  if (part.length === 0) return undefined;
  const cues = part.filter((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  const place = at > 0 && opensWithVerb(part, grammar) ? 0 : finiteVerb(part, grammar);
  const verb = part[place];
  if (verb === undefined) return undefined;
  if (isSubordinate(part, at > 0, grammar)) return cues.length > 0 ? subordinate(part, verb, cues, grammar) : undefined;
  const lead = part.slice(0, place);
  if (lead.at(-1)?.lower === 'und') {
    // "Holm begrüßte den Plan und nannte ihn …": the subject of the verb before.
    const outer = germanMainClause(lead.slice(0, -1), grammar);
    if (outer !== undefined) return { subject: outer.subject, verb, cues };
  }
  const subject = subjectIn(lead, part.slice(place + 1), parts.slice(Math.max(0, at - FARTHEST), at), grammar);
  return subject === undefined ? undefined : { subject, verb, cues };
}

/** "…, biss der Mann den Hund": behind a comma, a word without a capital and then a subject. */
function opensWithVerb([verb, next]: readonly Word[], grammar: Grammar): boolean {
  if (verb === undefined || next === undefined || isCapitalised(verb)) return false;
  const { prepositions, determiners, pronouns, conjunctions } = grammar;
  const small = [prepositions, determiners, pronouns, conjunctions].some((words) => words.has(verb.lower));
  if (small || isGermanAdverb(verb) || opensSubordinate(verb)) return false;
  return (
    /^(?:der|die|das|ein|eine|er|sie)$/u.test(next.lower) || (isCapitalised(next) && /(?:te|ten|t)$/u.test(verb.lower))
  );
}

/** "…, zumal Holm betont hatte": the subject stands right behind the conjunction. */
function subordinate(
  part: readonly Word[],
  verb: Word,
  cues: readonly Word[],
  grammar: Grammar,
): GermanClause | undefined {
  if (!opensSubordinate(part[0])) return undefined;
  const subject = behindVerb(part.slice(1), grammar);
  return subject === undefined ? undefined : { subject, verb, cues };
}
