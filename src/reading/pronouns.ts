import type { Span } from '../news/quote.ts';
import { type Gender, genderOf, genderOfPronoun } from './genders.ts';
import type { Grammar } from './grammar.ts';
import { key, type NameIndex, nearest } from './name-index.ts';
import type { FullName } from './names.ts';
import { keysBetween, mayBe, type PeopleNamed, peopleBetween } from './people-named.ts';
import type { Earlier, Speaker } from './speakers.ts';

/** Whom a pronoun means is looked for in this many UTF-16 units before it. */
const REACH = 500;

/** Pronouns in the third person that may stand for a person, in the languages whose names are read. */
const OF_A_PERSON = /^(?:he|him|his|she|her|er|sie|он|она|его|её|ее|його|її|він|вона|ён|яна|ол|ал|ӯ|вай|il|elle)$/iu;

/**
 * "he" and "she" mean the only person of that gender who is named before them in their paragraph, quotes left out;
 * where none is, the only one in the paragraphs before; where nobody is named there, whoever spoke last. With two
 * people who fit it is whoever was the subject of a verb of saying last, if nobody else has been that of another verb
 * since, or whoever spoke last where the paragraph before is about him. Anyone else ("they", "we") stays open.
 */
export function resolvePronoun(
  text: string,
  pronoun: Span,
  earlier: Earlier,
  people: PeopleNamed,
  names: NameIndex,
  grammar: Grammar,
): Speaker | undefined {
  const said = text.slice(pronoun.start, pronoun.end);
  if (!OF_A_PERSON.test(said)) return undefined;
  const gender = genderOfPronoun(said);
  const spoke = earlier.speaker;
  const last = spoke !== undefined && mayBe(genderOfSpeaker(spoke), gender) ? spoke : undefined;
  const meant = keyMeant(text, pronoun.start, last && keyOf(last, grammar), people, gender);
  if (meant === undefined) return undefined;
  if (last !== undefined && (meant === NOBODY_NAMED || keyOf(last, grammar) === meant)) return last;
  const namesakes = (names.get(meant) ?? []).filter(({ name }) => mayBe(genderOf(name, undefined), gender));
  if (earlier.nameless !== undefined && !isNamedSince(earlier.nameless, pronoun.start, meant, people)) return undefined;
  const known = nearest(namesakes, pronoun.start);
  if (known === undefined || !isSurelyPerson(known, people, meant)) return undefined;
  return { name: known.full, role: known.role };
}

/** Stands for the key where nobody who fits is named within reach; no name is empty. */
const NOBODY_NAMED = '';

/** The key of the person meant; undefined where several may be. `last`: the key of whoever spoke last, if that fits. */
function keyMeant(
  text: string,
  place: number,
  last: string | undefined,
  people: PeopleNamed,
  gender: Gender | undefined,
): string | undefined {
  const from = Math.max(0, place - REACH);
  const paragraph = from + text.slice(from, place).lastIndexOf('\n') + 1;
  const here = keysBetween(people, paragraph, place, gender);
  const candidates = here.size > 0 ? here : keysBetween(people, paragraph - REACH, paragraph, gender);
  const [only, more] = candidates;
  if (only === undefined) return NOBODY_NAMED;
  if (more === undefined) return only;
  if (here.size > 0) return lastSubject(people, paragraph, place, gender);
  if (last !== undefined && leadsBefore(text, paragraph, people, gender) === last) return last;
  return lastSubject(people, paragraphBefore(text, paragraph, people, gender), paragraph, gender);
}

function isNamedSince(place: number, until: number, meant: string, people: PeopleNamed): boolean {
  return peopleBetween(people, place, until, undefined).some((person) => person.key === meant);
}

function keyOf({ name }: Speaker, grammar: Grammar): string {
  return key(name.split(' ').at(-1) ?? '', grammar);
}

/** Who the paragraph before is about: the one whom it names first; where it names nobody, whoever was named last. */
function leadsBefore(
  text: string,
  paragraph: number,
  people: PeopleNamed,
  gender: Gender | undefined,
): string | undefined {
  const from = Math.max(0, paragraph - REACH);
  const before = text.slice(from, paragraph).trimEnd();
  const start = from + before.lastIndexOf('\n') + 1;
  const [first] = keysBetween(people, start, paragraph, gender);
  return first ?? [...keysBetween(people, from, start, gender)].at(-1);
}

/** Where the last paragraph begins that names somebody who fits. */
function paragraphBefore(text: string, paragraph: number, people: PeopleNamed, gender: Gender | undefined): number {
  const from = Math.max(0, paragraph - REACH);
  let end = paragraph;
  while (end > from) {
    const start = from + text.slice(from, end - 1).lastIndexOf('\n') + 1;
    if (keysBetween(people, start, end, gender).size > 0) return start;
    end = start;
  }
  return from;
}

/** Whoever was the subject of a verb of saying last between two places, if nobody else was that of another since. */
function lastSubject(people: PeopleNamed, start: number, end: number, gender: Gender | undefined): string | undefined {
  const subject = peopleBetween(people, start, end, gender).findLast(({ owns, acts }) => acts && !owns);
  return subject?.speaks ? subject.key : undefined;
}

/** By the first name, by a role, or by "Mr" or "Ms" somewhere: what is merely written like a name may be a place. */
function isSurelyPerson(name: FullName, { titled }: PeopleNamed, lastKey: string): boolean {
  return name.role !== undefined || genderOf(name, undefined) !== undefined || titled.has(lastKey);
}

/** The gender that a speaker's name tells. */
export function genderOfSpeaker({ name }: Speaker): Gender | undefined {
  return genderOf({ full: name, role: undefined, words: name.split(' '), at: 0 }, undefined);
}
