import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { DueOutcome, Edition } from '../delivery/outbox.ts';
import { storeEditions } from './editions.ts';
import type { Engine } from './engine.ts';
import { givenRows } from './given-rows.ts';
import type { Schema } from './schema.ts';
import { millisecondsOrNull } from './time.ts';

/** Chats in one statement: SQLite works in the program's own thread, which should not stand still for long. */
const CHATS_AT_ONCE = 2_000;

/** Writes down what the tick decided, for those chats that nobody else has decided. */
export async function writeDue(
  trx: Transaction<Schema>,
  engine: Engine,
  outcomes: readonly DueOutcome[],
  editions: readonly Edition[],
  now: Temporal.Instant,
): Promise<number> {
  const moved = await moveOn(trx, engine, outcomes);
  const briefings = outcomes.flatMap(({ chatId, edition }) =>
    edition !== undefined && moved.has(chatId) ? [{ chat_id: chatId, edition }] : [],
  );
  const keys = new Set(briefings.map(({ edition }) => edition));
  await storeEditions(
    trx,
    editions.filter(({ key }) => keys.has(key)),
    now,
  );
  await assertStored(trx, engine, keys);
  return enqueue(trx, engine, briefings, { silent: 1, now });
}

/** Writes an edition for these chats; a chat that is not enrolled is passed over. */
export async function writeEdition(
  trx: Transaction<Schema>,
  engine: Engine,
  edition: Edition,
  chatIds: readonly number[],
  now: Temporal.Instant,
): Promise<number> {
  await storeEditions(trx, [edition], now);
  const rows = chatIds.map((chatId) => ({ chat_id: chatId, edition: edition.key }));
  return enqueue(trx, engine, rows, { silent: 0, now });
}

/** Stores the next due times and watermarks; returns the chats that were still due as the tick had seen them. */
async function moveOn(trx: Transaction<Schema>, engine: Engine, outcomes: readonly DueOutcome[]): Promise<Set<number>> {
  const moved = new Set<number>();
  for (let from = 0; from < outcomes.length; from += CHATS_AT_ONCE) {
    const given = givenRows(
      engine,
      { chat_id: 'bigint', due_at: 'bigint', next_due_at: 'bigint', briefed_to: 'bigint', skipped: 'text' },
      outcomes.slice(from, from + CHATS_AT_ONCE).map((outcome) => ({
        chat_id: outcome.chatId,
        due_at: outcome.dueAt.epochMilliseconds,
        next_due_at: millisecondsOrNull(outcome.nextDueAt),
        briefed_to: outcome.briefedTo,
        skipped: outcome.skipped ?? null,
      })),
    );
    const { rows } = await sql<{ id: number }>`
      update chats set
        next_due_at = given.next_due_at,
        briefed_to = case when given.briefed_to > chats.briefed_to then given.briefed_to else chats.briefed_to end,
        last_due_at = given.due_at,
        last_skipped = given.skipped
      from ${given}
      where chats.id = given.chat_id and chats.next_due_at = given.due_at and state = 'active'
      returning chats.id`.execute(trx);
    for (const { id } of rows) moved.add(id);
  }
  return moved;
}

/** An edition that was promised and is not there would be a briefing lost without a trace. */
async function assertStored(trx: Transaction<Schema>, engine: Engine, keys: ReadonlySet<string>): Promise<void> {
  if (keys.size === 0) return;
  const given = givenRows(
    engine,
    { key: 'text' },
    [...keys].map((key) => ({ key })),
  );
  const { rows } = await sql<{ key: string }>`
    select given.key from ${given} where not exists (select 1 from editions where editions.key = given.key)`.execute(
    trx,
  );
  const [missing] = rows;
  if (missing) throw new Error(`There is no edition ${missing.key}`);
}

/** One delivery for each chat and part, chat by chat, so that a chat's parts come one after the other. */
async function enqueue(
  trx: Transaction<Schema>,
  engine: Engine,
  rows: readonly { readonly chat_id: number; readonly edition: string }[],
  { silent, now }: { silent: 0 | 1; now: Temporal.Instant },
): Promise<number> {
  let written = 0n;
  const at = sql`cast(${now.epochMilliseconds} as bigint)`;
  for (let from = 0; from < rows.length; from += CHATS_AT_ONCE) {
    const some = rows.slice(from, from + CHATS_AT_ONCE).map((row, place) => ({ ...row, place }));
    const given = givenRows(engine, { chat_id: 'bigint', edition: 'text', place: 'bigint' }, some);
    const result = await sql`
      insert into deliveries (edition_id, chat_id, part, urgency, silent, state, queued_at, not_before)
      select edition_parts.edition_id, chats.id, edition_parts.part, ${URGENCY}, ${sql.lit(silent)}, 'pending', ${at}, ${at}
      from ${given}
      join chats on chats.id = given.chat_id
      join editions on editions.key = given.edition
      join edition_parts on edition_parts.edition_id = editions.id
      where true
      order by given.place, edition_parts.part
      ${engine === 'postgres' ? HOLDING_CHATS : sql``}
      on conflict do nothing`.execute(trx);
    written += result.numAffectedRows ?? 0n;
  }
  return Number(written);
}

const URGENCY: RawBuilder<unknown> = sql`case editions.kind when 'breaking' then 0 when 'correction' then 1 else 2 end`;

/** Nobody forgets a chat, or moves it, between its look-up and its delivery. */
const HOLDING_CHATS = sql`for key share of chats`;
