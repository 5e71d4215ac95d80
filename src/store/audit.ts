import type { Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { AuditEntry } from '../news/articles.ts';
import type { Reader } from './article-rows.ts';
import type { Schema } from './schema.ts';
import { instant } from './time.ts';
import { storableOrNull } from './words.ts';

/** Writes who did what in the transaction in which it was done: one is never kept without the other. */
export async function recordAction(
  trx: Transaction<Schema>,
  articleId: number,
  action: AuditEntry['action'],
  editor: number,
  at: Temporal.Instant,
  note?: string,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ article_id: articleId, action, editor, at: at.epochMilliseconds, note: storableOrNull(note) })
    .execute();
}

/** What was done to an article, in the order in which it was done. */
export async function readHistory(reader: Reader, articleId: number): Promise<AuditEntry[]> {
  const rows = await reader
    .selectFrom('audit')
    .select(['at', 'editor', 'action', 'note'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute();
  return rows.map(({ at, note, ...entry }) => ({ ...entry, at: instant(at), note: note ?? undefined }));
}
