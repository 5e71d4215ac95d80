import type { CountryCode } from '../../src/news/country.ts';
import { rankCountries } from '../../src/reading/countries.ts';

/** The countries of a text that was written for a test, without a dateline. */
export function countriesOf(language: string, body: string, headline = ''): CountryCode[] {
  return rankCountries({ headline, dateline: undefined, body, language });
}

export const english = (body: string, headline = ''): CountryCode[] => countriesOf('en', body, headline);
export const russian = (body: string, headline = ''): CountryCode[] => countriesOf('ru', body, headline);
export const kazakh = (body: string, headline = ''): CountryCode[] => countriesOf('kk', body, headline);
