import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../src/reading/paragraphs.ts';

const LONG =
  'The harbour of Lund will close for repairs in spring, and the ferry company wants to be paid for each day that it loses.';

test('a blank line parts paragraphs', () => {
  expect(paragraphsOf(`Harbour Closes\n\n${LONG}\n\n\n${LONG}`)).toEqual(['Harbour Closes', LONG, LONG]);
});

test('long lines are paragraphs even without blank lines', () => {
  expect(paragraphsOf(`Harbour Closes\n${LONG}\n${LONG}`)).toEqual(['Harbour Closes', LONG, LONG]);
});

test('lines that fill one column are joined', () => {
  const wrapped = LONG.replace(/(.{25,40}) /g, '$1\n');
  expect(wrapped.split('\n').length).toBeGreaterThan(2);
  expect(paragraphsOf(`Harbour Closes\n\n${wrapped}\n\n${wrapped}`)).toEqual(['Harbour Closes', LONG, LONG]);
});

test('a sentence that a stray line end broke is joined', () => {
  expect(paragraphsOf(LONG.replace('and the', 'and\nthe'))).toEqual([LONG]);
});

test('a sentence that a blank line broke is joined, as at the seam of two messages', () => {
  const broken = LONG.replace('spring, and', 'spring, and\n\n').replace('\n\n ', '\n\n');
  expect(paragraphsOf(`Harbour Closes\n\n${broken}`)).toEqual(['Harbour Closes', LONG]);
});

describe('lists', () => {
  test('keep one entry a paragraph', () => {
    expect(paragraphsOf('What is planned:\n- a second quay\n- a crane\n- parking')).toEqual([
      'What is planned:',
      '- a second quay',
      '- a crane',
      '- parking',
    ]);
  });
});
