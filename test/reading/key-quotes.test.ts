import fc from 'fast-check';
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

/** Quotes as they stand in a body between marks, each with its speaker in brackets behind it. */
function ranked(body: string) {
  const quotes = Array.from(
    body.matchAll(/“([^”]+)” \[([^\]]+)\]/gu),
    ({ index, 1: words = '', 2: speaker }): Quote => {
      return {
        spans: [{ start: index + 1, end: index + 1 + words.length }],
        speaker,
        role: undefined,
        rank: undefined,
      };
    },
  );
  return rankKeyQuotes(body, quotes)
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ spans }) => body.slice(spans[0]?.start, spans[0]?.end));
}

const SMALL = 'It was a pleasant evening in the old harbour.';

test.each([
  ['a position', 'en', 'The council must stop this plan at once.'],
  ['a promise', 'en', 'We will open the northern harbour this year.'],
  ['a threat', 'en', 'There will be consequences for every ship here.'],
  ['a number', 'en', 'It cost the town 40 million euros to build.'],
  ['a position', 'ru', 'Мы никогда не закроем этот старый порт снова.'],
  ['a promise', 'ru', 'Мы откроем северные ворота порта этой весной.'],
  ['a threat', 'ru', 'Мы ответим на каждую такую попытку без промедления.'],
  ['a promise', 'kk', 'Біз қақпаны келесі жылы мамыр айында ашамыз.'],
  ['a position', 'de', 'Der Rat muss diesen alten Plan sofort stoppen.'],
])('%s goes before small talk (%s)', (_, __, words) => {
  expect(ranked(`The talks began.\n\n“${SMALL}” [Ida Holm]\n\n“${words}” [Rolf Berg]`)[0]).toBe(words);
});

test('what the reporter has told in his own words goes behind what he has not', () => {
  const told = 'We will replace the rusty gates of the northern harbour in spring.';
  const fresh = 'We will sell the ferry company to the dockers of the town.';
  const body = `The council will replace the rusty gates of the northern harbour in spring, the mayor announced.\n\n“${told}” [Ida Holm]\n\nShe had more news for the dockers.\n\n“${fresh}” [Rolf Berg]`;
  expect(ranked(body)).toEqual([fresh, told]);
});

test('whoever the article is about goes before whoever is named once', () => {
  const one = 'We will open the northern gates of the town.';
  const other = 'We will close the southern gates of the town.';
  const body = `Talks began.\n\n“${one}” [Paul Grant]\n\nIda Holm leads the port. Holm was elected in May. Critics of Holm and friends of Holm were there.\n\n“${other}” [Ida Holm]`;
  expect(ranked(body)[0]).toBe(other);
});

test('of four quotes or more, none has more than a third from one speaker where others spoke', () => {
  const words = fc.constantFrom(
    SMALL,
    'We will open the gates.',
    'They must go now.',
    'a fragment',
    'Who pays 40 euros?',
  );
  const speaker = fc.constantFrom('Ida Holm', 'Rolf Berg', 'Paul Grant');
  fc.assert(
    fc.property(fc.array(fc.tuple(words, speaker), { minLength: 4, maxLength: 14 }), (said) => {
      const body = said.map(([quote, name]) => `“${quote}” [${name}]`).join('\n\n');
      const quotes = Array.from(
        body.matchAll(/“([^”]+)” \[([^\]]+)\]/gu),
        ({ index, 1: quote = '', 2: name }): Quote => ({
          spans: [{ start: index + 1, end: index + 1 + quote.length }],
          speaker: name,
          role: undefined,
          rank: undefined,
        }),
      );
      const taken = rankKeyQuotes(body, quotes).filter(({ rank }) => rank !== undefined);
      const worthy = quotes.filter((_, at) => !/fragment|\?/.test(said[at]?.[0] ?? ''));
      if (worthy.length <= 3 || new Set(worthy.map((quote) => quote.speaker)).size === 1) return;
      for (const name of new Set(taken.map((quote) => quote.speaker))) {
        const share = taken.filter((quote) => quote.speaker === name).length;
        expect(share).toBeLessThanOrEqual(Math.max(1, taken.length / 3));
      }
    }),
  );
});
