import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeBriefing, articlesOf, type EditionScope, editionKey, scopeKey } from '../../src/briefing/edition.ts';
import type { Article } from '../../src/news/article.ts';
import { publishedArticle } from '../support/articles.ts';

const published = (sequence: number, ...countries: string[]) => publishedArticle(sequence, { countries });

const shape = (articles: readonly Article[], topics: readonly string[]) =>
  arrangeBriefing(articles, topics).sections.map(({ country, stories }) => [
    country,
    articlesOf(stories).map(({ id }) => id),
  ]);

describe('a briefing', () => {
  it('shows an article once, under the most salient of its countries that the chat follows', () => {
    expect(shape([published(2, 'RU', 'KZ', 'BY'), published(1, 'BY', 'KZ')], ['BY', 'KZ'])).toEqual([
      ['KZ', [2]],
      ['BY', [1]],
    ]);
  });

  it('puts the country with most articles first, and of two alike the one with the newest', () => {
    const articles = [
      published(9, 'UZ'),
      published(8, 'BY'),
      published(7, 'KZ'),
      published(6, 'KZ'),
      published(5, 'BY'),
    ];
    expect(shape(articles, ['UZ', 'KZ', 'BY'])).toEqual([
      ['BY', [8, 5]],
      ['KZ', [7, 6]],
      ['UZ', [9]],
    ]);
  });

  it('holds every article on its topics exactly once, and no other, however they are grouped', () => {
    const code = fc.constantFrom<string>('KZ', 'KG', 'UZ', 'BY', 'RU');
    const grouped = fc.record({ own: fc.uniqueArray(code, { minLength: 1 }), group: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(fc.array(grouped), fc.uniqueArray(code), (list, topics) => {
        const articles = list.map(({ own }, place) => published(place + 1, ...own));
        const groups = [0, 1, 2, 3, 4, 5].map((group) => articles.filter((_, at) => list[at]?.group === group));
        const ids = groups.map((group) => group.map(({ id }) => id));
        const shown = arrangeBriefing(articles, topics, ids).sections.flatMap(({ stories }) => articlesOf(stories));
        const wanted = articles.filter((article) => article.countries.some((country) => topics.includes(country)));
        expect(shown.map(({ id }) => id).sort((a, b) => a - b)).toEqual(wanted.map(({ id }) => id));
      }),
    );
  });
});

describe('a story', () => {
  const withBody = (sequence: number, words: number, ...countries: string[]): Article => ({
    ...published(sequence, ...countries),
    body: 'word '.repeat(words),
  });
  const told = (articles: readonly Article[], topics: readonly string[], ...groups: number[][]) =>
    arrangeBriefing(articles, topics, groups).sections.map(({ country, stories }) => [
      country,
      ...stories.map(({ lead, also }) => [lead.id, ...also.map(({ id }) => id)]),
    ]);

  it('is told by its newest article, and names the others in their order', () => {
    const articles = [withBody(4, 90, 'KZ'), withBody(3, 100, 'KZ'), withBody(2, 100, 'KZ'), withBody(1, 100, 'KZ')];
    expect(told(articles, ['KZ'], [1, 3, 4], [2])).toEqual([['KZ', [4, 3, 1], [2]]]);
  });

  it('is not told by a note, even where that is newer than a full report', () => {
    const articles = [withBody(3, 20, 'KZ'), withBody(2, 100, 'KZ'), withBody(1, 120, 'KZ')];
    expect(told(articles, ['KZ'], [1, 2, 3])).toEqual([['KZ', [2, 3, 1]]]);
  });

  it('stands under the country of the article that tells it, where its newest article would', () => {
    const articles = [withBody(4, 10, 'BY'), withBody(3, 100, 'KZ'), withBody(2, 100, 'KZ'), withBody(1, 100, 'BY')];
    expect(told(articles, ['KZ', 'BY'], [2, 4], [1], [3])).toEqual([
      ['KZ', [2, 4], [3]],
      ['BY', [1]],
    ]);
  });

  it('has no article that the chat does not follow', () => {
    const articles = [withBody(2, 100, 'BY'), withBody(1, 100, 'KZ')];
    expect(told(articles, ['KZ'], [1, 2])).toEqual([['KZ', [1]]]);
  });
});

describe('the name of an edition', () => {
  const scope: EditionScope = {
    topics: ['KZ', 'BY'],
    language: 'en',
    timeZone: 'Asia/Almaty',
    day: '2026-03-02',
    window: { above: 3, upTo: 9 },
    style: { length: 'short', quotes: true },
  };

  it('does not depend on the order of the topics, and on everything else that the text depends on', () => {
    const key = scopeKey(scope);
    expect(scopeKey({ ...scope, topics: ['BY', 'KZ'] })).toBe(key);
    const others: EditionScope[] = [
      { ...scope, topics: ['KZ'] },
      { ...scope, language: 'ru' },
      { ...scope, timeZone: 'UTC' },
      { ...scope, day: '2026-03-03' },
      { ...scope, window: { above: 4, upTo: 9 } },
      { ...scope, window: { above: 3, upTo: 10 } },
      { ...scope, style: { length: 'full', quotes: true } },
      { ...scope, style: { length: 'full', quotes: false } },
    ];
    expect(new Set([key, ...others.map(scopeKey)]).size).toBe(9);
  });

  it('changes with the text, so that a corrected article is not told in its old words', () => {
    const part = (html: string) => ({ message: { html, buttons: [] }, articleIds: [1] });
    expect(editionKey('a', [part('79 to 11')])).toBe(editionKey('a', [part('79 to 11')]));
    expect(editionKey('a', [part('79 to 11')])).not.toBe(editionKey('a', [part('71 to 19')]));
  });
});
