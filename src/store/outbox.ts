import { type Kysely, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Outbox, Settlement } from '../delivery/outbox.ts';
import type { Database } from './database.ts';
import { leaseDeliveries } from './outbox-leasing.ts';
import { writeDue, writeEdition } from './outbox-writing.ts';
import type { Schema } from './schema.ts';
import { instantOrUndefined } from './time.ts';
import { storable } from './words.ts';

// States stand as literals in these queries: SQLite takes a partial index only where it can read the condition.

/** What is to be sent, in the database. */
export function createOutbox({ kysely, engine }: Database): Outbox {
  return {
    commitDue: (outcomes, editions, now) =>
      kysely.transaction().execute((trx) => writeDue(trx, engine, outcomes, editions, now)),
    send: (edition, chatIds, now) =>
      kysely.transaction().execute((trx) => writeEdition(trx, engine, edition, chatIds, now)),
    lease: (limit, until, now) =>
      kysely.transaction().execute((trx) => leaseDeliveries(trx, engine, limit, until, now)),
    markSending: (id) => markSending(kysely, id),
    settle: (id, settlement) => settle(kysely, id, settlement),
    recover: () => recover(kysely),
    skipChat: (chatId, reason) => skipChat(kysely, chatId, reason),
    nextNotBefore: () => nextNotBefore(kysely),
    deliveredWith: (articleId) => deliveredWith(kysely, articleId),
  };
}

async function markSending(kysely: Kysely<Schema>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('deliveries')
    .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1), leased_until: null }))
    .where('id', '=', id)
    .where('state', '=', 'leased')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What was sent stays sent, and what someone else took back is not put off a second time. */
async function settle(kysely: Kysely<Schema>, id: number, settlement: Settlement): Promise<void> {
  const unsettled = settlement.kind === 'retry' ? sql`('leased', 'sending')` : sql`('pending', 'leased', 'sending')`;
  await kysely
    .updateTable('deliveries')
    .set({ leased_until: null, ...settledColumns(settlement) })
    .where('id', '=', id)
    .where(sql<boolean>`state in ${unsettled}`)
    .execute();
}

function settledColumns(settlement: Settlement) {
  switch (settlement.kind) {
    case 'sent': {
      const { messageId, at } = settlement;
      return { state: 'sent', message_id: messageId, sent_at: at.epochMilliseconds, error: null } as const;
    }
    case 'failed':
      return { state: 'failed', error: storable(settlement.error) } as const;
    case 'skipped':
      return { state: 'skipped', error: storable(settlement.reason) } as const;
    case 'retry': {
      const { notBefore, error } = settlement;
      return { state: 'pending', not_before: notBefore.epochMilliseconds, error: storable(error) } as const;
    }
    default:
      return settlement satisfies never;
  }
}

async function recover(kysely: Kysely<Schema>): Promise<{ leased: number; unknown: number }> {
  return kysely.transaction().execute(async (trx) => {
    const leased = await trx
      .updateTable('deliveries')
      .set({ state: 'pending', leased_until: null })
      .where(sql<boolean>`state = 'leased'`)
      .executeTakeFirst();
    const unknown = await trx
      .updateTable('deliveries')
      .set({ state: 'pending', possible_double: 1 })
      .where(sql<boolean>`state = 'sending'`)
      .executeTakeFirst();
    return { leased: Number(leased.numUpdatedRows), unknown: Number(unknown.numUpdatedRows) };
  });
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

async function nextNotBefore(kysely: Kysely<Schema>): Promise<Temporal.Instant | undefined> {
  const { next } = await kysely
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('not_before').as('next'))
    .where(sql<boolean>`state = 'pending' and not_before > queued_at`)
    .executeTakeFirstOrThrow();
  return instantOrUndefined(next);
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
