import { type Kysely, sql } from 'kysely';
import type { Outbox } from '../delivery/outbox.ts';
import type { Database } from './database.ts';
import { writeDue } from './due-writing.ts';
import { storeEdition } from './editions.ts';
import { forgetDeliveries, forgetEditions } from './forgetting.ts';
import { leaseDeliveries } from './outbox-leasing.ts';
import { markSending, recover, settleDeliveries } from './outbox-sending.ts';
import { writeEdition } from './outbox-writing.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

// States stand as literals in these queries: SQLite takes a partial index only where it can read the condition.

/** What is to be sent, in the database. */
export function createOutbox({ kysely, engine }: Database): Outbox {
  return {
    store: (edition, now) => kysely.transaction().execute((trx) => storeEdition(trx, edition, now)),
    commitDue: (range, decisions, now) => writeDue(kysely, engine, range, decisions, now),
    send: (edition, chatIds, now, quietly) =>
      kysely.transaction().execute((trx) => writeEdition(trx, engine, edition, chatIds, now, quietly)),
    lease: (limit, until, now, term) =>
      kysely.transaction().execute((trx) => leaseDeliveries(trx, engine, limit, until, now, term)),
    markSending: (ids, term) => markSending(kysely, engine, ids, term),
    settle: (settled, term) => settleDeliveries(kysely, engine, settled, term),
    recover: () => kysely.transaction().execute(recover),
    skipChat: (chatId, reason) => skipChat(kysely, chatId, reason),
    forgetDeliveries: (before, limit) => forgetDeliveries(kysely, before, limit),
    forgetEditions: (before, limit) => forgetEditions(kysely, before, limit),
    deliveredWith: (articleId) => deliveredWith(kysely, articleId),
  };
}

async function skipChat(kysely: Kysely<Schema>, chatId: number, reason: string): Promise<number> {
  const { numUpdatedRows } = await kysely
    .updateTable('deliveries')
    .set({ state: 'skipped', error: storable(reason), leased_until: null })
    .where('chat_id', '=', chatId)
    .where(sql<boolean>`state in ('pending', 'leased')`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function deliveredWith(kysely: Kysely<Schema>, articleId: number) {
  const rows = await kysely
    .selectFrom('edition_articles')
    .innerJoin('editions', 'editions.id', 'edition_articles.edition_id')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.edition_id', '=', 'edition_articles.edition_id')
        .onRef('deliveries.part', '=', 'edition_articles.part'),
    )
    .select(['deliveries.chat_id', 'deliveries.message_id', 'editions.key', 'deliveries.part'])
    .where('edition_articles.article_id', '=', articleId)
    .where('deliveries.message_id', 'is not', null)
    .orderBy('deliveries.id')
    .execute();
  return rows.flatMap(({ chat_id, message_id, key, part }) =>
    message_id === null ? [] : [{ chatId: chat_id, messageId: message_id, edition: key, part }],
  );
}
