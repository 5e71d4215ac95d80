import type { Span } from '../news/quote.ts';
import german from './data/german.json' with { type: 'json' };
import { isSubordinate, withoutLead } from './german-parts.ts';
import { nounPhrase } from './german-phrase.ts';
import { isKnownFinite } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

const ADVERBS = new Set(german.adverbs.split(' '));

/** True for an adverb that may stand first in a German clause, its subject behind the verb. */
export function isGermanAdverb(word: Word): boolean {
  return ADVERBS.has(word.lower);
}

/**
 * The subject of a German clause, whose verb stands second: what stands before it (`lead`), else what follows it
 * (`rest`); where nothing stands before it, the noun phrase of the parts that commas set apart (`before`).
 */
export function subjectIn(
  lead: readonly Word[],
  rest: readonly Word[],
  before: readonly (readonly Word[])[],
  grammar: Grammar,
): Span | undefined {
  const nominative = behindVerb(rest, grammar);
  const participle = lead.length === 1 && nominative !== undefined && PARTICIPLE.test(lead[0]?.lower ?? '');
  if (lead.length > 0 && !participle && !isAdverbial(lead, grammar)) {
    if (nominative === undefined || !isObject(lead, rest, grammar)) return nounPhrase(lead, grammar);
  }
  // "Holm, die Ministerin, sagte": the subject stands before what commas set apart.
  const opened = lead.length === 0 ? headOf(before, grammar) : undefined;
  return opened ?? nominative;
}

/** "Abschließend sagte Holm", "Erwartungsgemäß sagte Holm": a word of this ending that stands alone before the verb. */
const PARTICIPLE = /(?:\p{L}{6}end|weise|gemäß|maßen|seits)$/u;

/** Walks back over appositions and relative clauses to the noun phrase that the verb goes with. */
function headOf(before: readonly (readonly Word[])[], grammar: Grammar): Span | undefined {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const part = withoutLead(before[at] ?? []);
    if (part.length === 0 || (at > 0 && !isName(part))) continue;
    if (
      isSubordinate(part, at > 0, grammar) ||
      isAdverbial(part, grammar) ||
      part.some((word) => isKnownFinite(word, grammar))
    )
      return undefined;
    if (!isCapitalised(part[0]) && !grammar.determiners.has(part[0]?.lower ?? '')) return undefined;
    return nounPhrase(part, grammar);
  }
  return undefined;
}

function isName(part: readonly Word[]): boolean {
  return (
    part.length >= 1 && part.every((word) => isCapitalised(word) || /^(?:von|van|de|al|der|die)$/u.test(word.lower))
  );
}

/** What can be no subject: adverbs, phrases with a preposition, articles in the accusative or the dative. */
function isAdverbial(lead: readonly Word[], grammar: Grammar): boolean {
  const first = lead[0];
  if (first === undefined) return true;
  return grammar.prepositions.has(first.lower) || ADVERBS.has(first.lower) || /^\p{N}/u.test(first.text);
}

/** "Die Kritik wies der Minister zurück": a thing stands first, and a masculine in the nominative behind the verb. */
function isObject(lead: readonly Word[], rest: readonly Word[], grammar: Grammar): boolean {
  const first = rest[0];
  if (first === undefined || grammar.pronouns.has(lead[0]?.lower ?? '')) return false;
  if (first.lower === 'er') return true;
  if (
    lead.some((word) => isTitle(word.text)) ||
    !/^(?:die|das|eine|diese|jegliche|deren|dessen|seine|ihre)$/u.test(lead[0]?.lower ?? '')
  )
    return false;
  if (first.lower === 'sie') return true;
  const person = rest.slice(0, 6).some((word) => isTitle(word.text));
  if (/^(?:der|die|ein|eine)$/u.test(first.lower)) return person;
  return isCapitalised(first) && (person || isName(rest.slice(0, 2)));
}

/** Pronouns and adverbs that stand between a verb and its subject. */
const BETWEEN = new Set(german.behindVerb.split(' '));

/** The noun phrase in the nominative that follows a verb, pronouns and adverbs between left out. */
export function behindVerb(rest: readonly Word[], grammar: Grammar): Span | undefined {
  let from = 0;
  while (from < rest.length && BETWEEN.has(rest[from]?.lower ?? '')) from += 1;
  const first = rest[from];
  if (first === undefined || /^(?:den|dem|des|einen|einem)$/u.test(first.lower)) return undefined;
  const opens = isCapitalised(first) || grammar.pronouns.has(first.lower) || grammar.determiners.has(first.lower);
  return opens && !grammar.prepositions.has(first.lower) ? nounPhrase(rest.slice(from), grammar) : undefined;
}
