import { describe, expect, test } from 'vitest';
import { checkSentence } from '../../src/reading/grounding.ts';

const ARTICLE =
  'Norland’s exports to Velden totalled $153.07 million in 2023, President Ida Holm said on Monday. “We will not wait,” she said. Twenty-three people and two dozen soldiers of the Northern Union met in Kazakhstan. Президент Рольф Берг вернулся из Астаны.';

describe('supports', () => {
  test.each([
    ['its own sentence', '“We will not wait,” she said.'],
    ['its own sentence, marks and line ends apart', '"We will not\nwait", she said'],
    ['a number in digits', 'Some 23 people met.'],
    ['a product in words', '24 soldiers met.'],
    ['a rounded number that says so', 'Exports were about $150 million.'],
    ['a number cut to its whole part', 'Exports were $153 million.'],
    ['initials', 'Soldiers of the NU met.'],
    ['a demonym', 'Kazakh officials were there.'],
    ['a word of a name beside the rest of it', 'The Northern Union Council met in Kazakhstan.'],
    ['a name in another case', 'Встреча с Рольфом Бергом прошла в Астане.'],
    ['a verbatim quote', 'Holm said “we will not wait”.'],
  ])('%s', (_, sentence) => {
    expect(checkSentence(ARTICLE, sentence)).toEqual({ supported: true });
  });
});

describe('finds', () => {
  test.each([
    ['a foreign place', 'Holm spoke in Lisbon.', 'Lisbon', 'name'],
    ['a foreign person', 'Minister Torvald spoke.', 'Torvald', 'name'],
    ['a wrong number', 'Exports were $200 million.', '200 million', 'number'],
    ['a wrong scale', 'Exports were $153.07 billion.', '153.07 billion', 'number'],
    ['a wrong day', 'Holm spoke on Tuesday.', 'Tuesday', 'date'],
    ['a changed quote', 'Holm said “we shall not wait”.', 'we shall not wait', 'quote'],
    ['a foreign name that opens the sentence', 'Lisbon welcomed the soldiers.', 'Lisbon', 'name'],
  ])('%s', (_, sentence, claim, why) => {
    expect(checkSentence(ARTICLE, sentence)).toMatchObject({ supported: false, claim, why });
  });
});

const COUNCIL =
  'The council of Velden approved a second railway station on Monday after a debate of nine hours. Mayor Ida Holm said that the station would create 300 jobs in the north of the town. Britain lent Velden 12 million euros for the tracks. The opposition wants a tram and asked for a vote of the people in March.';

test('says where the nearest support stands', () => {
  const grounding = checkSentence(COUNCIL, 'Mayor Ida Holm said that the station would create 400 jobs.');
  expect(grounding).toMatchObject({ supported: false, claim: '400', why: 'number' });
  const nearest = grounding.supported ? undefined : grounding.nearest;
  expect(COUNCIL.slice(nearest?.start, nearest?.end)).toBe(
    'Mayor Ida Holm said that the station would create 300 jobs in the north of the town.',
  );
});

test('knows a country by another of its names', () => {
  expect(checkSentence(COUNCIL, 'The UK lent Velden 12 million euros for the tracks.')).toEqual({ supported: true });
});

describe('doubts', () => {
  test.each([
    [
      'the opposite',
      'The council of Velden rejected a second railway station on Monday after a debate of nine hours.',
      'rejected',
    ],
    [
      'a foreign word',
      'The council of Velden approved a second railway hospital on Monday after a debate of nine hours.',
      'hospital',
    ],
  ])('%s', (_, sentence, claim) => {
    expect(checkSentence(COUNCIL, sentence)).toMatchObject({ supported: false, claim, why: 'deed' });
  });

  test('a denial that is not in the article', () => {
    const sentence = 'The opposition does not want a tram and asked for a vote of the people in March.';
    expect(checkSentence(COUNCIL, sentence)).toMatchObject({ supported: false, why: 'deed' });
  });
});

test('reads a number with its unit right behind it', () => {
  expect(checkSentence('The snow lay 40cm deep.', 'Snow lay 40 cm deep.')).toEqual({ supported: true });
  expect(checkSentence('The snow lay 40cm deep.', 'Snow lay 45cm deep.')).toMatchObject({ claim: '45', why: 'number' });
});

test('does not doubt a close paraphrase', () => {
  const sentence = 'The council of Velden approved a second station on Monday after nine hours of debate.';
  expect(checkSentence(COUNCIL, sentence)).toEqual({ supported: true });
  const announced = COUNCIL.split('. ')[0]?.replace('approved', 'recently approved') ?? '';
  expect(checkSentence(COUNCIL, announced)).toEqual({ supported: true });
});
