import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeBriefing, type EditionScope, editionKey, scopeKey } from '../../src/briefing/edition.ts';
import type { Article } from '../../src/news/article.ts';
import { anArticle } from '../support/articles.ts';

function published(sequence: number, ...countries: string[]): Article {
  const { text, summary, ...filed } = anArticle();
  return {
    ...text,
    ...filed,
    summary: summary.text,
    id: sequence,
    sequence,
    status: 'published',
    revision: 1,
    releasedAt: filed.filedAt,
    embargoedUntil: undefined,
    countries,
  };
}

const shape = (articles: readonly Article[], topics: readonly string[]) =>
  arrangeBriefing(articles, topics).sections.map(({ country, articles: own }) => [country, own.map(({ id }) => id)]);

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

  it('holds every article on its topics exactly once, and no other', () => {
    const code = fc.constantFrom<string>('KZ', 'KG', 'UZ', 'BY', 'RU');
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(code, { minLength: 1 })), fc.uniqueArray(code), (countries, topics) => {
        const articles = countries.map((own, place) => published(place + 1, ...own));
        const shown = arrangeBriefing(articles, topics).sections.flatMap((section) => section.articles);
        const wanted = articles.filter((article) => article.countries.some((country) => topics.includes(country)));
        expect(shown.map(({ id }) => id).sort((a, b) => a - b)).toEqual(wanted.map(({ id }) => id));
      }),
    );
  });
});

describe('the name of an edition', () => {
  const scope: EditionScope = {
    topics: ['KZ', 'BY'],
    language: 'en',
    timeZone: 'Asia/Almaty',
    day: '2026-03-02',
    window: { above: 3, upTo: 9 },
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
    ];
    expect(new Set([key, ...others.map(scopeKey)]).size).toBe(7);
  });

  it('changes with the text, so that a corrected article is not told in its old words', () => {
    const part = (html: string) => ({ message: { html, buttons: [] }, articleIds: [1] });
    expect(editionKey('a', [part('79 to 11')])).toBe(editionKey('a', [part('79 to 11')]));
    expect(editionKey('a', [part('79 to 11')])).not.toBe(editionKey('a', [part('71 to 19')]));
  });
});
