import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES } from '../../src/news/country.ts';
import { rankCountries } from '../../src/reading/countries.ts';
import { countriesOf } from './asking-countries.ts';

/** Linear rules read a megabyte in a fraction of a second; this leaves room for a busy machine. */
const MEGABYTE_MS = 2_000;

describe('any text', () => {
  it('is ranked into countries, each once', () => {
    const words = fc.constantFrom(
      'Georgia',
      'US',
      'us',
      'Baltic states',
      'Минск',
      'Қазақстан',
      'O‘zbekiston',
      '中国',
      ', ',
      '.',
      '\n',
      'County',
      'dollars',
      'Ltd',
      'the',
      'Ga.',
    );
    const text = fc.array(fc.oneof(words, fc.string({ unit: 'binary' }))).map((parts) => parts.join(' '));
    const language = fc.constantFrom('en', 'ru', 'kk', 'uz', 'zh', 'de');
    fc.assert(
      fc.property(text, text, text, language, (headline, dateline, body, language) => {
        const countries = rankCountries({ headline, dateline, body, language });
        expect(new Set(countries).size).toBe(countries.length);
        expect(countries.every((code) => COUNTRY_CODES.includes(code))).toBe(true);
      }),
    );
  });

  it.each([
    ['one word without end', 'en', 'a'.repeat(1_000_000)],
    ['capitals and full stops', 'en', 'U.S.'.repeat(250_000)],
    ['capitals and full stops that never end', 'en', `${'A.'.repeat(500_000)}b`],
    ['suffixes without end', 'kk', `Қазақстан${'ның'.repeat(330_000)}`],
    ['the marks of Uzbek letters', 'uz', 'o‘'.repeat(500_000)],
    ['the beginning of a long name, over and over', 'en', 'Democratic Republic of the '.repeat(38_000)],
    ['a company’s name that never ends', 'en', 'Kenya and '.repeat(100_000)],
    ['spaces', 'en', ' '.repeat(1_000_000)],
    ['full stops', 'en', '.'.repeat(1_000_000)],
    ['brackets', 'en', '('.repeat(1_000_000)],
    ['quotation marks', 'en', '"'.repeat(1_000_000)],
    ['names in a list', 'en', 'Kenya, Peru, '.repeat(77_000)],
    ['inflected names', 'kk', 'Қазақстанның '.repeat(77_000)],
    ['Han without a space', 'zh', '中华人民'.repeat(83_000)],
  ])('of a megabyte is read within two seconds: %s', (_, language, body) => {
    countriesOf(language, 'Kenya');
    const started = performance.now();
    countriesOf(language, body, body);
    countriesOf(language, body);
    expect(performance.now() - started).toBeLessThan(2 * MEGABYTE_MS);
  });
});
