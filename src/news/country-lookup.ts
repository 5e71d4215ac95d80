import { COUNTRY_CODES, type CountryCode, countryName } from './country.ts';
import { COUNTRY_WORDS } from './country-words.ts';
import ambiguous from './data/ambiguous-names.json' with { type: 'json' };
import { editDistance } from './edit-distance.ts';
import { INTERFACE_LANGUAGES } from './language.ts';
import { regionNames } from './region.ts';
import { foldWord, type Inflection, isEnding } from './word-forms.ts';

const AMBIGUOUS: ReadonlyMap<string, readonly CountryCode[]> = new Map(
  ambiguous.flatMap(({ names, countries }) => names.map((name) => [foldTopic(name), countries] as const)),
);

const LONGEST_NAME = 60;

/** Whole names and codes, folded. */
const EXACT = exactNames();
/** Names by stem, each as its folded words, by the letters they begin with. */
const STEMMED = stemmedNames();
/** Names to measure a misspelling against. */
const SPELLINGS: readonly (readonly [string, CountryCode])[] = [...EXACT].flatMap(([name, codes]) => {
  const [code, ...more] = codes;
  return code === undefined || more.length > 0 || name.length < 3 ? [] : [[name, code] as const];
});

/** The country, or the countries of the region, that a whole name, demonym, code or flag stands for; undefined for any other text. */
export function countriesNamed(name: string): readonly CountryCode[] | undefined {
  const flagged = codeOfFlag(name);
  if (flagged !== undefined) return [flagged];
  const folded = foldTopic(name);
  if (AMBIGUOUS.has(folded)) return undefined;
  return EXACT.get(folded) ?? stemmedName(folded.split(' '));
}

function codeOfFlag(text: string): CountryCode | undefined {
  const letters = [...text].map((char) => (char.codePointAt(0) ?? 0) - 0x1f1e6);
  if (letters.length !== 2 || letters.some((letter) => letter < 0 || letter > 25)) return undefined;
  const code = String.fromCharCode(...letters.map((letter) => letter + 0x41));
  return COUNTRY_CODES.includes(code) ? code : undefined;
}

function stemmedName(words: readonly string[]): readonly CountryCode[] | undefined {
  const found = STEMMED.get(beginning(words[0] ?? ''))?.find(
    ({ parts, inflection }) =>
      parts.length === words.length && parts.every((part, at) => fits(words[at] ?? '', part, inflection)),
  );
  return found === undefined ? undefined : [found.code];
}

/** No stem is shorter than this. */
function beginning(word: string): string {
  return word.slice(0, 2);
}

function fits(word: string, part: string, inflection: Inflection): boolean {
  if (!part.endsWith('*')) return word === part;
  const stem = part.slice(0, -1);
  return word.startsWith(stem) && isEnding(word.slice(stem.length), inflection);
}

/**
 * At most three countries that a misspelt name may have meant, nearest first; none where nothing is
 * near. A name that several countries share is answered with those.
 */
export function nearestCountries(name: string): CountryCode[] {
  const folded = foldTopic(name);
  const meant = AMBIGUOUS.get(folded);
  if (meant !== undefined) return [...meant];
  if (folded.length < 3 || folded.length > LONGEST_NAME) return [];
  const limit = Math.min(3, Math.floor(folded.length / 3));
  const best = new Map<CountryCode, number>();
  for (const [spelling, code] of SPELLINGS) {
    const distance = spelling.startsWith(folded) ? 1 : editDistance(folded, spelling, limit);
    if (distance <= limit) best.set(code, Math.min(distance, best.get(code) ?? distance));
  }
  return [...best]
    .sort((a, b) => a[1] - b[1])
    .slice(0, 3)
    .map(([code]) => code);
}

/** Folds a whole name: full stops go (`U.K.`), every dash and space is one space, a leading "the" and a possessive `'s` go. */
function foldTopic(name: string): string {
  return foldWord(name)
    .replace(/[.()"«»“”]/gu, '')
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .replace(/'s$/u, '');
}

function exactNames(): ReadonlyMap<string, readonly CountryCode[]> {
  const names = new Map<string, readonly CountryCode[]>();
  const add = (name: string, codes: readonly CountryCode[]): void => {
    const folded = foldTopic(name);
    if (!names.has(folded)) names.set(folded, codes);
  };
  for (const code of COUNTRY_CODES)
    for (const language of INTERFACE_LANGUAGES) add(countryName(code, language), [code]);
  for (const { pattern, code } of COUNTRY_WORDS) if (!pattern.includes('*')) add(pattern.replace(/!$/u, ''), [code]);
  for (const { name, countries } of regionNames()) add(name, countries);
  for (const code of COUNTRY_CODES) add(code, [code]);
  return names;
}

interface StemmedName {
  readonly parts: readonly string[];
  readonly inflection: Inflection;
  readonly code: CountryCode;
}

function stemmedNames(): ReadonlyMap<string, readonly StemmedName[]> {
  const names = COUNTRY_WORDS.filter(({ pattern }) => pattern.includes('*')).map(({ pattern, language, code }) => ({
    parts: foldTopic(pattern).split(' '),
    inflection: language,
    code,
  }));
  return Map.groupBy(names, ({ parts }) => beginning(parts[0] ?? ''));
}
