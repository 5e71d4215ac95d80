import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { ArticleQuery, Articles } from '../../src/news/articles.ts';
import { selection } from '../../src/store/article-selection.ts';
import { createArticles } from '../../src/store/articles.ts';
import { anArticle, quoteOf } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const hoursAgo = (hours: number) => NOW.subtract({ hours });

const BODY = '"Мы согласны," сказал Ержан Қасымов. "We refuse," said Kim Ado. "So do we," said Jo Kimberley.';
const QUOTES = [
  quoteOf(BODY, 'Мы согласны,', 'Ержан Қасымов'),
  quoteOf(BODY, 'We refuse,', 'Kim Ado'),
  quoteOf(BODY, 'So do we,', 'Jo Kimberley'),
];

interface PlanStep {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** Numbers 1 to 5, released 5 to 1 hours ago; 2 and 4 have other countries, 3 has the quotes. */
async function publishFive(articles: Articles): Promise<void> {
  const countries = [['KZ', 'KG'], ['BY'], ['KZ'], ['BY', 'KZ'], ['KZ']];
  for (const [index, codes] of countries.entries()) {
    const quoted = index === 2 ? { body: BODY, quotes: QUOTES } : {};
    const { id } = await articles.file(anArticle({ countries: codes, ...quoted }));
    await articles.publish(id, 1, hoursAgo(5 - index), 'published');
  }
  await articles.file(anArticle({ countries: ['KZ', 'BY'] }));
}

onEachDatabase('a selection of articles', (open, engine) => {
  it('holds what was asked for, newest first', async () => {
    const articles = createArticles(await open());
    await publishFive(articles);
    const numbers = async (query: Omit<ArticleQuery, 'limit'>, limit = 10) =>
      (await articles.select({ ...query, limit })).map(({ sequence }) => sequence);
    expect(await numbers({})).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers({}, 2)).toEqual([5, 4]);
    expect(await numbers({ countries: ['KZ'] })).toEqual([5, 4, 3, 1]);
    expect(await numbers({ countries: ['BY', 'KG', 'BY'] })).toEqual([4, 2, 1]);
    expect(await numbers({ countries: ['BY', 'KZ'] }, 2)).toEqual([5, 4]);
    expect(await numbers({ countries: [] })).toEqual([]);
    expect(await numbers({ since: hoursAgo(3), until: hoursAgo(1) })).toEqual([4, 3]);
    expect(await numbers({ countries: ['KZ'], since: hoursAgo(5), until: hoursAgo(4) })).toEqual([1]);
    expect(await numbers({ countries: ['KZ'], above: 1, upTo: 4 })).toEqual([4, 3]);
    expect(await numbers({ above: 3, since: hoursAgo(1) })).toEqual([5]);
  });

  it('finds a speaker by any whole word of the name, in any letter case', async () => {
    const articles = createArticles(await open());
    await publishFive(articles);
    const found = async (speaker: string) =>
      (await articles.select({ speaker, countries: ['KZ'], limit: 10 })).map(({ sequence }) => sequence);
    expect(await found('ҚАСЫМОВ')).toEqual([3]);
    expect(await found('ержан қасымов')).toEqual([3]);
    expect(await found('KIM')).toEqual([3]);
    expect(await found('Velden, Marta')).toEqual([5, 4, 1]);
    expect(await found('Kim Kimberley')).toEqual([]);
    expect(await found('Ki')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect((await articles.select({ speaker: 'ado', limit: 10 })).map(({ sequence }) => sequence)).toEqual([3]);
  });

  // What PostgreSQL plans for a handful of rows says nothing.
  if (engine === 'postgres') return;

  it.each<ArticleQuery>([
    { limit: 10 },
    { since: hoursAgo(24), limit: 10 },
    { countries: ['KZ', 'BY'], limit: 10 },
    { countries: ['KZ'], above: 3, upTo: 9, limit: 10 },
    { countries: ['KZ', 'BY'], since: hoursAgo(24), until: NOW, limit: 10 },
  ])('is read from an index in its order, and stops at its limit: %o', async (query) => {
    const { kysely } = await open();
    const { rows } = await sql<PlanStep>`explain query plan ${selection(engine, query)}`.execute(kysely);
    const ranges = new Set(rows.filter(({ detail }) => detail === 'CO-ROUTINE newest').map(({ id }) => id));
    const steps = rows.filter(({ parent }) => ranges.has(parent)).map(({ detail }) => detail);
    expect(ranges.size).toBe(query.countries?.length ?? 1);
    for (const step of steps) {
      expect(step).toMatch(
        /^(SEARCH|SCAN) \w+ USING (COVERING )?INDEX (articles|countries)_(published|released|sequence)/,
      );
    }
  });
});
