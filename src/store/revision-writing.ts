import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { ArticleText } from '../news/article.ts';
import type { NewArticle } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';
import type { Quote } from '../news/quote.ts';
import { indexArticle } from './article-search.ts';
import type { Writing } from './article-writing.ts';
import { noteLikeness } from './likeness.ts';
import type { Schema } from './schema.ts';
import { spacedWords, storable, storableOrNull } from './words.ts';

/** A revision as it is stored. */
export interface RevisionRows {
  readonly revision: number;
  readonly text: ArticleText;
  readonly countries: readonly CountryCode[];
  readonly quotes: readonly Quote[];
  readonly summary: { readonly text: string; readonly madeBy: Schema['summaries']['made_by'] };
  /** What a correction says to readers; undefined for the first revision. */
  readonly note: string | undefined;
  readonly madeAt: Temporal.Instant;
}

/** Stores a text and what was read in it as an article's first revision. */
export async function insertRevision(writing: Writing, id: number, article: NewArticle): Promise<void> {
  await writeRevision(writing, id, { ...article, revision: 1, note: undefined, madeAt: article.filedAt });
  await noteLikeness(writing.trx, id, article.text);
}

/** Stores a revision, which must be the newest of its article. */
export async function writeRevision(writing: Writing, id: number, rows: RevisionRows): Promise<void> {
  const { trx } = writing;
  const { revision, text } = rows;
  await trx
    .insertInto('article_revisions')
    .values({
      article_id: id,
      revision,
      headline: storable(text.headline),
      byline: storableOrNull(text.byline),
      dateline: storableOrNull(text.dateline),
      source: storableOrNull(text.source),
      published_at: storableOrNull(text.publishedAt),
      url: storableOrNull(text.url),
      language: text.language,
      body: storable(text.body),
      raw: storable(text.raw),
      note: storableOrNull(rows.note),
      made_at: rows.madeAt.epochMilliseconds,
    })
    .execute();
  await writeSummary(trx, {
    article_id: id,
    revision,
    language: text.language,
    text: storable(rows.summary.text),
    made_by: rows.summary.madeBy,
    prompt: null,
  });
  await insertQuotes(trx, id, revision, rows.quotes);
  await replaceCountries(trx, id, rows.countries);
  await indexArticle(writing, id);
}

async function insertQuotes(
  trx: Transaction<Schema>,
  id: number,
  revision: number,
  quotes: readonly Quote[],
): Promise<void> {
  const rows = quotes.map((quote, index) => ({
    article_id: id,
    revision,
    ordinal: index + 1,
    spans: JSON.stringify(quote.spans),
    speaker: storableOrNull(quote.speaker),
    speaker_words: quote.speaker === undefined ? null : spacedWords(quote.speaker),
    role: storableOrNull(quote.role),
    rank: quote.rank ?? null,
  }));
  // A megabyte of nothing but quotation marks has more quotes than one statement has parameters.
  for (let from = 0; from < rows.length; from += 1_000) {
    await trx
      .insertInto('quotes')
      .values(rows.slice(from, from + 1_000))
      .execute();
  }
}

/** Puts these countries, most salient first, in the place of an article's own. */
export async function replaceCountries(
  trx: Transaction<Schema>,
  id: number,
  countries: readonly CountryCode[],
): Promise<void> {
  await trx.deleteFrom('article_countries').where('article_id', '=', id).execute();
  if (countries.length === 0) return;
  const { status, sequence, released_at } = await trx
    .selectFrom('articles')
    .select(['status', 'sequence', 'released_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const place = status === 'published' ? { sequence, released_at } : { sequence: null, released_at: null };
  await trx
    .insertInto('article_countries')
    .values([...new Set(countries)].map((country, index) => ({ article_id: id, country, rank: index + 1, ...place })))
    .execute();
}

/** Stores a summary in one language in the place of what stood there. */
export async function writeSummary(
  trx: Transaction<Schema>,
  summary: Pick<Schema['summaries'], 'article_id' | 'revision' | 'language' | 'text' | 'made_by' | 'prompt'>,
): Promise<void> {
  const { text, made_by, prompt } = summary;
  await trx
    .insertInto('summaries')
    .values(summary)
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'revision', 'language']).doUpdateSet({ text, made_by, prompt }),
    )
    .execute();
}
