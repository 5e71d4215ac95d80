import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { DueDecision, DueRange } from '../delivery/due.ts';
import type { DueWritten } from '../delivery/outbox.ts';
import { isInRange } from './due-queue.ts';
import type { Engine } from './engine.ts';
import { givenRows } from './given-rows.ts';
import type { Schema } from './schema.ts';
import { millisecondsOrNull } from './time.ts';

/** Writes down what was decided for the groups of a range: no chat's row comes into the program. */
export async function writeDue(
  kysely: Kysely<Schema>,
  engine: Engine,
  range: DueRange,
  decisions: readonly DueDecision[],
  now: Temporal.Instant,
): Promise<DueWritten> {
  if (decisions.length === 0) return { chats: 0, deliveries: 0 };
  const decided = givenRows(
    engine,
    {
      audience: 'text',
      above: 'bigint',
      planned_at: 'bigint',
      up_to: 'bigint',
      edition_id: 'bigint',
      skipped: 'text',
    },
    decisions.map(({ group, nextDueAt, briefedUpTo, editionId, skipped }) => ({
      audience: group.audience,
      above: group.briefedTo,
      planned_at: millisecondsOrNull(nextDueAt),
      up_to: Math.max(group.briefedTo, briefedUpTo),
      edition_id: editionId ?? null,
      skipped: skipped ?? null,
    })),
  );
  return WRITE[engine](kysely, range, decided, now);
}

type WriteDue = (
  kysely: Kysely<Schema>,
  range: DueRange,
  decided: RawBuilder<unknown>,
  now: Temporal.Instant,
) => Promise<DueWritten>;

const COLUMNS = sql`edition_id, chat_id, part, urgency, silent, state, queued_at, not_before`;

/** Where an edition is not there, its chats stay due: a briefing is late then, and not lost. */
const ITS_EDITION_IS_STORED = sql`(edition_id is null or exists (select 1 from editions where id = edition_id))`;

const WRITE: Record<Engine, WriteDue> = {
  sqlite: (kysely, range, decided, now) =>
    kysely.transaction().execute((trx) => writeTogether(trx, range, decided, now)),

  /** One statement, in which deliveries are written for just those chats that were moved on. */
  async postgres(kysely, range, decided, now) {
    const at = sql`${now.epochMilliseconds}::bigint`;
    const { rows } = await sql<DueWritten>`
      with page as materialized (
        select id, next_due_at, audience, briefed_to from chats where ${isInRange(range)}
        order by next_due_at, id limit ${ROWS_OF_A_PAGE}
      ),
      moved as (
        update chats set
          last_due_at = page.next_due_at, next_due_at = given.planned_at,
          briefed_to = given.up_to, last_skipped = given.skipped
        from page join ${decided} on given.audience = page.audience and given.above = page.briefed_to
        where chats.id = page.id and chats.state = 'active' and chats.next_due_at = page.next_due_at
          and chats.audience = page.audience and chats.briefed_to = page.briefed_to and ${ITS_EDITION_IS_STORED}
        returning chats.id, page.next_due_at as due_at, given.edition_id
      ),
      written as (
        insert into deliveries (${COLUMNS})
        select edition_parts.edition_id, moved.id, edition_parts.part, 2, 1, 'pending', ${at}, ${at}
        from moved join edition_parts on edition_parts.edition_id = moved.edition_id
        order by moved.due_at, moved.id, edition_parts.part
        on conflict do nothing
        returning 1
      )
      select (select count(*) from moved) as chats, (select count(*) from written) as deliveries`.execute(kysely);
    return rows[0] ?? { chats: 0, deliveries: 0 };
  },
};

/** No page is longer; the number tells PostgreSQL to go along the queue, whatever its statistics say. */
const ROWS_OF_A_PAGE = 5000;

/** Two statements see the same chats, as SQLite has one writer at a time. Its planner wants a key on the decisions. */
async function writeTogether(
  trx: Transaction<Schema>,
  range: DueRange,
  decided: RawBuilder<unknown>,
  now: Temporal.Instant,
): Promise<DueWritten> {
  await sql`
    create temp table if not exists decided (
      audience text not null, above integer not null, planned_at integer, up_to integer not null,
      edition_id integer, skipped text, primary key (audience, above)
    ) without rowid`.execute(trx);
  await sql`delete from temp.decided`.execute(trx);
  await sql`
    insert into temp.decided
    select audience, above, planned_at, up_to, edition_id, skipped from ${decided}
    where ${ITS_EDITION_IS_STORED}`.execute(trx);
  const at = now.epochMilliseconds;
  const written = await sql`
    insert into deliveries (${COLUMNS})
    select edition_parts.edition_id, page.id, edition_parts.part, 2, 1, 'pending', ${at}, ${at}
    from (select id, next_due_at, audience, briefed_to from chats where ${isInRange(range)}) as page
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
    where ${isInRange(range)} and chats.audience = decided.audience and chats.briefed_to = decided.above`.execute(trx);
  return { chats: Number(moved.numAffectedRows), deliveries: Number(written.numAffectedRows) };
}
