import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/news/edit-distance.ts';

describe('the distance between two words', () => {
  it.each([
    ['kazakhstan', 'kazakhstan', 0],
    ['kazakstan', 'kazakhstan', 1],
    ['kazakhsatn', 'kazakhstan', 1],
    ['iram', 'iraq', 1],
    ['', 'abc', 3],
  ])('%s to %s', (from, to, distance) => {
    expect(editDistance(from, to, 5)).toBe(distance);
  });

  it('is not measured beyond the limit', () => {
    expect(editDistance('kazakhstan', 'fiji', 2)).toBe(3);
  });

  it('is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9)));
  });
});
