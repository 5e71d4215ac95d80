import { describe, expect, it } from 'vitest';
import { countriesOf, english, kazakh, russian } from './asking-countries.ts';

describe('false friends are told apart:', () => {
  it.each([
    ['us is not the US', 'He told us that none of us would be paid.', []],
    ['US is the US', 'The US will not send a team.', ['US']],
    ['a turkey is a bird', 'They roast a turkey every winter.', []],
    ['Turkey is a country', 'Exports to Turkey doubled.', ['TR']],
    ['Chad may be a man', 'The coach, Chad Millerton, praised the keeper.', []],
    ['Chad may be a country', 'The rains in Chad came late.', ['TD']],
    ['nobody is in a person', 'Rebels in Chad Basin villages laid down their arms.', ['TD']],
    ['Jordan may be a surname', 'A lawyer, Emily Jordan, spoke for the tenants.', []],
    ['Jordan may be a country', 'The camps in Jordan are full.', ['JO']],
    ['Jordan may be a river', 'Children bathed in the Jordan River.', []],
    ['Niger is not Nigeria', 'Soldiers in Niger kept the road open.', ['NE']],
    ['Nigeria is not Niger', 'Soldiers in Nigeria kept the road open.', ['NG']],
    [
      'the Niger Delta is Nigeria',
      'Fishermen in the Niger Delta went on strike, for the Niger Delta is short of fish.',
      ['NG'],
    ],
    ['Guinea', 'Bauxite from Guinea sold well.', ['GN']],
    ['Guinea-Bissau is not Guinea', 'Cashews from Guinea-Bissau sold well.', ['GW']],
    ['Equatorial Guinea is not Guinea', 'Oil from Equatorial Guinea sold well.', ['GQ']],
    ['Papua New Guinea is not Guinea', 'Coffee from Papua New Guinea sold well.', ['PG']],
    ['a guinea pig is none of the Guineas', 'The school keeps a guinea pig and two guinea fowl.', []],
    ['Dominica is not the Dominican Republic', 'The storm hit Dominica at night.', ['DM']],
    ['the Dominican Republic is not Dominica', 'The storm hit the Dominican Republic at night.', ['DO']],
    ['the larger Congo', 'Miners in the Democratic Republic of Congo went on strike.', ['CD']],
    ['the smaller Congo', 'Miners in Congo-Brazzaville went on strike.', ['CG']],
    ['North Korea', 'The wall newspaper was printed in North Korea.', ['KP']],
    ['South Korea', 'The newspaper was printed in South Korea.', ['KR']],
    ['the peninsula is neither Korea', 'Cranes cross the Korean Peninsula in March.', []],
    ['South Sudan is not Sudan', 'The ferry to South Sudan sank.', ['SS']],
    ['New Mexico is not Mexico', 'A ranch in New Mexico burnt down.', ['US']],
    ['Northern Ireland is not Ireland', 'A ferry from Northern Ireland ran late.', ['GB']],
    ['a paper has its own name', 'The film was praised by The Times of India and by the Moscow Times.', []],
    ['an agency has its own name', 'The picture was sold to Agence France-Presse.', []],
    ['a biography has its papers', 'She wrote for the Irish Times and the Bangkok Post before she joined us.', []],
    ['agreements keep their old towns', 'Both sides swear by the Minsk agreements and the Munich Agreement.', []],
    ['a sea is not the country it is named for', 'Two ships met in the South China Sea.', []],
    ['a continent is not a country', 'Latin American coffee has become dear.', []],
    ['a currency is not the country', 'He lost two million U.S. dollars on the farm.', []],
    ['a party is not the other country’s', 'The Liberal Democratic Party chose a new leader.', []],
    ['initials are no state', 'The DC-8 landed without its wheels.', []],
  ])('%s', (_, body, countries) => {
    expect(english(body).sort()).toEqual([...countries].sort());
  });

  it.each([
    ['a language', 'Estonia will teach Russian-speaking children in Estonian. Estonia has said so before.', ['EE']],
    ['money', 'Ghana borrows 80 mln Swiss francs. Ghana will pay it back in ten years.', ['GH']],
    ['the sign of money', 'Fiji asks for US$42 million. Fiji has had two storms.', ['FJ']],
    ['an exchange', 'Ghana issues a bond. It will be listed in Luxembourg, the bank of Ghana said.', ['GH']],
    ['a company', 'Malta sells its docks to Norway Steel and Timber Ltd, the government of Malta said.', ['MT']],
    ['a meeting', 'Kenya will abide by the Oslo accord, and Kenya has told the world so.', ['KE']],
  ])('%s that is named after a country says little of it', (_, body, countries) => {
    expect(english(body, body.split('. ')[0])).toEqual(countries);
  });

  it('but a falling currency is its country’s where nothing else is named', () => {
    expect(english('The Turkish lira fell for a fifth week, and shops changed their prices twice a day.')).toEqual([
      'TR',
    ]);
  });
});

describe('a name that two places bear is settled by its company:', () => {
  it('Georgia beside Atlanta is a state, beside Tbilisi a country', () => {
    expect(english('Schools in Atlanta, Georgia, will open late, the county said.')).toEqual(['US']);
    expect(english('Georgia will vote in May. Roads to Tbilisi were closed by snow.')).toEqual(['GE']);
    expect(english('Roads to Tbilisi, Georgia, were closed by snow.')).toEqual(['GE']);
    expect(english('The United States sent Georgia ten ambulances.').sort()).toEqual(['GE', 'US']);
  });

  it('Georgia in a list of countries is one of them', () => {
    expect(english('Trains will link Armenia, Georgia and Turkey from May.').sort()).toEqual(['AM', 'GE', 'TR']);
  });

  it('a foreign capital in an American county is a small town', () => {
    expect(english('The Athens band played. Oconee County Sheriff Dale Moss, of Ohio, danced.')).toEqual(['US']);
    expect(english('A barn in Paris, Texas, fell in.')).toEqual(['US']);
  });

  it('a Canadian city in an English council’s news is a suburb', () => {
    const body =
      'Edmonton pupils sang for the borough council. The Edmonton choir has forty voices, and Edmonton is proud.';
    expect(english(body)[0]).toBe('GB');
  });

  it('a school board beside Ontario is Canadian', () => {
    expect(english('The school board met in Kenora, Ontario, and the school board voted twice.')).toEqual(['CA']);
  });

  it('a headline in capitals does not make "us" the US', () => {
    expect(english('Nobody would say more.', 'THEY TOLD US NOTHING ABOUT KENYA AT ALL')).toEqual(['KE']);
    expect(english('Nobody would say more.', 'U.S. SENDS WHEAT TO KENYA AGAIN')).toEqual(['US', 'KE']);
  });
});

describe('in Russian', () => {
  it.each([
    ['words only look like a country', 'Того, кто взял кубок, данные не назвали, и словам не верят.', []],
    ['an agreement is named for a town', 'Минские соглашения обсудили снова.', []],
    ['a language is not a country', 'Дети учат английский язык и говорят на русском языке.', []],
    ['a painter is not El Salvador', 'Картину Сальвадора Дали вернули в музей.', []],
    ['a station is not the town it is named for', 'На Киевском вокзале открыли буфет.', []],
    ['money is not a country', 'Мост стоил два миллиона долларов США.', []],
    ['Nigeria is not Niger', 'Солдаты в Нигерии открыли дорогу.', ['NG']],
    ['Niger is not Nigeria', 'Солдаты в Нигере открыли дорогу.', ['NE']],
    ['North Korea is not South Korea', 'Из Северной Кореи пришёл поезд.', ['KP']],
    ['the larger Congo', 'В Демократической Республике Конго бастуют шахтёры.', ['CD']],
  ])('%s', (_, body, countries) => {
    expect(russian(body)).toEqual(countries);
  });
});

describe('in Kazakh', () => {
  it.each([
    ['a language is not a country', 'Ағылшын тілін оқыту басталды.', []],
    ['money is not a country', 'Көпір екі миллион АҚШ доллары тұрады.', []],
    ['South Korea is not North Korea', 'Оңтүстік Кореядан қонақтар келді.', ['KR']],
    ['North Korea is not South Korea', 'Солтүстік Кореядан пойыз келді.', ['KP']],
  ])('%s', (_, body, countries) => {
    expect(kazakh(body)).toEqual(countries);
  });
});

describe('in German', () => {
  it.each([
    ['Niger is not Nigeria', 'Soldaten in Niger hielten die Straße offen, sagte ein Sprecher.', ['NE']],
    ['Nigeria is not Niger', 'Soldaten in Nigeria hielten die Straße offen, sagte ein Sprecher.', ['NG']],
    ['Südkorea is not Nordkorea', 'Aus Südkorea kam ein Schiff, teilte der Hafen mit.', ['KR']],
    ['Georgien is never the state', 'Georgiens Winzer hoffen auf Regen, teilte der Verband mit.', ['GE']],
  ])('%s', (_, body, countries) => {
    expect(countriesOf('de', body)).toEqual(countries);
  });
});
