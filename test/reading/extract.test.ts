import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/reading/extract.ts';

const LEDE = 'The council of Velden approved a second railway station on Monday after a debate of nine hours.';
const COST = 'The station will cost 12 million euros, half of which comes from the region.';
const PAST = 'Velden has waited for the station since the old one burned down in 1998.';

function extractOf(...paragraphs: string[]): string {
  return extract({ headline: 'Velden gets its second station', body: paragraphs.join('\n\n'), language: 'en' });
}

test('takes sentences of the article in their order', () => {
  expect(extractOf(`${LEDE} ${COST}`, PAST)).toBe(`${LEDE} ${COST} ${PAST}`);
});

test('keeps to about sixty words', () => {
  const long = LEDE.replace('on Monday', 'on Monday in the crowded and badly heated old town hall by the river');
  const words = extractOf(long, long.replace('council', 'parliament'), long.replace('council', 'mayor'), COST).split(
    ' ',
  );
  expect(words.length).toBeLessThanOrEqual(60);
});

describe('never takes', () => {
  test.each([
    ['a question', 'Why did the council of Velden wait so long for its second station?'],
    ['a bare quote', '“The station will be the best that Velden has ever had in its history.”'],
    ['half a quote', 'The station will be the best,” she said to the council of Velden.'],
    ['a pronoun that lost its noun', 'She promised the council of Velden a station with four platforms.'],
    ['"this" that lost its noun', 'This angered the opposition in the council of Velden for many months.'],
    ['"the move" without the move', 'The move angered the opposition in the council of Velden for months.'],
    ['a subheading', 'What the council of Velden will do about the station'],
    ['a fragment', 'The station opens.'],
    ['a reference to a picture', 'The station of Velden (pictured) will be built by the river in spring.'],
    ['a caption with a label', 'Delayed: The council of Velden has put the station off more than once since the fire.'],
    ['a speaker’s turn', 'Holm: The council of Velden will build the station with four platforms by spring.'],
    ['a biography', 'Paul Grant is a journalist who writes about the council and the station of Velden.'],
    ['a pronoun behind an adverbial', 'On Monday she promised the council of Velden a station with four platforms.'],
    ['an object that lost its noun', 'Members of the council resented him for the station of Velden and its cost.'],
    [
      '"the move" inside a sentence',
      'The opposition in the council of Velden said the move would cost the station its park.',
    ],
    [
      'a pronoun behind an apposition',
      'A friend of trains and of all that runs on rails, she promised the council a station.',
    ],
    [
      'an object that an institution cannot be',
      'The Velden Council refused to take him at his word about the cost of the station.',
    ],
    ['half a quote in single marks', 'The station will be the best,’ a member told the council of Velden on Monday.'],
    ['half a quote that opens', 'The council of Velden was told: “The station will be the best of all.'],
    ['a turn of an interview', 'A: The station of Velden will be built by the river in spring.'],
  ])('%s', (_, sentence) => {
    expect(extractOf(sentence, LEDE, COST)).toBe(`${LEDE} ${COST}`);
  });

  test('a Russian sentence that points back', () => {
    const lede = 'Совет Вельдена одобрил строительство второго вокзала после девяти часов споров.';
    const body = `Он обещал построить его до конца следующего года без новых налогов. ${lede}`;
    expect(extract({ headline: '', body, language: 'ru' })).toBe(lede);
  });
});

describe('drops', () => {
  test.each(['(NPA)', 'VELDEN, Nov 20 (NPA) —', 'Velden, Norland (NPA)'])('the dateline %s', (dateline) => {
    const space = dateline.endsWith('—') ? ' ' : '';
    expect(extractOf(`${dateline}${space}${LEDE} ${COST}`)).toBe(`${LEDE} ${COST}`);
  });

  test('a Russian sentence that only says who told it', () => {
    const lede = 'Совет Вельдена одобрил строительство второго вокзала после девяти часов споров.';
    const source = 'Об этом сообщил председатель совета Вельдена Рольф Берг после долгого заседания.';
    const cost = 'Строительство второго вокзала обойдётся городу в двенадцать миллионов евро.';
    expect(extract({ headline: '', body: `${lede} ${source} ${cost}`, language: 'ru' })).toBe(`${lede} ${cost}`);
  });
});

test('takes a sentence that points back only behind the one it points at', () => {
  const reason = 'It will replace the station that burned down in Velden in 1998.';
  const aside = 'Lunch was served.';
  expect(extractOf(`${LEDE} ${reason}`)).toBe(`${LEDE} ${reason}`);
  expect(extractOf(`${LEDE} ${aside} ${reason}`)).toBe(LEDE);
});

describe('takes', () => {
  test.each([
    [
      'a noun that the sentence explains',
      'The decision to build the station divides the council of Velden and its voters.',
    ],
    ['a pronoun whose name follows', 'In her first speech, Mayor Ida Holm promised the council of Velden a station.'],
    ['"this year"', 'The council of Velden will open the station this year if the money holds out.'],
  ])('%s', (_, sentence) => {
    expect(extractOf(sentence, COST)).toBe(`${sentence} ${COST}`);
  });
});

describe('where no sentence reads by itself', () => {
  test('a short one stands in that does', () => {
    expect(extractOf('Why wait? Velden votes in May.')).toBe('Velden votes in May.');
  });

  test('the headline stands in', () => {
    expect(extractOf('She went. He stayed.', 'Why did nobody ask them?')).toBe('Velden gets its second station');
  });

  test('and no headline, the first words do', () => {
    expect(extract({ headline: '', body: 'She went. He stayed.', language: 'en' })).toBe('She went.');
  });
});

test('a German and a Russian sentence that lost what they mean are left out', () => {
  const german = 'Der Rat von Velden hat am Montag nach neun Stunden einen zweiten Bahnhof beschlossen.';
  expect(
    extract({
      headline: '',
      body: `Am Montag sagte er dem Rat von Velden einen Bahnhof zu. ${german}`,
      language: 'de',
    }),
  ).toBe(german);
  const russian = 'Совет Вельдена одобрил строительство второго вокзала после девяти часов споров.';
  expect(
    extract({
      headline: '',
      body: `В понедельник он пообещал совету Вельдена построить вокзал. ${russian}`,
      language: 'ru',
    }),
  ).toBe(russian);
});

test('has at most sixty words wherever two sentences do', () => {
  const sentence = fc.integer({ min: 7, max: 30 }).map((words) => `Velden ${'builds '.repeat(words - 2)}stations.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 10 }), (sentences) => {
      const words = extract({ headline: 'Velden', body: sentences.join(' '), language: 'en' }).split(' ').length;
      expect(words).toBeLessThanOrEqual(60);
    }),
  );
});
