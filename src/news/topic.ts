import { COUNTRY_CODES, type CountryCode, countryName } from './country.ts';
import { COUNTRY_WORDS } from './country-words.ts';
import ambiguous from './data/ambiguous-names.json' with { type: 'json' };
import { editDistance } from './edit-distance.ts';
import { INTERFACE_LANGUAGES } from './language.ts';
import { REGIONS, regionNames } from './region.ts';
import { foldWord, type Inflection, isEnding } from './word-forms.ts';

export { REGIONS };

export interface UnknownTopic {
  /** As the person wrote it. */
  readonly text: string;
  /** At most three, nearest first; empty where nothing is near. */
  readonly nearest: CountryCode[];
}

export interface ParsedTopics {
  /** In the order written, each once. */
  readonly countries: CountryCode[];
  readonly unknown: UnknownTopic[];
}

const AMBIGUOUS: ReadonlyMap<string, readonly CountryCode[]> = new Map(
  ambiguous.flatMap(({ names, countries }) => names.map((name) => [foldTopic(name), countries] as const)),
);

/** Whole names and codes, folded. */
const EXACT = exactNames();
/** Names by stem, each as its folded words. */
const STEMMED = stemmedNames();
/** Names to measure a misspelling against. */
const SPELLINGS: readonly (readonly [string, CountryCode])[] = [...EXACT].flatMap(([name, codes]) => {
  const [code, ...more] = codes;
  return code === undefined || more.length > 0 || name.length < 3 ? [] : [[name, code] as const];
});

/**
 * The countries that a person's list names: parted by commas, semicolons, line breaks or "and";
 * each a name, a demonym, an ISO code or a flag in any interface language and letter case, or a
 * region, which stands for its countries. A misspelt name is never taken for a country: it is
 * `unknown`, with what it may have meant.
 */
export function parseTopics(text: string): ParsedTopics {
  const countries = new Set<CountryCode>();
  const unknown: UnknownTopic[] = [];
  for (const piece of text.split(/[,;\n،、]/u).map((part) => part.trim())) {
    if (piece === '') continue;
    for (const name of namesIn(piece)) {
      const found = countriesNamed(name);
      if (found === undefined) unknown.push({ text: name, nearest: nearestCountries(name) });
      else for (const code of found) countries.add(code);
    }
  }
  return { countries: [...countries], unknown };
}

/** The countries of a deep link's payload: ISO codes or region ids parted by hyphens (`KZ-BY`); what is neither is passed over. */
export function parseTopicPayload(payload: string): CountryCode[] {
  const countries = payload.split('-').flatMap((part) => {
    const region = REGIONS.find(({ id }) => id === part.toLowerCase());
    const code = part.toUpperCase();
    return region?.countries ?? (COUNTRY_CODES.includes(code) ? [code] : []);
  });
  return [...new Set(countries)];
}

/** A piece is one name where that is known; else it is parted at "and", or at spaces where each word is known. */
function namesIn(piece: string): string[] {
  const spaced = piece.replace(/[\u{1F1E6}-\u{1F1FF}]{2}/gu, ' $& ').trim();
  if (countriesNamed(spaced) !== undefined) return [spaced];
  const joined = spaced.split(/\s+(?:and|и|және|&|\+)\s+/iu);
  if (joined.length > 1) return joined;
  const words = spaced.split(/\s+/u);
  return words.every((word) => countriesNamed(word) !== undefined) ? words : [spaced];
}

function countriesNamed(name: string): readonly CountryCode[] | undefined {
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
  const found = STEMMED.find(
    ({ parts, inflection }) =>
      parts.length === words.length && parts.every((part, at) => fits(words[at] ?? '', part, inflection)),
  );
  return found === undefined ? undefined : [found.code];
}

function fits(word: string, part: string, inflection: Inflection): boolean {
  if (!part.endsWith('*')) return word === part;
  const stem = part.slice(0, -1);
  return word.startsWith(stem) && isEnding(word.slice(stem.length), inflection);
}

function nearestCountries(name: string): CountryCode[] {
  const folded = foldTopic(name);
  const meant = AMBIGUOUS.get(folded);
  if (meant !== undefined) return [...meant];
  if (folded.length < 3) return [];
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

/** Folds a whole name: full stops go (`U.K.`), every dash and space is one space, a leading "the" goes. */
function foldTopic(name: string): string {
  return foldWord(name)
    .replace(/[.()"«»“”]/gu, '')
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim()
    .replace(/^the /u, '');
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

function stemmedNames(): readonly { parts: readonly string[]; inflection: Inflection; code: CountryCode }[] {
  return COUNTRY_WORDS.filter(({ pattern }) => pattern.includes('*')).map(({ pattern, language, code }) => ({
    parts: foldTopic(pattern).split(' '),
    inflection: language,
    code,
  }));
}
