import { sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Article } from '../news/article.ts';
import type { AuditEntry } from '../news/articles.ts';
import { readKnownArticle } from './article-rows.ts';
import type { Writing } from './article-writing.ts';
import { recordAction } from './audit.ts';
import type { Schema } from './schema.ts';

/** Publishes an article once, a breaking one with its push; undefined where it is published already, retracted, or unknown. */
export async function publishArticle(
  { trx, engine }: Writing,
  id: number,
  by: number,
  at: Temporal.Instant,
  action: Extract<AuditEntry['action'], 'published' | 'breaking' | 'released'>,
): Promise<Article | undefined> {
  const waiting = await trx
    .selectFrom('articles')
    .select(['sequence', 'released_at'])
    .where('id', '=', id)
    .where('status', 'in', action === 'released' ? ['held'] : ['draft', 'embargoed'])
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (waiting === undefined) return undefined;
  const place = {
    sequence: waiting.sequence ?? (await nextSequence(trx)),
    released_at: waiting.released_at ?? at.epochMilliseconds,
  };
  await trx
    .updateTable('articles')
    .set({ status: 'published', embargoed_until: null, ...place })
    .where('id', '=', id)
    .execute();
  await trx.updateTable('article_countries').set(place).where('article_id', '=', id).execute();
  if (action === 'breaking') await trx.insertInto('pushes').values({ article_id: id, after_chat: null }).execute();
  await recordAction(trx, id, action, by, at);
  return readKnownArticle(trx, id);
}

/** The rows are locked before they are judged: an embargo that an editor moves in that moment is kept. */
export async function publishEmbargoed(
  { trx, engine }: Writing,
  now: Temporal.Instant,
  limit: number,
): Promise<number> {
  const ended = await trx
    .selectFrom('articles')
    .select(['id', 'filed_by'])
    .where(sql<boolean>`status = 'embargoed'`)
    .where('embargoed_until', '<=', now.epochMilliseconds)
    .orderBy('embargoed_until')
    .orderBy('id')
    .limit(limit)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .execute();
  for (const { id, filed_by } of ended) await publishArticle({ trx, engine }, id, filed_by, now, 'published');
  return ended.length;
}

/**
 * The row stays locked until the transaction ends, so numbers become visible in their order: with a database
 * sequence, a chat could be briefed to a number while a lower one is still on its way, and never see that article.
 */
export async function nextSequence(trx: Transaction<Schema>): Promise<number> {
  const { last } = await trx
    .updateTable('publish_sequence')
    .set(({ eb }) => ({ last: eb('last', '+', 1) }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Puts a draft under embargo, or moves an embargo. */
export async function embargoArticle(
  { trx }: Writing,
  id: number,
  until: Temporal.Instant,
  by: number,
  at: Temporal.Instant,
): Promise<Article | undefined> {
  const { numUpdatedRows } = await trx
    .updateTable('articles')
    .set({ status: 'embargoed', embargoed_until: until.epochMilliseconds })
    .where('id', '=', id)
    .where('status', 'in', ['draft', 'embargoed'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  await recordAction(trx, id, 'embargoed', by, at, until.toString());
  return readKnownArticle(trx, id);
}

/** Erases what nobody has read yet; its trail stays. */
export async function discardArticle({ trx }: Writing, id: number, by: number, at: Temporal.Instant): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('articles')
    .where('id', '=', id)
    .where('status', 'in', ['draft', 'embargoed'])
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await recordAction(trx, id, 'discarded', by, at);
  return true;
}
