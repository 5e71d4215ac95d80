import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Span } from '../../src/news/quote.ts';
import { assertPlacesInBody } from '../../src/store/quote-places.ts';

const aQuote = (...spans: Span[]) => ({ spans, speaker: undefined, role: undefined, rank: undefined });
const span = (start: number, end: number): Span => ({ start, end });

it.each([
  ['no span at all', aQuote()],
  ['an empty span', aQuote(span(3, 3))],
  ['an end before its start', aQuote(span(5, 3))],
  ['a start before the body', aQuote(span(-1, 3))],
  ['an end after the body', aQuote(span(0, 11))],
  ['half a character', aQuote(span(0.5, 3))],
  ['a place that is no number', aQuote(span(Number.NaN, 3))],
  ['spans out of order', aQuote(span(5, 7), span(0, 3))],
  ['spans that overlap', aQuote(span(0, 5), span(4, 7))],
])('a quote with %s does not stand in the body', (_, quote) => {
  expect(() => assertPlacesInBody('Ten chars.', [quote])).toThrow('does not stand in a body of 10 characters');
});

it('every set of parted places in ascending order stands in the body', () => {
  const places = fc.uniqueArray(fc.nat(200), { minLength: 2, maxLength: 12 }).map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b);
    return sorted.flatMap((end, index) => (index % 2 === 1 ? [span(sorted[index - 1] ?? 0, end)] : []));
  });
  fc.assert(
    fc.property(places, (spans) => {
      assertPlacesInBody('x'.repeat(200), [aQuote(...spans)]);
    }),
  );
});
