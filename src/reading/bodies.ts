import { bodyPattern } from './body-patterns.ts';
import bodies from './data/bodies.json' with { type: 'json' };
import type { Grammar } from './grammar.ts';
import { lastAtOrBefore } from './places.ts';
import type { Word } from './words.ts';

/** Finds the body that "the company" or "министерство" stands for. */
export interface BodyDirectory {
  /** `mention` as it stands at `place`; undefined where no one body, or several, can be meant. */
  named(mention: readonly Word[], place: number): string | undefined;
}

const NOUNS: Readonly<Record<string, string>> = bodies.nouns;

/** A body is looked for in this many UTF-16 units before the short name. */
const REACH = 3_000;

interface Bodies {
  readonly places: number[];
  readonly names: string[];
  /** For each, the index of the first of those right before it that have the same name. */
  readonly since: number[];
}

/** Reads each noun's bodies once for a text, on demand. */
export function bodyDirectory(text: string, grammar: Grammar): BodyDirectory {
  const nouns = new Set((NOUNS[grammar.language] ?? '').split(' '));
  const read = new Map<string, Bodies>();
  return {
    named(mention, place) {
      const noun = shortName(mention, grammar.language);
      if (noun === undefined || !nouns.has(noun)) return undefined;
      const known = read.get(noun) ?? bodiesIn(text, noun, grammar);
      read.set(noun, known);
      const from = Math.max(0, place - REACH);
      const paragraph = from + text.slice(from, place).lastIndexOf('\n') + 1;
      return onlyOne(known, paragraph, place) ?? onlyOne(known, place - REACH, place);
    },
  };
}

/** The noun of "the company’s", "das Ministerium", "компания", in lower case; undefined for any longer mention. */
function shortName([first, second, more]: readonly Word[], language: string): string | undefined {
  if (language === 'ru' || language === 'kk') return second === undefined ? first?.lower : undefined;
  if (more !== undefined || !/^(?:the|das|die|der)$/u.test(first?.lower ?? '')) return undefined;
  return second?.lower.replace(/['’]s$/u, '');
}

function bodiesIn(text: string, noun: string, grammar: Grammar): Bodies {
  const found: Bodies = { places: [], names: [], since: [] };
  for (const [place, name] of bodyPattern(noun, grammar)(text)) {
    const last = found.names.length - 1;
    found.places.push(place);
    found.since.push(name === found.names[last] ? (found.since[last] ?? 0) : last + 1);
    found.names.push(name);
  }
  return found;
}

/** The one name that stands between two places, in time that does not grow with how often. */
function onlyOne({ places, names, since }: Bodies, start: number, end: number): string | undefined {
  const first = lastAtOrBefore(places, start - 1) + 1;
  const last = lastAtOrBefore(places, end - 1);
  return last >= first && (since[last] ?? last) <= first ? names[last] : undefined;
}
