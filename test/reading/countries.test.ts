import { describe, expect, it } from 'vitest';
import { rankCountries } from '../../src/reading/countries.ts';
import { english } from './asking-countries.ts';

const FILLER = 'The report runs to forty pages and was read aloud in the hall before lunch was served to all. '.repeat(
  12,
);

describe('an English article is about', () => {
  it.each([
    ['a country by its name', 'Rain fell on Uzbekistan all week.', ['UZ']],
    ['a country by its people', 'Kyrgyz farmers want more water.', ['KG']],
    ['a country by its capital', 'Talks in Dushanbe went on for a second night.', ['TJ']],
    ['a country by what its capital says', 'Astana said that the road would open in May.', ['KZ']],
    ['a country by its offices', 'The Kremlin would not say when the call took place.', ['RU']],
    ['a country by its parliament', 'The Knesset voted on the budget after midnight.', ['IL']],
    ['a country by its leader', 'Lukashenko promised a new railway.', ['BY']],
    ['a country by a large city', 'Buses stood still in Ankara and in Bursa.', ['TR']],
    ['a country by a small capital', 'A ferry left Honiara at dawn.', ['SB']],
    ['a country by its letters', 'The UK signed first, and the bill was paid late.', ['GB']],
    ['a country by what only its papers say', 'Gardaí closed the lane, and the garda station was shut.', ['IE']],
    ['all three of the Baltic states', 'The Baltic states will share a power line.', ['EE', 'LT', 'LV']],
    ['both that came of one', 'The film was shot in Czechoslovakia.', ['CZ', 'SK']],
  ])('%s', (_, body, countries) => {
    expect(english(body).sort()).toEqual([...countries].sort());
  });

  it('what the headline names, before what the tail names', () => {
    const body = `The bridge was opened on Monday. ${FILLER} Engineers from Slovakia had looked on.`;
    expect(english(body, 'Armenia opens its longest bridge')).toEqual(['AM']);
  });

  it('what its dateline names', () => {
    const body = 'The harbour was closed on Tuesday, officials said.';
    expect(rankCountries({ headline: '', dateline: 'BATUMI, 3 March', body, language: 'en' })).toEqual(['GE']);
    expect(english('DUSHANBE, March 3 - The harvest was the best in years, a French buyer said.')[0]).toBe('TJ');
  });

  it('a country whose capital is a common name, where it was filed there', () => {
    expect(english('WELLINGTON, March 3 - The ferry will sail again in May, its captain said.')).toEqual(['NZ']);
    expect(rankCountries({ headline: '', dateline: 'Santiago', body: 'The mine was shut.', language: 'en' })).toEqual([
      'CL',
    ]);
    expect(english('The statue of Wellington was cleaned on Monday, and Kingston Terrace was shut.')).toEqual([]);
  });

  it('not the country that is mentioned in passing', () => {
    const body = `Mongolia will plant a million trees. Mongolia has little rain. ${FILLER} A similar plan exists in Peru. ${FILLER}`;
    expect(english(body, 'Mongolia plants a million trees')).toEqual(['MN']);
  });

  it('two countries where both are spoken of throughout', () => {
    const body = 'Kazakhstan called in the Belarusian envoy. Belarus had asked Kazakhstan for the grain twice.';
    expect(english(body, 'Kazakhstan and Belarus quarrel over grain')).toEqual(['KZ', 'BY']);
  });

  it('the countries that its lede lists, though a tail that lists others names them in passing', () => {
    const lede = 'Ministers of Kenya, Malawi, Rwanda, Uganda and Zambia agreed on one price for salt on Monday. ';
    const kenya = 'Kenya had asked for it. Kenya sells most of the salt, and Kenya wants to sell more. ';
    const tail = 'The same was tried by Chile, Peru, Bolivia, Ecuador and Paraguay.';
    expect(english(lede + kenya + FILLER + tail).sort()).toEqual(['KE', 'MW', 'RW', 'UG', 'ZM']);
  });
});

describe('of two countries that weigh nearly the same', () => {
  const body = 'Belarus answered within a day, and Belarus recalled its envoy. Kazakhstan had asked for it.';

  it('the one that acts in the headline comes first', () => {
    expect(english(body, 'Kazakhstan summons envoy of Belarus')).toEqual(['KZ', 'BY']);
    expect(english(body, 'Belarus recalls envoy to Kazakhstan')).toEqual(['BY', 'KZ']);
  });
});

describe('a headline that the body repeats', () => {
  it('counts once', () => {
    const headline = 'Armenia opens a bridge';
    const body = 'Georgia paid for half of it, and Georgia built the road. Georgian engineers drew the plans.';
    expect(english(`${headline}\n\n${body}`, headline)).toEqual(english(body, headline));
  });
});
