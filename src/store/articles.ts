import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';
import {
  correctArticle,
  correctedIds,
  holdArticle,
  releaseArticle,
  retractArticle,
  tellNow,
} from './article-amending.ts';
import { writeByModel } from './article-model.ts';
import { type Reader, readArticle, readArticles, readKnownArticle } from './article-rows.ts';
import { searchIds } from './article-search.ts';
import { selectIds } from './article-selection.ts';
import { discardArticle, embargoArticle, publishArticle, publishEmbargoed } from './article-standing.ts';
import { changeArticle, insertDraft, replaceDraft, type Writing } from './article-writing.ts';
import { readHistory } from './audit.ts';
import type { Database } from './database.ts';
import { addressKey } from './likeness.ts';
import { alike } from './likeness-lookup.ts';
import { newestTraits, readTraits } from './story-traits.ts';

// States stand as literals in these queries: SQLite takes a partial index only where it can read the condition.

/** Articles, their revisions and their trail in the database. */
export function createArticles({ kysely, engine }: Database): Articles {
  const writing = <T>(write: (writing: Writing) => Promise<T>): Promise<T> =>
    kysely.transaction().execute((trx) => write({ trx, engine }));
  return {
    file: (article) => writing(async (w) => readKnownArticle(w.trx, await insertDraft(w, article))),
    find: (id) => readArticle(kysely, id),
    refile: (id, article) =>
      writing(async (w) => {
        await replaceDraft(w, id, article);
        return readKnownArticle(w.trx, id);
      }),
    change: (id, changes, by, at) =>
      writing(async (w) => {
        await changeArticle(w, id, changes, by, at);
        return readKnownArticle(w.trx, id);
      }),
    write: (id, body, by) => writing((w) => writeByModel(w, id, body, by)),
    publish: (id, by, at, action) => writing((w) => publishArticle(w, id, by, at, action)),
    embargo: (id, until, by, at) => writing((w) => embargoArticle(w, id, until, by, at)),
    publishEmbargoed: (now, limit) => writing((w) => publishEmbargoed(w, now, limit)),
    correct: (id, revision, by, at) => writing((w) => correctArticle(w, id, revision, by, at)),
    hold: (id, reason, by, at) => writing((w) => holdArticle(w, id, reason, by, at)),
    release: (id, by, at) => writing((w) => releaseArticle(w, id, by, at)),
    retract: (id, reason, by, at) => writing((w) => retractArticle(w, id, reason, by, at)),
    tellNow: (amendmentId) => writing((w) => tellNow(w, amendmentId)),
    correctedIn: async (countries, window) => readArticles(kysely, await correctedIds(kysely, countries, window)),
    discard: (id, by, at) => writing((w) => discardArticle(w, id, by, at)),
    unpublished: (limit) => unpublished(kysely, limit),
    select: async (query) => readArticles(kysely, await selectIds(kysely, engine, query)),
    search: async (words, offset, limit) => readArticles(kysely, await searchIds(kysely, engine, words, offset, limit)),
    lastSequence: () => lastSequence(kysely),
    coverage: (since) => coverage(kysely, since),
    history: (id) => readHistory(kysely, id),
    withAddress: (url) => withAddress(kysely, url),
    alike: (text, except) => alike(kysely, text, except),
    traits: (ids) => readTraits(kysely, ids),
    newestTraits: (limit) => newestTraits(kysely, limit),
  };
}

async function unpublished(reader: Reader, limit: number): Promise<Article[]> {
  const rows = await reader
    .selectFrom('articles')
    .select('id')
    .where(sql<boolean>`status in ('draft', 'embargoed')`)
    .orderBy('filed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return readArticles(reader, idsOf(rows));
}

async function withAddress(reader: Reader, url: string): Promise<number | undefined> {
  const row = await reader
    .selectFrom('articles')
    .select('id')
    .where('url_key', '=', addressKey(url))
    .where('status', '<>', 'retracted')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function lastSequence(reader: Reader): Promise<number> {
  return (await reader.selectFrom('publish_sequence').select('last').executeTakeFirstOrThrow()).last;
}

function coverage(reader: Reader, since: Temporal.Instant): Promise<{ country: CountryCode; articles: number }[]> {
  return (
    reader
      .selectFrom('article_countries')
      .select(({ fn }) => [fn.min('country').as('country'), fn.countAll<number>().as('articles')])
      .where('released_at', '>=', since.epochMilliseconds)
      // Grouping by the bare column would lure SQLite into reading all of the index that is in its order.
      .groupBy(sql`country || ''`)
      .orderBy('articles', 'desc')
      .orderBy('country')
      .execute()
  );
}

function idsOf(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id);
}
