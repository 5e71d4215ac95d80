import { type Kysely, sql, type Transaction } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Schema } from './schema.ts';

/** Each message that is refused says anew that a chat is gone; it has been so since the first. */
export async function markGone(kysely: Kysely<Schema>, id: number, at: Temporal.Instant): Promise<void> {
  await sql`
    update chats set state = 'gone', next_due_at = null, gone_at = coalesce(gone_at, ${at.epochMilliseconds})
    where id = ${id}`.execute(kysely);
}

/** The chat before its deliveries: whoever writes some for it holds the chat meanwhile. */
export async function forgetChat(trx: Transaction<Schema>, id: number): Promise<void> {
  await trx.deleteFrom('chats').where('id', '=', id).execute();
  await forgetTraces(trx, id);
}

export async function forgetGone(kysely: Kysely<Schema>, before: Temporal.Instant, limit: number): Promise<number> {
  const gone = await kysely
    .selectFrom('chats')
    .select('id')
    .where('gone_at', '<', before.epochMilliseconds)
    .orderBy('gone_at')
    .limit(limit)
    .execute();
  for (const { id } of gone) await kysely.transaction().execute((trx) => forgetIfGone(trx, id, before));
  return gone.length;
}

/** Not one that came back since it was looked up. */
async function forgetIfGone(trx: Transaction<Schema>, id: number, before: Temporal.Instant): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('chats')
    .where('id', '=', id)
    .where('gone_at', '<', before.epochMilliseconds)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await forgetTraces(trx, id);
}

/** What was sent to a chat, and what anybody in it was in the middle of: conversations are kept as `chat:person`. */
async function forgetTraces(trx: Transaction<Schema>, chatId: number): Promise<void> {
  await trx.deleteFrom('deliveries').where('chat_id', '=', chatId).execute();
  await trx.deleteFrom('passing_notices').where('chat_id', '=', chatId).execute();
  await trx
    .deleteFrom('keyv')
    .where('namespace', 'in', ['pastes', 'questions', 'set-ups'])
    .where('key', 'like', `${chatId}:%`)
    .execute();
}
