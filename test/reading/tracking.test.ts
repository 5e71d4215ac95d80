import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutTracking } from '../../src/reading/tracking.ts';

describe('a link', () => {
  test.each([
    ['https://velden.example/a?utm_source=x', 'https://velden.example/a', ['utm_source=x']],
    ['(https://velden.example/a?id=7&fbclid=x#top)', '(https://velden.example/a?id=7#top)', ['fbclid=x']],
    ['see www.velden.example/?yclid=1&utm_medium=y, and', 'see www.velden.example/, and', ['yclid=1&utm_medium=y']],
    ['https://velden.example/a?id=7', 'https://velden.example/a?id=7', []],
    ['Why? utm_source=x', 'Why? utm_source=x', []],
  ])('%s', (text, plain, taken) => {
    expect(withoutTracking(text)).toEqual({ text: plain, taken });
  });
});

test('nothing but addresses is ever changed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      fc.pre(!/https?:|www\./i.test(text));
      expect(withoutTracking(text)).toEqual({ text, taken: [] });
    }),
  );
});
