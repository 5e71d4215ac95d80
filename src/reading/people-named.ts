import type { Span } from '../news/quote.ts';
import { type Gender, genderOf } from './genders.ts';
import type { Grammar } from './grammar.ts';
import { type KnownName, key, type NameIndex, nearest } from './name-index.ts';
import { BODY } from './name-run.ts';
import type { FullName } from './names.ts';
import { lastAtOrBefore } from './places.ts';
import { type SubjectRole, subjectRole } from './subject-roles.ts';
import { isCapitalised, type Word } from './words.ts';

/** One place where a person is named outside the quotes. */
export interface PersonNamed extends SubjectRole {
  /** The person's last name, as names are compared. */
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
  const titled = new Set<string>();
  const isPerson = personTest(text);
  let quote = 0;
  for (const [index, word] of words.entries()) {
    while (quote < quoted.length && (quoted[quote]?.end ?? 0) <= word.start) quote += 1;
    const inside = word.start >= (quoted[quote]?.start ?? Number.POSITIVE_INFINITY);
    if (inside || word.isMark || !isCapitalised(word)) continue;
    const previous = words[index - 1]?.text ?? '';
    const title = /^(?:mr|mrs|ms|herr|frau|sir|lord|lady)\.?$/iu.test(previous) ? previous : undefined;
    const isTitled = title !== undefined || /^dr\.?$/iu.test(previous);
    const name = key(word.text, grammar);
    const namesakes = (names.get(name) ?? []).filter(isPerson);
    if (!isTitled && namesakes.length === 0) continue;
    const known = nearest(namesakes, word.start);
    const gender = known === undefined && title === undefined ? undefined : genderOf(known ?? NOBODY, title);
    if (isTitled) titled.add(name);
    places.push(word.start);
    people.push({ key: name, gender, owns: /['’]s?$/u.test(word.text), ...subjectRole(words, index, grammar) });
  }
  return { places, people, titled };
}

const NOBODY: FullName = { full: '', role: undefined, words: [], at: 0 };

/** People of a gender who are named from one place up to another. */
export function peopleBetween(
  { places, people }: PeopleNamed,
  start: number,
  end: number,
  gender: Gender | undefined,
): PersonNamed[] {
  return people
    .slice(lastAtOrBefore(places, start - 1) + 1, lastAtOrBefore(places, end - 1) + 1)
    .filter((person) => mayBe(person.gender, gender));
}

/** The keys of such people; those who own something count only where nobody else is named. */
export function keysBetween(
  named: PeopleNamed,
  start: number,
  end: number,
  gender: Gender | undefined,
): ReadonlySet<string> {
  const people = peopleBetween(named, start, end, gender);
  const free = people.filter(({ owns }) => !owns);
  return new Set((free.length > 0 ? free : people).map((person) => person.key));
}

/** True where two genders do not exclude each other. */
export function mayBe(one: Gender | undefined, other: Gender | undefined): boolean {
  return one === undefined || other === undefined || one === other;
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
  const inside = first.filter((at) =>
    /(?<!\p{L})(?:in|across|near|в|на)\s$/iu.test(text.slice(Math.max(0, at - 8), at)),
  );
  return inside.length * 2 > first.length;
}
