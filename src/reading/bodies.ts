import { lastAtOrBefore } from './places.ts';

/** Finds the body that "the company" or "the ministry" stands for. */
export interface BodyDirectory {
  /** `noun` in lower case, as it stands in the text at `place`; undefined where no one body, or several, can be meant. */
  named(noun: string, place: number): string | undefined;
}

/** What a body is called for short once it was named. */
const NOUNS = new Set(
  'company ministry government agency council commission bank university union party court group association institute committee police campaign railway department authority embassy board airline newspaper foundation federation'.split(
    ' ',
  ),
);

/** A body is looked for in this many UTF-16 units before the short name. */
const REACH = 3_000;

const NAME = "(?<![\\p{L}'’-])\\p{Lu}[\\p{L}-]{0,30}(?:['’]s)?";
const MORE = ` (?:of the |of |and )?\\p{Lu}[\\p{L}-]{0,30}(?:['’]s)?`;

interface Bodies {
  readonly places: number[];
  readonly names: string[];
  /** For each, the index of the first of those right before it that have the same name. */
  readonly since: number[];
}

/** Reads each noun's bodies once for a text, on demand. */
export function bodyDirectory(text: string): BodyDirectory {
  const read = new Map<string, Bodies>();
  return {
    named(noun, place) {
      if (!NOUNS.has(noun)) return undefined;
      const bodies = read.get(noun) ?? bodiesIn(text, noun);
      read.set(noun, bodies);
      const from = Math.max(0, place - REACH);
      const paragraph = from + text.slice(from, place).lastIndexOf('\n') + 1;
      return onlyOne(bodies, paragraph, place) ?? onlyOne(bodies, place - REACH, place);
    },
  };
}

/** "Uzbekistan’s railway company", "the Velden city council", "Velden City Council", "Ministry of Transport". */
function bodiesIn(text: string, noun: string): Bodies {
  const capital = noun.charAt(0).toUpperCase() + noun.slice(1);
  const before = `${NAME}(?:${MORE}){0,4}(?: \\p{Ll}[\\p{L}-]{0,20}){0,2} (?:${noun}|${capital})(?![\\p{L}-])`;
  const after = `(?:${NAME} )?(?<![\\p{L}-])${capital} (?:of|for) (?:the )?\\p{Lu}[\\p{L}-]{0,30}(?:${MORE}){0,4}`;
  const bodies: Bodies = { places: [], names: [], since: [] };
  for (const match of text.matchAll(new RegExp(`${after}|${before}`, 'gu'))) {
    const name = match[0].replace(/^(?:The|A|An|In|At|But|And|On|For) /u, '');
    if (VERB.test(name) || !/\p{Lu}/u.test(name)) continue;
    bodies.places.push(match.index);
    const plain = name.replace(/['’]s$/u, '');
    const last = bodies.names.length - 1;
    bodies.since.push(plain === bodies.names[last] ? (bodies.since[last] ?? 0) : last + 1);
    bodies.names.push(plain);
  }
  return bodies;
}

/** "Holm told the council": what stands between is no part of a name. */
const VERB =
  /(?<! (?:of|for)) (?:[Tt]he|an?|his|her|its|their|told|said|asked|\p{Ll}+ed|is|was|has|in|at|on|by|with|from|to|and|or) /u;

/** The one name that stands between two places, in time that does not grow with how often. */
function onlyOne({ places, names, since }: Bodies, start: number, end: number): string | undefined {
  const first = lastAtOrBefore(places, start - 1) + 1;
  const last = lastAtOrBefore(places, end - 1);
  return last >= first && (since[last] ?? last) <= first ? names[last] : undefined;
}
