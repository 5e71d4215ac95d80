import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/reading/numbers.ts';
import { sameNumber } from '../../src/reading/same-number.ts';

describe('numbers are read', () => {
  test.each([
    ['two hundred and fifty thousand people', 'en', [250_000]],
    ['twenty-three of one two', 'en', [23, 1, 2]],
    ['$1.2 billion and £37.5m', 'en', [1_200_000_000, 37_500_000]],
    ['two dozen ships and 40cm of snow', 'en', [24, 40]],
    ['half of it, a quarter, the first half, the second quarter', 'en', [50, 25, 1, 2]],
    ['1,2 Milliarden, dreiundzwanzig, zweihundert', 'de', [1_200_000_000, 23, 200]],
    ['сто двадцать три человека, полтора миллиона, треть', 'ru', [123, 1_500_000, 33.33]],
    ['он сказал', 'ru', []],
    ['он сегіз адам, жиырма үш, 1,5 млн', 'kk', [18, 23, 1_500_000]],
    ['1 250 000 тенге', 'ru', [1_250_000]],
  ])('%s', (text, language, values) => {
    expect(numbersIn(text, language).map(({ value }) => value)).toEqual(values);
  });
});

describe('one number stands for another', () => {
  test.each([
    ['about $150 million', '$153.07 million', true],
    ['$153 million', '$153.07 million', true],
    ['1.3 million people', '1,284,000 people', true],
    ['more than 20', '23', true],
    ['more than 25', '23', false],
    ['nearly 25', '23', true],
    ['nearly 20', '23', false],
    ['a third of them', '34 percent', true],
    ['5 miles', '8 km', true],
    ['5 miles', '5 km', false],
    ['two weeks', '14 days', true],
    ['$12 million', '€12 million', false],
    ['$153.07 billion', '$153.07 million', false],
    ['400', '300', false],
  ])('%s for %s: %s', (claimed, found, same) => {
    const [one, other] = [numbersIn(claimed, 'en')[0], numbersIn(found, 'en')[0]];
    if (one === undefined || other === undefined) throw new Error('no number');
    expect(sameNumber(one, other)).toBe(same);
  });
});
