import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES } from '../../src/news/country.ts';
import { rankCountries } from '../../src/reading/countries.ts';

const english = (body: string, headline = '') => rankCountries({ headline, dateline: undefined, body, language: 'en' });
const russian = (body: string, headline = '') => rankCountries({ headline, dateline: undefined, body, language: 'ru' });
const kazakh = (body: string, headline = '') => rankCountries({ headline, dateline: undefined, body, language: 'kk' });

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
    ['a country by its leader', 'Lukashenko promised a new railway.', ['BY']],
    ['a country by a large city', 'Buses stood still in Ankara and in Bursa.', ['TR']],
    ['a country by its letters', 'The UK signed first, and the bill was paid late.', ['GB']],
    ['all three of the Baltic states', 'The Baltic states will share a power line.', ['EE', 'LT', 'LV']],
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

  it('not the country that is mentioned in passing', () => {
    const body = `Mongolia will plant a million trees. Mongolia has little rain. ${FILLER} A similar plan exists in Peru. ${FILLER}`;
    expect(english(body, 'Mongolia plants a million trees')).toEqual(['MN']);
  });

  it('two countries where both are spoken of throughout', () => {
    const body = 'Kazakhstan called in the Belarusian envoy. Belarus had asked Kazakhstan for the grain twice.';
    expect(english(body, 'Kazakhstan and Belarus quarrel over grain')).toEqual(['KZ', 'BY']);
  });
});

describe('of two countries that weigh nearly the same', () => {
  const body = 'Belarus answered within a day, and Belarus recalled its envoy. Kazakhstan had asked for it.';

  it('the one that acts in the headline comes first', () => {
    expect(english(body, 'Kazakhstan summons envoy of Belarus')).toEqual(['KZ', 'BY']);
    expect(english(body, 'Belarus recalls envoy to Kazakhstan')).toEqual(['BY', 'KZ']);
  });
});

describe('a headline alone is about', () => {
  it('the UK, but not "us", where all letters are capitals', () => {
    expect(english('', 'UK TELLS US ALL WHAT WAGES ROSE BY IN JANUARY')).toEqual(['GB']);
  });

  it('the country it names, not a region beside it', () => {
    expect(english('', 'Poland builds a railway to the Baltic states')).toEqual(['PL']);
  });

  it('a region where it names nothing else', () => {
    expect(english('', 'Baltic states build a railway').sort()).toEqual(['EE', 'LT', 'LV']);
  });
});

describe('false friends are told apart:', () => {
  it.each([
    ['us is not the US', 'He told us that none of us would be paid.', []],
    ['US is the US', 'The US will not send a team.', ['US']],
    ['a turkey is a bird', 'They roast a turkey every winter.', []],
    ['Turkey is a country', 'Exports to Turkey doubled.', ['TR']],
    ['Chad may be a man', 'The coach, Chad Millerton, praised the keeper.', []],
    ['Chad may be a country', 'The rains in Chad came late.', ['TD']],
    ['Jordan may be a surname', 'A lawyer, Emily Jordan, spoke for the tenants.', []],
    ['Jordan may be a country', 'The camps in Jordan are full.', ['JO']],
    ['Niger is not Nigeria', 'Soldiers in Niger kept the road open.', ['NE']],
    ['Nigeria is not Niger', 'Soldiers in Nigeria kept the road open.', ['NG']],
    ['Guinea-Bissau is not Guinea', 'Cashews from Guinea-Bissau sold well.', ['GW']],
    ['Equatorial Guinea is not Guinea', 'Oil from Equatorial Guinea sold well.', ['GQ']],
    ['Papua New Guinea is not Guinea', 'Coffee from Papua New Guinea sold well.', ['PG']],
    ['Dominica is not the Dominican Republic', 'The storm hit Dominica at night.', ['DM']],
    ['the Dominican Republic is not Dominica', 'The storm hit the Dominican Republic at night.', ['DO']],
    ['the larger Congo', 'Miners in the Democratic Republic of Congo went on strike.', ['CD']],
    ['the smaller Congo', 'Miners in Congo-Brazzaville went on strike.', ['CG']],
    ['North Korea', 'The wall newspaper was printed in North Korea.', ['KP']],
    ['South Korea', 'The newspaper was printed in South Korea.', ['KR']],
    ['South Sudan is not Sudan', 'The ferry to South Sudan sank.', ['SS']],
    ['New Mexico is not Mexico', 'A ranch in New Mexico burnt down.', ['US']],
    ['a paper has its own name', 'The film was praised by The Times of India and by the Moscow Times.', []],
    ['an agency has its own name', 'The picture was sold to Agence France-Presse.', []],
    ['agreements keep their old towns', 'Both sides swear by the Minsk agreements.', []],
    ['a sea is not the country it is named for', 'Two ships met in the South China Sea.', []],
    ['a continent is not a country', 'Latin American coffee has become dear.', []],
    ['a currency is not the country', 'He lost two million U.S. dollars on the farm.', []],
  ])('%s', (_, body, countries) => {
    expect(english(body)).toEqual(countries);
  });

  it('Georgia beside Atlanta is a state, beside Tbilisi a country', () => {
    expect(english('Schools in Atlanta, Georgia, will open late, the county said.')).toEqual(['US']);
    expect(english('Georgia will vote in May. Roads to Tbilisi were closed by snow.')).toEqual(['GE']);
    expect(english('The United States sent Georgia ten ambulances.').sort()).toEqual(['GE', 'US']);
  });

  it('a foreign capital in an American county is a small town', () => {
    expect(english('The Athens band played. Oconee County Sheriff Dale Moss, of Ohio, danced.')).toEqual(['US']);
    expect(english('A barn in Paris, Texas, fell in.')).toEqual(['US']);
  });

  it('a headline in capitals does not make "us" the US', () => {
    expect(english('Nobody would say more.', 'THEY TOLD US NOTHING ABOUT KENYA AT ALL')).toEqual(['KE']);
    expect(english('Nobody would say more.', 'U.S. SENDS WHEAT TO KENYA AGAIN')).toEqual(['US', 'KE']);
  });
});

describe('a Russian article is about', () => {
  it.each([
    ['a country in any case', 'Из Казахстана в Узбекистан пошли поезда.', ['KZ', 'UZ']],
    ['a country by its adjective', 'Таджикские учёные нашли новый ледник.', ['TJ']],
    ['a country by an adjective in a compound', 'Армяно-грузинская граница открыта.', ['AM', 'GE']],
    ['a country by its people', 'Двое киргизов и трое туркменов выиграли турнир.', ['KG', 'TM']],
    ['a country by its capital', 'В Ереване открыли новую школу.', ['AM']],
    ['a country of two words', 'Нефть из Саудовской Аравии подешевела.', ['SA']],
    ['a country by its letters', 'Президент США не приедет.', ['US']],
    ['a country by its offices', 'В Кремле не ответили на вопрос.', ['RU']],
    ['nothing, where words only look like a country', 'Того, кто взял кубок, данные не назвали.', []],
    ['nothing, where an agreement is named for a town', 'Минские соглашения обсудили снова.', []],
  ])('%s', (_, body, countries) => {
    expect(russian(body).sort()).toEqual([...countries].sort());
  });
});

describe('a Kazakh article is about', () => {
  it.each([
    ['a country with its suffixes', 'Қазақстанның егіні мол болды.', ['KZ']],
    ['a country with a chain of suffixes', 'Өзбекстандағылардың үйлері жөнделді.', ['UZ']],
    ['a country that is ours', 'Қазақстанымыздың туы биік.', ['KZ']],
    ['a country by its own name', 'Ресейге пойыз жүрмейді.', ['RU']],
    ['a country of two words', 'Оңтүстік Кореядан қонақтар келді.', ['KR']],
    ['a country by its letters', 'АҚШ-тың елшісі жауап бермеді.', ['US']],
    ['a country by its capital', 'Бішкекте жаңа мектеп ашылды.', ['KG']],
    ['nothing, where a language is meant', 'Ағылшын тілін оқыту басталды.', []],
  ])('%s', (_, body, countries) => {
    expect(kazakh(body).sort()).toEqual([...countries].sort());
  });
});

describe('any text', () => {
  it('is ranked into countries, each once', () => {
    const words = fc.constantFrom(
      'Georgia',
      'US',
      'us',
      'Baltic states',
      'Минск',
      'Қазақстан',
      ', ',
      '.',
      '\n',
      'County',
      'the',
      'Ga.',
    );
    const text = fc.array(fc.oneof(words, fc.string({ unit: 'binary' }))).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, fc.constantFrom('en', 'ru', 'kk', 'uz'), (headline, body, language) => {
        const countries = rankCountries({ headline, dateline: undefined, body, language });
        expect(new Set(countries).size).toBe(countries.length);
        expect(countries.every((code) => COUNTRY_CODES.includes(code))).toBe(true);
      }),
    );
  });

  it.each([
    ['one word without end', 'a'.repeat(1_000_000)],
    ['capitals and full stops', 'U.S.'.repeat(250_000)],
    ['capitals and full stops that never end', `${'A.'.repeat(500_000)}b`],
    ['suffixes without end', `Қазақстан${'ның'.repeat(330_000)}`],
    ['the beginning of a long name, over and over', 'Democratic Republic of the '.repeat(38_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['names', 'Қазақстанның '.repeat(77_000)],
  ])('of a megabyte is read within two seconds: %s', (_, body) => {
    const started = performance.now();
    for (const language of ['en', 'kk']) rankCountries({ headline: '', dateline: undefined, body, language });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
