import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Article } from '../news/article.ts';
import type { ArticleChanges, NewArticle } from '../news/articles.ts';
import { readKnownArticle } from './article-rows.ts';
import { indexArticle } from './article-search.ts';
import { recordAction } from './audit.ts';
import type { Engine } from './engine.ts';
import { likenessKeys, noteLikeness } from './likeness.ts';
import { assertPlacesInBody } from './quote-places.ts';
import { dropRenderings } from './renderings.ts';
import { insertRevision, replaceCountries, writeSummary } from './revision-writing.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

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
  const article = await readKnownArticle(trx, id);
  if (changes.headline !== undefined) {
    await changeHeadline({ trx, engine }, article, storable(changes.headline));
  }
  if (changes.summary !== undefined) {
    const { revision, language } = article;
    await writeSummary(trx, {
      article_id: id,
      revision,
      language,
      text: storable(changes.summary),
      made_by: 'editor',
      prompt: null,
    });
  }
  if (changes.headline !== undefined || changes.summary !== undefined) await dropRenderings(trx, id);
  if (changes.countries !== undefined) await replaceCountries(trx, id, changes.countries);
  await recordAction(trx, id, 'changed', by, at, Object.keys(changes).join(', '));
}

/** Puts another headline over an article's newest revision. */
export async function changeHeadline(writing: Writing, article: Article, headline: string): Promise<void> {
  const { trx } = writing;
  await trx
    .updateTable('article_revisions')
    .set({ headline })
    .where('article_id', '=', article.id)
    .where('revision', '=', article.revision)
    .execute();
  await noteLikeness(trx, article.id, { ...article, headline });
  await indexArticle(writing, article.id);
}
