import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Edition } from '../delivery/outbox.ts';
import { storeEdition } from './editions.ts';
import type { Engine } from './engine.ts';
import { isOneOf } from './given-ids.ts';
import type { Schema } from './schema.ts';

/** Chats in one statement: SQLite works in the program's own thread, which should not stand still for long. */
const CHATS_AT_ONCE = 2_000;

/** Writes an edition for these chats; a chat that is not enrolled is passed over. */
export async function writeEdition(
  trx: Transaction<Schema>,
  engine: Engine,
  edition: Edition,
  chatIds: readonly number[],
  now: Temporal.Instant,
  quietly = false,
): Promise<number> {
  const id = await storeEdition(trx, edition, now);
  let written = 0;
  for (let from = 0; from < chatIds.length; from += CHATS_AT_ONCE) {
    written += await enqueue(trx, engine, id, chatIds.slice(from, from + CHATS_AT_ONCE), now, quietly);
  }
  return written;
}

/** One delivery for each chat and part, chat by chat, so that a chat's parts come one after the other. */
async function enqueue(
  trx: Transaction<Schema>,
  engine: Engine,
  editionId: number,
  chatIds: readonly number[],
  now: Temporal.Instant,
  quietly = false,
): Promise<number> {
  const at = sql`cast(${now.epochMilliseconds} as bigint)`;
  const result = await sql`
    insert into deliveries (edition_id, chat_id, part, urgency, silent, state, queued_at, not_before)
    select edition_parts.edition_id, chats.id, edition_parts.part, ${URGENCY}, ${quietly ? sql`1` : SILENT}, 'pending', ${at}, ${at}
    from chats
    join editions on editions.id = ${editionId}
    join edition_parts on edition_parts.edition_id = editions.id
    where ${isOneOf(engine, 'chats.id', chatIds)}
    order by chats.id, edition_parts.part
    ${engine === 'postgres' ? HOLDING_CHATS : sql``}
    on conflict do nothing`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Only a briefing is silent by itself, where the chat does not want it to sound. */
const SILENT: RawBuilder<unknown> = sql`case editions.kind when 'briefing' then 1 - chats.sound else 0 end`;

const URGENCY: RawBuilder<unknown> = sql`case editions.kind when 'breaking' then 0 when 'correction' then 1 else 2 end`;

/** Nobody forgets a chat, or moves it, between its look-up and its delivery. */
const HOLDING_CHATS = sql`for key share of chats`;
