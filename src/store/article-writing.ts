import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { ArticleText } from '../news/article.ts';
import type { ArticleChanges, NewArticle } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';
import type { Quote } from '../news/quote.ts';
import { indexArticle } from './article-search.ts';
import { recordAction } from './audit.ts';
import type { Engine } from './engine.ts';
import { assertPlacesInBody } from './quote-places.ts';
import type { Schema } from './schema.ts';
import { foldedWords, spacedWords, storable, storableOrNull } from './words.ts';

/** An open transaction and the engine it is on. */
export interface Writing {
  readonly trx: Transaction<Schema>;
  readonly engine: Engine;
}

/** Stores a new draft and returns its id. */
export async function insertDraft({ trx, engine }: Writing, article: NewArticle): Promise<number> {
  assertPlacesInBody(article.text.body, article.quotes);
  const { id } = await trx
    .insertInto('articles')
    .values({
      status: 'draft',
      revision: 1,
      filed_by: article.filedBy,
      filed_at: article.filedAt.epochMilliseconds,
      ...likenessKeys(article.text),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertRevision({ trx, engine }, id, article);
  await recordAction(trx, id, 'filed', article.filedBy, article.filedAt);
  return id;
}

/** Puts another text in the place of a draft's; when and by whom it was filed stays. */
export async function replaceDraft({ trx, engine }: Writing, id: number, article: NewArticle): Promise<void> {
  assertPlacesInBody(article.text.body, article.quotes);
  const { numUpdatedRows } = await trx
    .updateTable('articles')
    .set(likenessKeys(article.text))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Error(`Article ${id} is no draft, so its text stays`);
  await trx.deleteFrom('article_revisions').where('article_id', '=', id).execute();
  await trx.deleteFrom('article_countries').where('article_id', '=', id).execute();
  await insertRevision({ trx, engine }, id, article);
  await recordAction(trx, id, 'changed', article.filedBy, article.filedAt, 'text');
}

/** Writes what an editor changed into the newest revision. */
export async function changeArticle(
  { trx, engine }: Writing,
  id: number,
  changes: ArticleChanges,
  by: number,
  at: Temporal.Instant,
): Promise<void> {
  const article = await trx
    .selectFrom('articles')
    .innerJoin('article_revisions as text', (join) =>
      join.onRef('text.article_id', '=', 'articles.id').onRef('text.revision', '=', 'articles.revision'),
    )
    .select(['articles.id', 'articles.revision', 'text.language'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (article === undefined) throw new Error(`There is no article ${id}`);
  if (changes.headline !== undefined) {
    await changeHeadline({ trx, engine }, article, storable(changes.headline));
  }
  if (changes.summary !== undefined) {
    const { revision, language } = article;
    await writeSummary(trx, { article_id: id, revision, language, text: storable(changes.summary), made_by: 'editor' });
  }
  if (changes.countries !== undefined) await changeCountries(trx, id, changes.countries);
  await recordAction(trx, id, 'changed', by, at, Object.keys(changes).join(', '));
}

async function insertRevision(writing: Writing, id: number, article: NewArticle): Promise<void> {
  const { trx } = writing;
  const { text } = article;
  await trx
    .insertInto('article_revisions')
    .values({
      article_id: id,
      revision: 1,
      headline: storable(text.headline),
      byline: storableOrNull(text.byline),
      dateline: storableOrNull(text.dateline),
      source: storableOrNull(text.source),
      url: storableOrNull(text.url),
      language: text.language,
      body: storable(text.body),
      raw: storable(text.raw),
      made_at: article.filedAt.epochMilliseconds,
    })
    .execute();
  await writeSummary(trx, {
    article_id: id,
    revision: 1,
    language: text.language,
    text: storable(article.summary),
    made_by: 'extract',
  });
  await insertQuotes(trx, id, 1, article.quotes);
  await changeCountries(trx, id, article.countries);
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

async function changeHeadline(
  writing: Writing,
  article: { id: number; revision: number },
  headline: string,
): Promise<void> {
  const { trx } = writing;
  await trx
    .updateTable('article_revisions')
    .set({ headline })
    .where('article_id', '=', article.id)
    .where('revision', '=', article.revision)
    .execute();
  await trx
    .updateTable('articles')
    .set({ headline_key: headlineKey(headline) })
    .where('id', '=', article.id)
    .execute();
  await indexArticle(writing, article.id);
}

async function changeCountries(trx: Transaction<Schema>, id: number, countries: readonly CountryCode[]): Promise<void> {
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

async function writeSummary(
  trx: Transaction<Schema>,
  summary: Pick<Schema['summaries'], 'article_id' | 'revision' | 'language' | 'text' | 'made_by'>,
): Promise<void> {
  const { text, made_by } = summary;
  await trx
    .insertInto('summaries')
    .values(summary)
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'revision', 'language']).doUpdateSet({ text, made_by, prompt: null }),
    )
    .execute();
}

/** By these an article that was filed before is found again, whatever its letter case, accents and spacing. */
export function likenessKeys(text: Pick<ArticleText, 'headline' | 'url' | 'body'>) {
  return {
    headline_key: headlineKey(text.headline),
    url_key: text.url === undefined ? null : storable(text.url).replace(/#.*$/s, '').replace(/\/$/, ''),
    body_key: digestOfWords(text.body),
  };
}

function digestOfWords(body: string): string {
  const words = foldedWords(body).join(' ');
  return words === '' ? '' : createHash('sha256').update(words).digest('base64');
}

function headlineKey(headline: string): string {
  return foldedWords(headline).join(' ');
}
