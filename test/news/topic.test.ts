import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, countryName, flag } from '../../src/news/country.ts';
import { INTERFACE_LANGUAGES } from '../../src/news/language.ts';
import { REGIONS } from '../../src/news/region.ts';
import { parseTopicPayload, parseTopics } from '../../src/news/topic.ts';

const countriesOf = (text: string): string[] => {
  const { countries, unknown } = parseTopics(text);
  expect(unknown).toEqual([]);
  return countries;
};

describe('a topic', () => {
  it.each([
    'Kazakhstan',
    'kazakhstan',
    'KAZAKHSTAN',
    'kz',
    '🇰🇿',
    'Kazakh',
    'Казахстан',
    'казахстанский',
    'Казахстана',
    'Казахстаном',
    'казахи',
    'Kazakhstan’s',
    "Kazakh's",
    'Қазақстан',
    'қазақстанның',
    'KZ\u200b',
    '\u2068Kazakhstan\u2069',
    '🇰🇿\u200b',
  ])('%s is Kazakhstan', (text) => {
    expect(countriesOf(text)).toEqual(['KZ']);
  });

  it.each([
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['usa', 'US'],
    ['UAE', 'AE'],
    ['South Korea', 'KR'],
    ['Ivory Coast', 'CI'],
    ['cote d’ivoire', 'CI'],
    ['Czech Republic', 'CZ'],
    ['Czechia', 'CZ'],
    ['Burma', 'MM'],
    ['DRC', 'CD'],
    ['the Netherlands', 'NL'],
    ['Türkiye', 'TR'],
    ['turkiye', 'TR'],
    ['Белоруссия', 'BY'],
    ['Южная Корея', 'KR'],
    ['Украинадан', 'UA'],
    ['Сауд Арабиясы', 'SA'],
  ])('%s goes by its short and old names too', (text, code) => {
    expect(countriesOf(text)).toEqual([code]);
  });

  it('is found by its name in every interface language, its code and its flag', () => {
    for (const code of COUNTRY_CODES) {
      for (const text of [...INTERFACE_LANGUAGES.map((language) => countryName(code, language)), code, flag(code)]) {
        expect([text, countriesOf(text)]).toEqual([text, [code]]);
      }
    }
  });

  it('may be one of several, in the order written and each once', () => {
    expect(countriesOf('Belarus, kz; Казахстан\nGeorgia')).toEqual(['BY', 'KZ', 'GE']);
    expect(countriesOf('Kazakhstan and Belarus')).toEqual(['KZ', 'BY']);
    expect(countriesOf('Казахстан и Беларусь')).toEqual(['KZ', 'BY']);
    expect(countriesOf('🇰🇿🇧🇾')).toEqual(['KZ', 'BY']);
    expect(countriesOf('KZ BY')).toEqual(['KZ', 'BY']);
  });

  it('is not parted at an "and" inside its name', () => {
    expect(countriesOf('Trinidad and Tobago, Bosnia & Herzegovina')).toEqual(['TT', 'BA']);
  });

  it('may be a region, which stands for its countries', () => {
    const five = ['KZ', 'KG', 'TJ', 'TM', 'UZ'];
    expect(countriesOf('Central Asia')).toEqual(five);
    expect(countriesOf('средняя азия')).toEqual(five);
    expect(countriesOf('Орталық Азия')).toEqual(five);
    expect(countriesOf('Baltics')).toEqual(['EE', 'LV', 'LT']);
    expect(countriesOf('Caucasus, Kazakhstan')).toEqual(['AM', 'AZ', 'GE', 'KZ']);
  });
});

describe('a misspelt topic', () => {
  it.each(['Kazakstan', 'казахстн', 'Kazkhstan', 'Kazakhsatn', 'Қазақстн'])('%s is asked back, not taken', (text) => {
    const { countries, unknown } = parseTopics(text);
    expect(countries).toEqual([]);
    expect(unknown[0]?.text).toBe(text);
    expect(unknown[0]?.nearest[0]).toBe('KZ');
  });

  it('has at most three that are near', () => {
    const [iram] = parseTopics('Iram').unknown;
    expect(iram?.nearest).toEqual(expect.arrayContaining(['IR', 'IQ']));
    for (const { nearest } of parseTopics('Niga, Mala, Gana, Chab').unknown)
      expect(nearest.length).toBeLessThanOrEqual(3);
  });

  it('has none that is near where nothing is', () => {
    expect(parseTopics('Mars/Base').unknown).toEqual([{ text: 'Mars/Base', nearest: [] }]);
  });

  it('does not keep the others from being read', () => {
    expect(parseTopics('Belarus, Kazakstan, Georgia').countries).toEqual(['BY', 'GE']);
  });

  it('of two countries of one name is asked back with both', () => {
    expect(parseTopics('Congo').unknown).toEqual([{ text: 'Congo', nearest: ['CD', 'CG'] }]);
    expect(parseTopics('Корея').unknown).toEqual([{ text: 'Корея', nearest: ['KR', 'KP'] }]);
  });

  it('never throws, and every answer is a country', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('and', 'Kazakh', '🇰🇿', ',', ' ', 'казах', 'и'),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { countries, unknown } = parseTopics(words.join(' '));
        const all = [...countries, ...unknown.flatMap(({ nearest }) => nearest)];
        expect(all.every((code) => COUNTRY_CODES.includes(code))).toBe(true);
        expect(new Set(countries).size).toBe(countries.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a deep link', () => {
  it('names countries by their codes', () => {
    expect(parseTopicPayload('KZ-BY')).toEqual(['KZ', 'BY']);
    expect(parseTopicPayload('kz')).toEqual(['KZ']);
  });

  it('names regions by their ids', () => {
    expect(parseTopicPayload('KZ-caucasus')).toEqual(['KZ', 'AM', 'AZ', 'GE']);
  });

  it('that names nothing gives nothing', () => {
    expect(parseTopicPayload('')).toEqual([]);
    expect(parseTopicPayload('ZZ-hello')).toEqual([]);
  });
});

describe('regions', () => {
  it('are made of countries, each once', () => {
    for (const { id, countries } of REGIONS) {
      expect([id, countries.filter((code) => !COUNTRY_CODES.includes(code))]).toEqual([id, []]);
      expect([id, new Set(countries).size]).toEqual([id, countries.length]);
    }
  });

  it('cover every country between the continents', () => {
    const continents = ['europe', 'asia', 'africa', 'americas', 'oceania'];
    const covered = new Set(REGIONS.filter(({ id }) => continents.includes(id)).flatMap(({ countries }) => countries));
    expect(COUNTRY_CODES.filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe('a very long list', () => {
  it('is read in no time, whatever is in it', () => {
    const started = performance.now();
    expect(parseTopics('kazax, '.repeat(600)).unknown).toHaveLength(600);
    expect(parseTopics(`${'a'.repeat(4000)} and b`).countries).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
