import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Delivery } from '../delivery/outbox.ts';
import type { Reader } from './article-rows.ts';
import { toMessage } from './editions.ts';
import type { Engine } from './engine.ts';
import { isOneOf } from './given-ids.ts';
import type { Schema } from './schema.ts';
import { holdsTerm } from './term.ts';

/** From the most urgent: breaking news, corrections, briefings. */
const URGENCIES = [0, 1, 2] as const;

// States stand as literals in these queries: SQLite takes a partial index only where it can read the condition.

/** Takes what may go now, most urgent first, while the term is good; several dispatchers never take the same message. */
export async function leaseDeliveries(
  trx: Transaction<Schema>,
  engine: Engine,
  limit: number,
  until: Temporal.Instant,
  now: Temporal.Instant,
  term: number,
): Promise<Delivery[]> {
  if (!(await holdsTerm(trx, engine, term))) return [];
  await returnLapsed(trx, engine, now);
  const ids: number[] = [];
  for (const urgency of URGENCIES) {
    if (ids.length < limit) ids.push(...(await readyIds(trx, engine, urgency, limit - ids.length, now)));
  }
  if (ids.length === 0) return [];
  await trx
    .updateTable('deliveries')
    .set({ state: 'leased', leased_until: until.epochMilliseconds })
    .where(isOneOf(engine, 'id', ids))
    .execute();
  const deliveries = await readDeliveries(trx, engine, ids);
  if (deliveries.length < ids.length) await skipOrphans(trx, engine, ids, deliveries);
  return deliveries;
}

/** A chat that is forgotten just as it is written to leaves messages for nobody, which would stand first for ever. */
async function skipOrphans(
  trx: Transaction<Schema>,
  engine: Engine,
  ids: readonly number[],
  deliveries: readonly Delivery[],
): Promise<void> {
  const found = new Set(deliveries.map(({ id }) => id));
  const orphans = ids.filter((id) => !found.has(id));
  await trx
    .updateTable('deliveries')
    .set({ state: 'skipped', leased_until: null, error: 'the chat or the edition is forgotten' })
    .where(isOneOf(engine, 'id', orphans))
    .execute();
}

/** Leases that ran out: whoever held them sent nothing. */
async function returnLapsed(trx: Transaction<Schema>, engine: Engine, now: Temporal.Instant): Promise<void> {
  await sql`
    update deliveries set state = 'pending', leased_until = null where id in (
      select id from deliveries where state = 'leased' and leased_until <= ${now.epochMilliseconds}
      order by leased_until limit 5000 ${skipLocked(engine)}
    )`.execute(trx);
}

async function readyIds(
  trx: Transaction<Schema>,
  engine: Engine,
  urgency: number,
  limit: number,
  now: Temporal.Instant,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from deliveries as next
    where state = 'pending' and urgency = ${sql.lit(urgency)} and not_before <= ${now.epochMilliseconds}
      and (part = 0 or not exists (
        select 1 from deliveries as earlier
        where earlier.chat_id = next.chat_id and earlier.edition_id = next.edition_id and earlier.part < next.part
          and earlier.state in ('pending', 'leased', 'sending')
      ))
    order by not_before, id limit ${limit} ${skipLocked(engine)}`.execute(trx);
  return rows.map(({ id }) => id);
}

function skipLocked(engine: Engine): RawBuilder<unknown> {
  return engine === 'postgres' ? sql`for update skip locked` : sql``;
}

async function readDeliveries(reader: Reader, engine: Engine, ids: readonly number[]): Promise<Delivery[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .innerJoin('chats', 'chats.id', 'deliveries.chat_id')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .innerJoin('edition_parts', (join) =>
      join
        .onRef('edition_parts.edition_id', '=', 'deliveries.edition_id')
        .onRef('edition_parts.part', '=', 'deliveries.part'),
    )
    .select([
      'deliveries.id',
      'deliveries.chat_id',
      'deliveries.part',
      'deliveries.silent',
      'deliveries.attempts',
      'deliveries.possible_double',
      'deliveries.edits',
      'chats.kind as chat_kind',
      'editions.key',
      'editions.kind',
      'edition_parts.html',
      'edition_parts.buttons',
    ])
    .where(isOneOf(engine, 'deliveries.id', ids))
    .execute();
  const deliveries = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        chatId: row.chat_id,
        chatKind: row.chat_kind,
        edition: row.key,
        part: row.part,
        kind: row.kind,
        message: toMessage(row),
        silent: row.silent === 1,
        attempts: row.attempts,
        possibleDouble: row.possible_double === 1,
        edits: row.edits ?? undefined,
      },
    ]),
  );
  return ids.flatMap((id) => deliveries.get(id) ?? []);
}
