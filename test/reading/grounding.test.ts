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
    expect(checkSentence(ARTICLE, sentence)).toEqual({ supported: false, claim, why });
  });
});
