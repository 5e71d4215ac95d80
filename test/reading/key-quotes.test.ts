import { expect, test } from 'vitest';
import type { Quote } from '../../src/news/quote.ts';
import { rankKeyQuotes } from '../../src/reading/key-quotes.ts';

/** A body of one sentence for each speaker, all of it quoted. */
function quoted(speakers: readonly (string | undefined)[], sentence = 'We will never open these gates again.') {
  const body = speakers.map(() => sentence).join('\n\n');
  const quotes = speakers.map((speaker, at): Quote => {
    const start = at * (sentence.length + 2);
    return { spans: [{ start, end: start + sentence.length }], speaker, role: undefined, rank: undefined };
  });
  return rankKeyQuotes(body, quotes);
}

test('three quotes or fewer are all key quotes, whoever spoke', () => {
  expect(quoted(['Holm', 'Berg', 'Holm']).map(({ rank }) => rank)).toEqual([1, 2, 3]);
});

test('of more, at most one in three comes from one speaker', () => {
  const ranked = quoted(['Holm', 'Holm', 'Holm', 'Berg', 'Grant', 'Lee']).filter(({ rank }) => rank !== undefined);
  expect(ranked.length).toBeGreaterThanOrEqual(3);
  for (const name of ['Holm', 'Berg', 'Grant', 'Lee']) {
    expect(ranked.filter(({ speaker }) => speaker === name).length).toBeLessThanOrEqual(ranked.length / 3);
  }
});

test('at most five are chosen', () => {
  const ranked = quoted(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `Speaker ${letter}`));
  expect(ranked.filter(({ rank }) => rank !== undefined)).toHaveLength(5);
});

test('a quote without a sure speaker is never one', () => {
  expect(quoted([undefined, 'Holm']).map(({ rank }) => rank)).toEqual([undefined, 1]);
});

test('a bare question is none', () => {
  expect(quoted(['Holm'], 'Will you ever open these gates again?')[0]?.rank).toBeUndefined();
  expect(quoted(['Holm'], 'We asked for money. Who will give it?')[0]?.rank).toBe(1);
});

test('a fragment is none', () => {
  expect(quoted(['Holm'], 'a fool').map(({ rank }) => rank)).toEqual([undefined]);
});

test('a promise with a number goes before small talk', () => {
  const small = 'It was a pleasant evening here.';
  const promise = 'We will pay 40 million euros by May.';
  const body = `${small}\n\n${promise}`;
  const at = (start: number, length: number): Quote => ({
    spans: [{ start, end: start + length }],
    speaker: 'Holm',
    role: undefined,
    rank: undefined,
  });
  const ranked = rankKeyQuotes(body, [at(0, small.length), at(small.length + 2, promise.length)]);
  expect(ranked.map(({ rank }) => rank)).toEqual([2, 1]);
});
