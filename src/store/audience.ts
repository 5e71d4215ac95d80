import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * All that the next briefing of a chat depends on, beside how far it was briefed: chats of one audience are due
 * together, get the same editions and are due together again. Topics come first, so that audiences in order have the
 * same articles one after the other; the time zone comes last, as only that may hold a slash. A new setting on which
 * briefings depend belongs in here, and a migration writes the column anew.
 */
export const AUDIENCE = sql<string>`
  coalesce((
    select string_agg(topic, '+' order by topic) from subscriptions where subscriptions.chat_id = chats.id
  ), '') || '/' || language || '/' || quiet_notes || '/' || briefing_length || '/' ||
  with_quotes || '/' || coalesce(times, '') || '/' || coalesce(days, '') || '/' || time_zone`;

/**
 * Changes a chat or its topics, and its audience with them. The chat is locked first: of two changes side by side on
 * PostgreSQL, the later would otherwise not see the topics of the earlier.
 */
export function changingChat<T>(
  kysely: Kysely<Schema>,
  engine: Engine,
  id: number,
  change: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return kysely.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`select 1 from chats where id = ${id} for update`.execute(trx);
    const changed = await change(trx);
    await storeAudience(trx, id);
    return changed;
  });
}

export async function storeAudience(trx: Transaction<Schema>, id: number): Promise<void> {
  await sql`update chats set audience = ${AUDIENCE} where id = ${id}`.execute(trx);
}
