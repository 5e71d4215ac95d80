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

test('has something to say of a text without one good sentence', () => {
  expect(extractOf('She went. He stayed.')).toBe('She went. He stayed.');
});
