/**
 * Writes the snapshots of the countries' names as the ICU of the running Node.js has them (Unicode CLDR): in the
 * interface languages for people, in the other languages of articles for the reading.
 *
 *     node docs/make-country-names.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTRY_CODES } from '../src/news/country.ts';
import { INTERFACE_LANGUAGES } from '../src/news/language.ts';
import { ARTICLE_LANGUAGES } from '../src/reading/names-abroad.ts';
import { jsonText } from './json-text.ts';

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const SNAPSHOTS = [
  { file: join(import.meta.dirname, '../src/news/data/display-names.json'), languages: INTERFACE_LANGUAGES },
  { file: join(import.meta.dirname, '../src/reading/data/display-names.json'), languages: ARTICLE_LANGUAGES },
] as const;

/** For each language the name of each country, by code. */
export function namesOfIcu(languages: readonly string[]): Names {
  return Object.fromEntries(languages.map((language) => [language, namesIn(language)] as const));
}

function namesIn(language: string): Record<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return Object.fromEntries(
    COUNTRY_CODES.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[code, name] as const];
    }),
  );
}

if (import.meta.main) {
  for (const { file, languages } of SNAPSHOTS) writeFileSync(file, jsonText(namesOfIcu(languages)));
}
