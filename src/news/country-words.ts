import type { CountryCode } from './country.ts';
import table from './data/country-words.json' with { type: 'json' };
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from './language.ts';

/**
 * How texts call a country, in one language. A word that ends in `*` is a stem that takes the
 * language's endings; one that ends in `!` stands for the country only in just these capitals
 * (`US` but not `us`). `names` are the country and its parts, `people` its demonyms and adjectives.
 */
export interface CountryWords {
  readonly names?: readonly string[];
  readonly people?: readonly string[];
}

const TABLE: Readonly<Record<CountryCode, Partial<Record<InterfaceLanguage, CountryWords>>>> = table;

export interface CountryWord {
  readonly code: CountryCode;
  readonly language: InterfaceLanguage;
  readonly kind: 'name' | 'people';
  readonly pattern: string;
}

/**
 * Every name and demonym of the table, written for this project. CLDR has no demonyms and no
 * inflected forms, and the free lists that have some miss the peoples of Central Asia.
 */
export const COUNTRY_WORDS: readonly CountryWord[] = Object.entries(TABLE).flatMap(([code, languages]) =>
  INTERFACE_LANGUAGES.flatMap((language) => [
    ...(languages[language]?.names ?? []).map((pattern) => ({ code, language, kind: 'name' as const, pattern })),
    ...(languages[language]?.people ?? []).map((pattern) => ({ code, language, kind: 'people' as const, pattern })),
  ]),
);
