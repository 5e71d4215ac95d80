import type { Span } from '../news/quote.ts';
import type { Grammar } from './grammar.ts';
import { key, type NameIndex, nearest } from './name-index.ts';
import { BODY } from './name-run.ts';
import type { FullName } from './names.ts';
import { lastAtOrBefore } from './places.ts';
import type { Speaker } from './speakers.ts';
import { isCapitalised, wordsIn } from './words.ts';

/** Whom a pronoun means is looked for in this many UTF-16 units before it. */
const REACH = 500;

/**
 * "he" and "she" mean the only person who is named before them in their paragraph, quotes left out; where none is,
 * the only one in the paragraphs before; where nobody is named there, whoever spoke last. With two people it stays
 * open, and so does anyone else ("they", "we").
 */
export function resolvePronoun(
  text: string,
  pronoun: Span,
  earlier: Speaker | undefined,
  people: PeopleNamed,
  names: NameIndex,
  grammar: Grammar,
): Speaker | undefined {
  if (!/^(?:he|she|er|sie|он|она|ол)$/iu.test(text.slice(pronoun.start, pronoun.end))) return undefined;
  const from = Math.max(0, pronoun.start - REACH);
  const paragraph = from + text.slice(from, pronoun.start).lastIndexOf('\n') + 1;
  const here = keysBetween(people, paragraph, pronoun.start);
  const candidates = here.size > 0 ? here : keysBetween(people, paragraph - REACH, paragraph);
  if (candidates.size === 0) return earlier;
  const [only, more] = candidates;
  if (only === undefined || more !== undefined) return undefined;
  if (earlier !== undefined && key(earlier.name.split(' ').at(-1) ?? '', grammar) === only) return earlier;
  const known = nearest(names.get(only) ?? [], pronoun.start);
  return known === undefined ? undefined : { name: known.full, role: known.role };
}

/** Where people are named outside the quotes of a text, in order, by the keys of their last names. */
export interface PeopleNamed {
  readonly places: readonly number[];
  readonly keys: readonly string[];
}

/** Finds the people once for a text; `quoted` are its quotes, in order. */
export function peopleNamed(text: string, quoted: readonly Span[], names: NameIndex, grammar: Grammar): PeopleNamed {
  const places: number[] = [];
  const keys: string[] = [];
  let before = '';
  let quote = 0;
  for (const word of wordsIn(text, { start: 0, end: text.length })) {
    while (quote < quoted.length && (quoted[quote]?.end ?? 0) <= word.start) quote += 1;
    const inside = word.start >= (quoted[quote]?.start ?? Number.POSITIVE_INFINITY);
    const titled = /^(?:mr|mrs|ms|dr|herr|frau)\.?$/iu.test(before);
    before = word.text;
    if (inside || !isCapitalised(word)) continue;
    const name = key(word.text, grammar);
    if (!titled && !names.get(name)?.some((known) => isPerson(known.name))) continue;
    places.push(word.start);
    keys.push(name);
  }
  return { places, keys };
}

function keysBetween({ places, keys }: PeopleNamed, start: number, end: number): Set<string> {
  return new Set(keys.slice(lastAtOrBefore(places, start - 1) + 1, lastAtOrBefore(places, end - 1) + 1));
}

function isPerson(name: FullName): boolean {
  return !name.words.some((word) => BODY.test(word));
}
