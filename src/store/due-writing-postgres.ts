import { sql, type Transaction } from 'kysely';
import type { DueWritten } from '../delivery/outbox.ts';
import { DECIDED_COLUMNS, DELIVERY_COLUMNS, type WriteDue } from './decided-rows.ts';
import { isInRange } from './due-queue.ts';
import { isOneOf } from './given-ids.ts';
import { givenRows } from './given-rows.ts';
import type { Schema } from './schema.ts';

/** One statement, in which deliveries are written for just those chats that were moved on. */
export const writeDueInPostgres: WriteDue = (kysely, range, decided, now) =>
  kysely.transaction().execute(async (trx) => {
    await goAlongTheQueue(trx);
    const at = sql`${now.epochMilliseconds}::bigint`;
    const editionIds = [...new Set(decided.flatMap(({ edition_id }) => edition_id ?? []))];
    const { rows } = await sql<DueWritten>`
      with moved as (
        update chats set
          last_due_at = chats.next_due_at, next_due_at = given.planned_at,
          briefed_to = given.up_to, last_skipped = given.skipped
        from ${givenRows('postgres', DECIDED_COLUMNS, decided)}
        where ${isInRange(range)} and given.audience = chats.audience and given.above = chats.briefed_to
        returning chats.id, chats.sound, chats.last_due_at as due_at, given.edition_id
      ),
      written as (
        insert into deliveries (${DELIVERY_COLUMNS})
        select edition_parts.edition_id, moved.id, edition_parts.part, 2, 1 - moved.sound, 'pending', ${at}, ${at}
        from moved join edition_parts on edition_parts.edition_id = moved.edition_id
        where ${isOneOf('postgres', 'edition_parts.edition_id', editionIds)}
        order by moved.due_at, moved.id, edition_parts.part
        on conflict do nothing
        returning 1
      )
      select (select count(*) from moved) as chats, (select count(*) from written) as deliveries`.execute(trx);
    return rows[0] ?? { chats: 0, deliveries: 0 };
  });

/**
 * How many chats a range of the queue has, PostgreSQL guesses from the due times alone, and is out by a factor of
 * thousands either way: then it reads all chats for each page, or all decisions for each chat.
 */
async function goAlongTheQueue(trx: Transaction<Schema>): Promise<void> {
  await sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_nestloop', 'off', true)`.execute(trx);
}
