import { COUNTRY_CODES, type CountryCode, countryName } from '../news/country.ts';
import { COUNTRY_WORDS } from '../news/country-words.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../news/language.ts';
import { foldWord, type Inflection } from '../news/word-forms.ts';
import cities from './data/cities.json' with { type: 'json' };
import commonWords from './data/common-words.json' with { type: 'json' };
import phrases from './data/phrases.json' with { type: 'json' };
import places from './data/places.json' with { type: 'json' };
import { buildLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';
import { entriesAbroad } from './names-abroad.ts';

/** What a word tells of a country, from its own name down to a mere sign of it. */
export type MentionKind =
  | 'name'
  | 'people'
  | 'capital'
  | 'seat'
  | 'dateline'
  | 'place'
  | 'state'
  | 'region'
  | 'city'
  | 'office'
  | 'former'
  | 'leader'
  | 'hint'
  | 'silent';

export interface PlaceMeaning {
  readonly kind: MentionKind;
  /** Undefined where the phrase only looks like a country's (`Bank of England`, `Minsk agreements`). */
  readonly code: CountryCode | undefined;
}

type Entry = LexiconEntry<PlaceMeaning>;
type WordsByLanguage = Partial<Record<InterfaceLanguage, readonly string[]>>;
type WordTable = Readonly<Record<CountryCode, WordsByLanguage>>;

const PLACES: Readonly<Record<Exclude<MentionKind, 'name' | 'people' | 'city' | 'silent'>, WordTable>> = places;
const CITIES: Readonly<Record<'capitals' | 'cities', Readonly<Record<CountryCode, readonly string[]>>>> = cities;
const PHRASES: Readonly<
  Record<InterfaceLanguage, { silent: readonly string[]; meaning: Record<CountryCode, readonly string[]> }>
> = phrases;
const COMMON: ReadonlySet<string> = new Set(commonWords.map(foldWord));

const ENTRIES: readonly Entry[] = [
  ...displayNames(),
  ...COUNTRY_WORDS.map(({ pattern, language, kind, code }) => ({ pattern, language, meaning: { kind, code } })),
  ...placeEntries(),
  ...cityEntries(),
  ...phraseEntries(),
].filter(({ pattern }) => !COMMON.has(foldWord(pattern)));

/**
 * English words stand in each lexicon: names in Latin letters occur in any text. In the other languages of
 * Cyrillic script so do Russian words, and Kazakh ones where the two are hard to tell apart in a few words.
 */
const INFLECTIONS: Readonly<Record<string, readonly Inflection[]>> = {
  en: ['en'],
  ru: ['en', 'ru'],
  kk: ['en', 'kk'],
  ...Object.fromEntries(
    ['uk', 'be', 'ky', 'tg', 'uz', 'mn', 'bg', 'sr', 'mk'].map((each) => [each, ['en', 'ru', 'kk']] as const),
  ),
};

const lexicons = new Map<string, Lexicon<PlaceMeaning>>();

/** The words to look for in an article of that language (ISO 639-1). */
export function lexiconFor(language: string): Lexicon<PlaceMeaning> {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const inflections = INFLECTIONS[language] ?? ['en'];
  const own = entriesAbroad(language).filter(({ pattern }) => !COMMON.has(foldWord(pattern)));
  const lexicon = buildLexicon([...own, ...ENTRIES.filter((entry) => inflections.includes(entry.language))]);
  lexicons.set(language, lexicon);
  return lexicon;
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
  return (
    ['capital', 'seat', 'dateline', 'place', 'state', 'region', 'office', 'former', 'leader', 'hint'] as const
  ).flatMap((kind) => Object.entries(PLACES[kind]).flatMap(([code, words]) => entriesOf(words, { kind, code })));
}

function entriesOf(words: WordsByLanguage, meaning: PlaceMeaning): Entry[] {
  return INTERFACE_LANGUAGES.flatMap((language) =>
    (words[language] ?? []).map((pattern) => ({ pattern, language, meaning })),
  );
}

/** The generated names that the tables do not have better. */
function cityEntries(): Entry[] {
  const better = new Set(placeEntries().map(({ pattern }) => pattern));
  const entriesIn = (byCountry: Readonly<Record<CountryCode, readonly string[]>>, kind: MentionKind): Entry[] =>
    Object.entries(byCountry).flatMap(([code, names]) =>
      names
        .filter((name) => !better.has(name))
        .map((pattern) => ({ pattern, language: 'en' as const, meaning: { kind, code } })),
    );
  return [...entriesIn(CITIES.capitals, 'capital'), ...entriesIn(CITIES.cities, 'city')];
}

function phraseEntries(): Entry[] {
  return INTERFACE_LANGUAGES.flatMap((language) => [
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
