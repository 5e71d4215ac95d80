import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Address, Settled, Settlement } from '../delivery/outbox.ts';
import type { Engine } from './engine.ts';
import { isOneOf } from './given-ids.ts';
import { givenRows } from './given-rows.ts';
import type { Schema } from './schema.ts';
import { holdsTerm, termRow } from './term.ts';
import { storable } from './words.ts';

// States stand as literals in these queries: SQLite takes a partial index only where it can read the condition.

/** Marks what is still leased and, with each, reads where it goes now: the chat may have moved since it was leased. */
export async function markSending(
  kysely: Kysely<Schema>,
  engine: Engine,
  ids: readonly number[],
  term: number,
): Promise<Map<number, Address>> {
  const { rows } = await sql<{ id: number; chat_id: number; thread_id: number | null }>`
    with term as (${termRow(engine, term)})
    update deliveries set state = 'sending', attempts = attempts + 1, leased_until = null
    where ${isOneOf(engine, 'id', ids)} and state = 'leased' and exists (select 1 from term)
    returning id, chat_id, (select thread_id from chats where chats.id = deliveries.chat_id) as thread_id`.execute(
    kysely,
  );
  return new Map(rows.map(({ id, chat_id, thread_id }) => [id, { chatId: chat_id, threadId: thread_id ?? undefined }]));
}

/** What was sent needs no transaction beyond its one statement; the rest looks at the term first. */
export async function settleDeliveries(
  kysely: Kysely<Schema>,
  engine: Engine,
  settled: readonly Settled[],
  term: number,
): Promise<void> {
  const sent: SentRow[] = [];
  const others: OtherSettled[] = [];
  for (const { id, settlement } of settled) {
    if (settlement.kind === 'sent') sent.push(sentRow(id, settlement));
    else others.push({ id, settlement });
  }
  if (sent.length > 0) await settleSent(kysely, engine, sent);
  if (others.length > 0) await kysely.transaction().execute((trx) => settleOthers(trx, engine, others, term));
}

type SentSettlement = Extract<Settlement, { readonly kind: 'sent' }>;
type OtherSettlement = Exclude<Settlement, SentSettlement>;
type OtherSettled = { readonly id: number; readonly settlement: OtherSettlement };
type SentRow = ReturnType<typeof sentRow>;

function sentRow(id: number, { messageId, at }: SentSettlement) {
  return { id, message_id: messageId, sent_at: at.epochMilliseconds };
}

async function settleSent(kysely: Kysely<Schema>, engine: Engine, rows: readonly SentRow[]): Promise<void> {
  const given = givenRows(engine, { id: 'bigint', message_id: 'bigint', sent_at: 'bigint' }, rows);
  await sql`
    update deliveries
    set state = 'sent', message_id = given.message_id, sent_at = given.sent_at, error = null, leased_until = null
    from ${given}
    where deliveries.id = given.id and state in ${UNSETTLED}`.execute(kysely);
}

async function settleOthers(
  trx: Transaction<Schema>,
  engine: Engine,
  others: readonly OtherSettled[],
  term: number,
): Promise<void> {
  if (!(await holdsTerm(trx, engine, term))) return;
  for (const { id, settlement } of others) await settleOther(trx, id, settlement);
}

/** What was sent stays sent, and what was taken back is not put off a second time. */
async function settleOther(trx: Transaction<Schema>, id: number, settlement: OtherSettlement): Promise<void> {
  await sql`
    update deliveries set leased_until = null, ${outcome(settlement)}
    where id = ${id} and state in ${settlement.kind === 'retry' ? TAKEN : UNSETTLED}`.execute(trx);
}

const UNSETTLED = sql`('pending', 'leased', 'sending')`;
const TAKEN = sql`('leased', 'sending')`;

function outcome(settlement: OtherSettlement): RawBuilder<unknown> {
  switch (settlement.kind) {
    case 'failed':
      return sql`state = 'failed', error = ${storable(settlement.error)}`;
    case 'skipped':
      return sql`state = 'skipped', error = ${storable(settlement.reason)}`;
    case 'retry': {
      const undone = settlement.spent ? sql`0` : sql`case when state = 'sending' then 1 else 0 end`;
      const double = settlement.possibleDouble ? sql`1` : sql`possible_double`;
      return sql`state = 'pending', not_before = ${settlement.notBefore.epochMilliseconds},
        error = ${storable(settlement.error)}, attempts = attempts - ${undone}, possible_double = ${double}`;
    }
    default:
      return settlement satisfies never;
  }
}

/** What a process that is gone has left: what it had only leased was not sent, what it was sending may have been. */
export async function recover(trx: Transaction<Schema>): Promise<{ leased: number; unknown: number }> {
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
}
