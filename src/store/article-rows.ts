import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Article, ArticleText } from '../news/article.ts';
import type { Quote } from '../news/quote.ts';
import type { Schema } from './schema.ts';
import { instant, instantOrUndefined } from './time.ts';

/** A connection or an open transaction. */
export type Reader = Kysely<Schema> | Transaction<Schema>;

type ArticleRow = Selectable<Schema['articles']>;
type RevisionRow = Omit<Selectable<Schema['article_revisions']>, 'article_id' | 'revision'>;
type QuoteRow = Selectable<Schema['quotes']>;

/** The articles of these ids in their newest revisions, in the order of the ids; unknown ids are left out. */
export async function readArticles(reader: Reader, ids: readonly number[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  // One after the other: a transaction has one connection, on which `pg` will soon refuse to queue.
  const articles = await readRevisions(reader, ids);
  const countries = await readCountries(reader, ids);
  const quotes = await readQuotes(reader, ids);
  return ids.flatMap((id) => {
    const row = articles.get(id);
    if (row === undefined) return [];
    return [
      {
        ...toStanding(row),
        ...toText(row),
        countries: countries.get(id)?.map(({ country }) => country) ?? [],
        summary: row.summary ?? '',
        summaryBy: row.summary_by ?? 'extract',
        quotes: quotes.get(id)?.map(toQuote) ?? [],
        correction: row.note === null ? undefined : { note: row.note, at: instant(row.made_at) },
        translatedQuotes: undefined,
      },
    ];
  });
}

export async function readArticle(reader: Reader, id: number): Promise<Article | undefined> {
  return (await readArticles(reader, [id]))[0];
}

/** The article that was just written; its absence would be a bug. */
export async function readKnownArticle(reader: Reader, id: number): Promise<Article> {
  const article = await readArticle(reader, id);
  if (article === undefined) throw new Error(`There is no article ${id}`);
  return article;
}

async function readRevisions(reader: Reader, ids: readonly number[]) {
  const rows = await reader
    .selectFrom('articles')
    .innerJoin('article_revisions as text', (join) =>
      join.onRef('text.article_id', '=', 'articles.id').onRef('text.revision', '=', 'articles.revision'),
    )
    .leftJoin('summaries', (join) =>
      join
        .onRef('summaries.article_id', '=', 'articles.id')
        .onRef('summaries.revision', '=', 'articles.revision')
        .onRef('summaries.language', '=', 'text.language'),
    )
    .selectAll('articles')
    .select([
      'text.headline',
      'text.byline',
      'text.dateline',
      'text.source',
      'text.published_at',
      'text.url',
      'text.language',
      'text.body',
      'text.raw',
      'text.note',
      'text.made_at',
      'summaries.text as summary',
      'summaries.made_by as summary_by',
    ])
    .where('articles.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function readCountries(reader: Reader, ids: readonly number[]) {
  const rows = await reader
    .selectFrom('article_countries')
    .select(['article_id', 'country'])
    .where('article_id', 'in', ids)
    .orderBy('rank')
    .execute();
  return Map.groupBy(rows, (row) => row.article_id);
}

async function readQuotes(reader: Reader, ids: readonly number[]) {
  const rows = await reader
    .selectFrom('quotes')
    .innerJoin('articles', (join) =>
      join.onRef('articles.id', '=', 'quotes.article_id').onRef('articles.revision', '=', 'quotes.revision'),
    )
    .selectAll('quotes')
    .where('quotes.article_id', 'in', ids)
    .orderBy('quotes.ordinal')
    .execute();
  return Map.groupBy(rows, (row) => row.article_id);
}

function toStanding(row: ArticleRow) {
  return {
    id: row.id,
    status: row.status,
    revision: row.revision,
    sequence: row.sequence ?? undefined,
    filedBy: row.filed_by,
    filedAt: instant(row.filed_at),
    releasedAt: instantOrUndefined(row.released_at),
    embargoedUntil: instantOrUndefined(row.embargoed_until),
  };
}

function toText(row: RevisionRow): ArticleText {
  return {
    headline: row.headline,
    byline: row.byline ?? undefined,
    dateline: row.dateline ?? undefined,
    source: row.source ?? undefined,
    publishedAt: row.published_at ?? undefined,
    url: row.url ?? undefined,
    language: row.language,
    body: row.body,
    raw: row.raw,
  };
}

function toQuote(row: QuoteRow): Quote {
  return {
    spans: JSON.parse(row.spans),
    speaker: row.speaker ?? undefined,
    role: row.role ?? undefined,
    rank: row.rank ?? undefined,
  };
}
