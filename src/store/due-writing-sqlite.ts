import { sql, type Transaction } from 'kysely';
import { DECIDED_COLUMNS, DELIVERY_COLUMNS, type DecidedRow, type WriteDue } from './decided-rows.ts';
import { isInRange } from './due-queue.ts';
import { givenRows } from './given-rows.ts';
import type { Schema } from './schema.ts';

/** Two statements see the same chats, as SQLite has one writer at a time. */
export const writeDueInSqlite: WriteDue = (kysely, range, decided, now) =>
  kysely.transaction().execute(async (trx) => {
    await keepAtHand(trx, decided);
    const at = now.epochMilliseconds;
    const written = await sql`
      insert into deliveries (${DELIVERY_COLUMNS})
      select edition_parts.edition_id, page.id, edition_parts.part, 2, 1 - page.sound, 'pending', ${at}, ${at}
      from (select id, next_due_at, audience, briefed_to, sound from chats where ${isInRange(range)}) as page
      cross join temp.decided as decided on decided.audience = page.audience and decided.above = page.briefed_to
      join edition_parts on edition_parts.edition_id = decided.edition_id
      where true
      order by page.next_due_at, page.id, edition_parts.part
      on conflict do nothing`.execute(trx);
    const moved = await sql`
      update chats set
        last_due_at = chats.next_due_at, next_due_at = decided.planned_at,
        briefed_to = decided.up_to, last_skipped = decided.skipped
      from temp.decided as decided
      where ${isInRange(range)} and chats.audience = decided.audience and chats.briefed_to = decided.above`.execute(
      trx,
    );
    return { chats: Number(moved.numAffectedRows), deliveries: Number(written.numAffectedRows) };
  });

/** A table with a key, without which each chat would look through all decisions. */
async function keepAtHand(trx: Transaction<Schema>, decided: readonly DecidedRow[]): Promise<void> {
  await sql`
    create temp table if not exists decided (
      audience text not null, above integer not null, planned_at integer, up_to integer not null,
      edition_id integer, skipped text, primary key (audience, above)
    ) without rowid`.execute(trx);
  await sql`delete from temp.decided`.execute(trx);
  await sql`
    insert into temp.decided
    select audience, above, planned_at, up_to, edition_id, skipped
    from ${givenRows('sqlite', DECIDED_COLUMNS, decided)}`.execute(trx);
}
