import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote, Span } from '../../src/news/quote.ts';
import { assertPlacesInBody } from '../../src/store/quote-places.ts';

const span = (start: number, end: number): Span => ({ start, end });
const aQuote = (...spans: Span[]): Quote => ({ spans, speaker: undefined, role: undefined, rank: undefined });
const saidBy = (mention: Span, ...spans: Span[]): Quote => ({ ...aQuote(...spans), speaker: 'Ida Holm', mention });

/** Ten characters, none of them a letter, so that every place in it is one between words. */
const BODY = '..........';

describe('the store takes in no quote', () => {
  it.each([
    ['an empty span', [aQuote(span(3, 3))]],
    ['an end before its start', [aQuote(span(5, 3))]],
    ['a start before the body', [aQuote(span(-1, 3))]],
    ['an end after the body', [aQuote(span(0, 11))]],
    ['half a character', [aQuote(span(0.5, 3))]],
    ['a place that is no number', [aQuote(span(Number.NaN, 3))]],
    ['spans out of order', [aQuote(span(5, 7), span(0, 3))]],
    ['spans that overlap', [aQuote(span(0, 5), span(4, 7))]],
    ['a span that overlaps another quote', [aQuote(span(0, 5)), aQuote(span(4, 7))]],
    ['a place before that of the quote before it', [aQuote(span(5, 7)), aQuote(span(0, 3))]],
    ['a place twice', [aQuote(span(0, 3)), aQuote(span(0, 3))]],
    ['a speaker who is mentioned behind the body', [saidBy(span(8, 11), span(0, 3))]],
    ['a speaker who is mentioned before the body', [saidBy(span(-2, 1), span(2, 3))]],
    ['a speaker who is mentioned nowhere', [saidBy(span(5, 5), span(0, 3))]],
    ['a speaker who is mentioned in his own words', [saidBy(span(1, 2), span(0, 3))]],
  ])('with %s', (_, quotes) => {
    expect(() => assertPlacesInBody(BODY, quotes)).toThrow('does not stand in a body of 10 characters');
  });

  it('without a span', () => {
    expect(() => assertPlacesInBody(BODY, [aQuote()])).toThrow('A quote without a place cannot be stored');
  });

  it.each([
    ['a word', '“We open,” Ida Holm said.', aQuote(span(2, 8))],
    ['a word at its end', '“We open,” Ida Holm said.', aQuote(span(1, 6))],
    ['a Russian word', '«Мы идём», — сказала Хольм.', aQuote(span(2, 8))],
    ['a number', '“It cost 2500,” Ida Holm said.', aQuote(span(1, 12))],
    ['a pair of surrogates', '“😀 we go,” Ida Holm said.', aQuote(span(2, 8))],
    ['the speaker’s name', '“We open,” Ida Holm said.', saidBy(span(12, 19), span(1, 9))],
  ])('that cuts %s in two', (_, body, quote) => {
    expect(() => assertPlacesInBody(body, [quote])).toThrow('does not stand in a body');
  });
});

/** Places that part a body of 200 characters, as quotes of one or more spans. */
const quotes = fc
  .uniqueArray(fc.nat(200), { minLength: 4, maxLength: 24 })
  .map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b);
    return sorted.flatMap((end, index) => (index % 2 === 1 ? [span(sorted[index - 1] ?? 0, end)] : []));
  })
  .chain((spans) =>
    fc.array(fc.boolean(), { minLength: spans.length, maxLength: spans.length }).map((joins) => {
      const parted: Span[][] = [];
      for (const [at, one] of spans.entries()) {
        if (joins[at] && parted.length > 0) parted.at(-1)?.push(one);
        else parted.push([one]);
      }
      return parted.map((group) => aQuote(...group));
    }),
  );

const ROOM = '.'.repeat(200);

describe('the store', () => {
  it('takes in every set of parted places in ascending order', () => {
    fc.assert(fc.property(quotes, (all) => assertPlacesInBody(ROOM, all)));
  });

  it('refuses every such set in which one place is moved onto another, out of the body, or inside out', () => {
    fc.assert(
      fc.property(quotes, fc.nat(), fc.constantFrom('onto', 'before', 'behind', 'empty', 'turned'), (all, at, how) => {
        const places = all.flatMap(({ spans }) => spans);
        const chosen = places[at % places.length] ?? span(0, 1);
        const other = places[(at + 1) % places.length] ?? span(0, 1);
        const moved: Record<string, Span> = {
          onto: places.length > 1 ? other : span(0, 201),
          before: span(-1, chosen.end),
          behind: span(chosen.start, 201),
          empty: span(chosen.start, chosen.start),
          turned: span(chosen.end, chosen.start),
        };
        const wrong = all.map((quote) => ({
          ...quote,
          spans: quote.spans.map((one) => (one === chosen ? (moved[how] ?? one) : one)),
        }));
        expect(() => assertPlacesInBody(ROOM, wrong)).toThrow(RangeError);
      }),
    );
  });

  it('refuses every quote whose words are not where the body has them', () => {
    const words = fc.stringMatching(/^[a-zа-я]{3,12}$/u);
    fc.assert(
      fc.property(words, words, fc.integer({ min: -40, max: 40 }), (before, inside, shift) => {
        fc.pre(shift !== 0);
        const body = `${before}${before} “${inside}${inside}” ${before}${before}`;
        const start = body.indexOf('“') + 1 + shift;
        const end = start + inside.length * 2;
        // A place that happens to lie between words is one, though another than was meant.
        fc.pre(/\p{L}/u.test(body.charAt(start - 1)) && /\p{L}/u.test(body.charAt(start)));
        expect(() => assertPlacesInBody(body, [aQuote(span(start, end))])).toThrow(RangeError);
      }),
    );
  });
});
