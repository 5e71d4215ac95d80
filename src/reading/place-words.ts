import { COUNTRY_CODES, type CountryCode, countryName } from '../news/country.ts';
import { COUNTRY_WORDS } from '../news/country-words.ts';
import { INTERFACE_LANGUAGES } from '../news/language.ts';
import type { Inflection } from '../news/word-forms.ts';
import cities from './data/cities.json' with { type: 'json' };
import commonWords from './data/common-words.json' with { type: 'json' };
import phrases from './data/phrases.json' with { type: 'json' };
import places from './data/places.json' with { type: 'json' };
import { buildLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';

/** What a word tells of a country, from its own name down to a mere sign of it. */
export type MentionKind =
  | 'name'
  | 'people'
  | 'capital'
  | 'place'
  | 'state'
  | 'region'
  | 'city'
  | 'office'
  | 'leader'
  | 'hint'
  | 'silent';

export interface PlaceMeaning {
  readonly kind: MentionKind;
  /** Undefined where the phrase only looks like a country's (`Bank of England`, `Minsk agreements`). */
  readonly code: CountryCode | undefined;
}

type Entry = LexiconEntry<PlaceMeaning>;
type WordsByLanguage = Partial<Record<Inflection, readonly string[]>>;
type WordTable = Readonly<Record<CountryCode, WordsByLanguage>>;

const PLACES: Readonly<Record<Exclude<MentionKind, 'name' | 'people' | 'city' | 'silent'>, WordTable>> = places;
const CITIES: Readonly<Record<CountryCode, readonly string[]>> = cities;
const PHRASES: Readonly<
  Record<Inflection, { silent: readonly string[]; meaning: Record<CountryCode, readonly string[]> }>
> = phrases;
const COMMON = new Set(commonWords);

const ENTRIES: readonly Entry[] = [
  ...displayNames(),
  ...COUNTRY_WORDS.map(({ pattern, language, kind, code }) => ({ pattern, language, meaning: { kind, code } })),
  ...placeEntries(),
  ...cityEntries(),
  ...phraseEntries(),
].filter(({ pattern }) => !COMMON.has(pattern));

/** English words stand in each: names in Latin letters occur in any text. */
const LEXICONS = {
  en: lexiconOf(['en']),
  ru: lexiconOf(['en', 'ru']),
  kk: lexiconOf(['en', 'kk']),
  cyrillic: lexiconOf(['en', 'ru', 'kk']),
} as const;

/** The words to look for in an article of that language (ISO 639-1). */
export function lexiconFor(language: string): Lexicon<PlaceMeaning> {
  if (language === 'en' || language === 'ru' || language === 'kk') return LEXICONS[language];
  return LEXICONS.cyrillic;
}

function lexiconOf(languages: readonly Inflection[]): Lexicon<PlaceMeaning> {
  return buildLexicon(ENTRIES.filter(({ language }) => languages.includes(language)));
}

function displayNames(): Entry[] {
  return INTERFACE_LANGUAGES.flatMap((language) =>
    COUNTRY_CODES.map((code) => ({
      pattern: nameAsPattern(countryName(code, language), language),
      language,
      meaning: { kind: 'name' as const, code },
    })),
  );
}

/** Kazakh suffixes follow the whole name, so that every name is its own stem. */
function nameAsPattern(name: string, language: Inflection): string {
  return language === 'kk' ? `${name}*` : name;
}

function placeEntries(): Entry[] {
  return (['capital', 'place', 'state', 'region', 'office', 'leader', 'hint'] as const).flatMap((kind) =>
    Object.entries(PLACES[kind]).flatMap(([code, words]) => entriesOf(words, { kind, code })),
  );
}

function entriesOf(words: WordsByLanguage, meaning: PlaceMeaning): Entry[] {
  return (['en', 'ru', 'kk'] as const).flatMap((language) =>
    (words[language] ?? []).map((pattern) => ({ pattern, language, meaning })),
  );
}

function cityEntries(): Entry[] {
  const better = new Set(placeEntries().map(({ pattern }) => pattern));
  return Object.entries(CITIES).flatMap(([code, names]) =>
    names
      .filter((name) => !better.has(name))
      .map((pattern) => ({ pattern, language: 'en' as const, meaning: { kind: 'city' as const, code } })),
  );
}

function phraseEntries(): Entry[] {
  return (['en', 'ru', 'kk'] as const).flatMap((language) => [
    ...PHRASES[language].silent.map((pattern) => ({
      pattern,
      language,
      meaning: { kind: 'silent' as const, code: undefined },
    })),
    ...Object.entries(PHRASES[language].meaning).flatMap(([code, patterns]) =>
      patterns.map((pattern) => ({ pattern, language, meaning: { kind: 'place' as const, code } })),
    ),
  ]);
}
