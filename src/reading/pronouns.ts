import type { Span } from '../news/quote.ts';
import { type Gender, genderOf, genderOfPronoun } from './genders.ts';
import type { Grammar } from './grammar.ts';
import { type KnownName, key, type NameIndex, nearest } from './name-index.ts';
import { BODY } from './name-run.ts';
import type { FullName } from './names.ts';
import { lastAtOrBefore } from './places.ts';
import type { Speaker } from './speakers.ts';
import { isCapitalised, type Word } from './words.ts';

/** Whom a pronoun means is looked for in this many UTF-16 units before it. */
const REACH = 500;

/**
 * "he" and "she" mean the only person of that gender who is named before them in their paragraph, quotes left out;
 * where none is, the only one in the paragraphs before; where nobody is named there, whoever spoke last. With two
 * people who fit it stays open, unless whoever spoke last is the one whom the paragraph before is about; and so does
 * anyone else ("they", "we").
 */
export function resolvePronoun(
  text: string,
  pronoun: Span,
  earlier: Speaker | undefined,
  people: PeopleNamed,
  names: NameIndex,
  grammar: Grammar,
): Speaker | undefined {
  const said = text.slice(pronoun.start, pronoun.end);
  if (!/^(?:he|she|er|sie|он|она|ол)$/iu.test(said)) return undefined;
  const gender = genderOfPronoun(said);
  const last = earlier !== undefined && fits(genderOfSpeaker(earlier), gender) ? earlier : undefined;
  const from = Math.max(0, pronoun.start - REACH);
  const paragraph = from + text.slice(from, pronoun.start).lastIndexOf('\n') + 1;
  const here = keysBetween(people, paragraph, pronoun.start, gender);
  const candidates = here.size > 0 ? here : keysBetween(people, paragraph - REACH, paragraph, gender);
  if (candidates.size === 0) return last;
  const [only, more] = candidates;
  if (only === undefined) return undefined;
  if (more !== undefined) {
    const goesOn =
      last !== undefined && here.size === 0 && leadsBefore(text, paragraph, people, gender) === keyOf(last, grammar);
    return goesOn ? last : undefined;
  }
  if (last !== undefined && keyOf(last, grammar) === only) return last;
  const namesakes = (names.get(only) ?? []).filter(({ name }) => fits(genderOf(name, undefined), gender));
  const known = nearest(namesakes, pronoun.start);
  if (known === undefined || !isSurelyPerson(known, people, only)) return undefined;
  return { name: known.full, role: known.role };
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

/** By the first name, by a role, or by "Mr" or "Ms" somewhere: what is merely written like a name may be a place. */
function isSurelyPerson(name: FullName, { titled }: PeopleNamed, lastKey: string): boolean {
  return name.role !== undefined || genderOf(name, undefined) !== undefined || titled.has(lastKey);
}

function fits(one: Gender | undefined, other: Gender | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function genderOfSpeaker({ name }: Speaker): Gender | undefined {
  return genderOf({ full: name, role: undefined, words: name.split(' '), at: 0 }, undefined);
}

interface PersonNamed {
  readonly key: string;
  readonly gender: Gender | undefined;
  /** True in "Holm’s plan": whoever owns something is seldom meant by a pronoun when somebody else is named, too. */
  readonly owns: boolean;
}

/** Where people are named outside the quotes of a text, in order. */
export interface PeopleNamed {
  readonly places: readonly number[];
  readonly people: readonly PersonNamed[];
  /** The keys of those who are called "Mr", "Ms" or the like somewhere. */
  readonly titled: ReadonlySet<string>;
}

/** Finds the people once for a text, whose words are given; `quoted` are its quotes, in order. */
export function peopleNamed(
  text: string,
  words: readonly Word[],
  quoted: readonly Span[],
  names: NameIndex,
  grammar: Grammar,
): PeopleNamed {
  const places: number[] = [];
  const people: PersonNamed[] = [];
  const mistered = new Set<string>();
  const isPerson = personTest(text);
  let before: Word | undefined;
  let quote = 0;
  for (const word of words) {
    while (quote < quoted.length && (quoted[quote]?.end ?? 0) <= word.start) quote += 1;
    const inside = word.start >= (quoted[quote]?.start ?? Number.POSITIVE_INFINITY);
    const previous = before?.text ?? '';
    before = word;
    if (inside || word.isMark || !isCapitalised(word)) continue;
    const title = /^(?:mr|mrs|ms|herr|frau|sir|lord|lady)\.?$/iu.test(previous) ? previous : undefined;
    const titled = title !== undefined || /^dr\.?$/iu.test(previous);
    const name = key(word.text, grammar);
    const namesakes = (names.get(name) ?? []).filter(isPerson);
    if (!titled && namesakes.length === 0) continue;
    const known = nearest(namesakes, word.start);
    const gender = known === undefined && title === undefined ? undefined : genderOf(known ?? NOBODY, title);
    if (titled) mistered.add(name);
    places.push(word.start);
    people.push({ key: name, gender, owns: /['’]s?$/u.test(word.text) });
  }
  return { places, people, titled: mistered };
}

const NOBODY: FullName = { full: '', role: undefined, words: [], at: 0 };

/** People of a gender between two places; those who own something only where nobody else is named. */
function keysBetween({ places, people }: PeopleNamed, start: number, end: number, gender: Gender | undefined) {
  const named = people
    .slice(lastAtOrBefore(places, start - 1) + 1, lastAtOrBefore(places, end - 1) + 1)
    .filter((person) => fits(person.gender, gender));
  const acting = named.filter(({ owns }) => !owns);
  return new Set((acting.length > 0 ? acting : named).map((person) => person.key));
}

/** Tells people from bodies and from places, which stand behind "in" more often than not. */
function personTest(text: string): (known: KnownName) => boolean {
  const judged = new Map<KnownName, boolean>();
  return (known) => {
    const answer = judged.get(known) ?? (!known.name.words.some((word) => BODY.test(word)) && !isPlace(text, known));
    judged.set(known, answer);
    return answer;
  };
}

function isPlace(text: string, { places }: KnownName): boolean {
  const first = places.slice(0, 5);
  return (
    first.filter((at) => /(?<!\p{L})(?:in|across|near|в|на)\s$/iu.test(text.slice(Math.max(0, at - 8), at))).length *
      2 >
    first.length
  );
}
