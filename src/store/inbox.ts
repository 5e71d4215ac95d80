import { sql } from 'kysely';
import type { Inbox, StoredArrival } from '../delivery/inbox.ts';
import type { Database } from './database.ts';
import { isOneOf } from './given-ids.ts';
import { givenRows } from './given-rows.ts';
import { termRow } from './term.ts';
import { instantOrUndefined } from './time.ts';

const PRUNED_AT_ONCE = 5000;

// `handled_at is null` stands as it is in the partial index, so that both engines take that.

/** What has come from Telegram, in the database. */
export function createInbox({ kysely, engine }: Database): Inbox {
  return {
    async store(arrivals, at) {
      if (arrivals.length === 0) return 0;
      const given = givenRows(
        engine,
        { update_id: 'bigint', chat_id: 'bigint', body: 'text' },
        arrivals.map(({ updateId, chatId, body }) => ({ update_id: updateId, chat_id: chatId, body })),
      );
      // In the order of Telegram's numbers, whatever order they were given in. SQLite asks for the `where`.
      const { numAffectedRows } = await sql`
        insert into inbox (update_id, chat_id, body, received_at)
        select update_id, chat_id, body, cast(${at.epochMilliseconds} as bigint) from ${given} where true order by update_id
        on conflict (update_id) do nothing`.execute(kysely);
      return Number(numAffectedRows ?? 0);
    },

    async waiting(limit, { ids, chatIds }) {
      const { rows } = await sql<{ id: number; chat_id: number; body: string }>`
        select id, chat_id, body from inbox
        where handled_at is null and not ${isOneOf(engine, 'id', ids)} and not ${isOneOf(engine, 'chat_id', chatIds)}
        order by id limit ${limit}`.execute(kysely);
      return rows.map(({ id, chat_id, body }): StoredArrival => ({ id, chatId: chat_id, body }));
    },

    async newest() {
      const { id } = await kysely
        .selectFrom('inbox')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow();
      return id ?? 0;
    },

    async tryAgain(ids, term) {
      const begun = await kysely
        .updateTable('inbox')
        .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
        .where(isOneOf(engine, 'id', ids))
        .where('handled_at', 'is', null)
        .where(sql<boolean>`exists (${termRow(engine, term)})`)
        .returning(['id', 'attempts'])
        .execute();
      return new Map(begun.map(({ id, attempts }) => [id, attempts]));
    },

    async finish(ids, at) {
      await kysely
        .updateTable('inbox')
        .set({ handled_at: at.epochMilliseconds, body: null, chat_id: 0 })
        .where(isOneOf(engine, 'id', ids))
        .where('handled_at', 'is', null)
        .execute();
    },

    async prune(before) {
      let pruned = 0;
      for (;;) {
        const { numDeletedRows } = await kysely
          .deleteFrom('inbox')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('inbox')
              .select('id')
              .where('handled_at', 'is not', null)
              .where('received_at', '<', before.epochMilliseconds)
              .limit(PRUNED_AT_ONCE),
          )
          .executeTakeFirst();
        pruned += Number(numDeletedRows);
        if (numDeletedRows < BigInt(PRUNED_AT_ONCE)) return pruned;
        await new Promise(setImmediate);
      }
    },

    async size() {
      const waiting = kysely.selectFrom('inbox').where('handled_at', 'is', null);
      const { count } = await waiting.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      const oldest = await waiting.select('received_at').orderBy('id').limit(1).executeTakeFirst();
      return { waiting: Number(count), oldestAt: instantOrUndefined(oldest?.received_at ?? null) };
    },
  };
}
