import type { Transaction } from 'kysely';
import type { Article } from '../news/article.ts';
import type { ModelWriting } from '../news/articles.ts';
import { readArticle } from './article-rows.ts';
import { changeHeadline, type Writing } from './article-writing.ts';
import { replaceCountries, writeSummary } from './revision-writing.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

/**
 * Puts what a model wrote into a draft or an embargoed article; what an editor has changed meanwhile stays his.
 * Undefined, and nothing is done, where the article stands otherwise now, or has another text than the model read.
 */
export async function writeByModel(
  writing: Writing,
  id: number,
  body: string,
  { summary, headline, countries, quotes, by }: ModelWriting,
): Promise<Article | undefined> {
  const { trx } = writing;
  const article = await readArticle(trx, id);
  if (article === undefined || article.body !== body) return undefined;
  if (article.status !== 'draft' && article.status !== 'embargoed') return undefined;
  const taken = await changedByEditors(trx, id);
  const { revision, language } = article;
  if (!taken.has('summary')) {
    const text = storable(summary);
    await writeSummary(trx, { article_id: id, revision, language, text, made_by: 'model', prompt: by });
  }
  if (headline !== undefined && !taken.has('headline')) await changeHeadline(writing, article, storable(headline));
  if (!taken.has('countries')) await replaceCountries(trx, id, countries);
  if (!taken.has('quotes')) await rankQuotes(trx, article, quotes);
  return readArticle(trx, id);
}

/** The trail tells what an editor has changed: `headline, countries`. A new text makes all of it the reading's again. */
async function changedByEditors(trx: Transaction<Schema>, id: number): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('audit')
    .select('note')
    .where('article_id', '=', id)
    .where('action', '=', 'changed')
    .orderBy('id')
    .execute();
  const notes = rows.map(({ note }) => note ?? '');
  return new Set(notes.slice(notes.lastIndexOf('text') + 1).flatMap((note) => note.split(', ')));
}

/** Gives the quotes of an article's newest revision these ranks, in their order; nothing else of a quote can change. */
export async function rankQuotes(
  trx: Transaction<Schema>,
  { id, revision }: Pick<Article, 'id' | 'revision'>,
  quotes: readonly Pick<Article['quotes'][number], 'rank'>[],
): Promise<void> {
  for (const [at, { rank }] of quotes.entries()) {
    await trx
      .updateTable('quotes')
      .set({ rank: rank ?? null })
      .where('article_id', '=', id)
      .where('revision', '=', revision)
      .where('ordinal', '=', at + 1)
      .execute();
  }
}
