import { type Kysely, sql } from 'kysely';
import type { Chat } from '../delivery/chat.ts';
import type { ChatChanges } from '../delivery/chats.ts';
import { changingChat } from './audience.ts';
import { changedColumns, scheduleColumns } from './chat-rows.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { millisecondsOrNull } from './time.ts';

export async function changeChat(
  kysely: Kysely<Schema>,
  engine: Engine,
  id: number,
  changes: ChatChanges,
): Promise<void> {
  const row = changedColumns(changes);
  if (Object.keys(row).length === 0) return;
  await changingChat(kysely, engine, id, (trx) => trx.updateTable('chats').set(row).where('id', '=', id).execute());
}

/** The columns that a next due time is planned from are compared in the statement that changes them. */
export async function changeAsSeen(
  kysely: Kysely<Schema>,
  engine: Engine,
  seen: Chat,
  changes: ChatChanges,
): Promise<boolean> {
  const { times, days } = scheduleColumns(seen.schedule);
  const row = changedColumns(changes);
  const { numUpdatedRows } = await changingChat(kysely, engine, seen.id, (trx) =>
    trx
      .updateTable('chats')
      .set({ state: seen.state, ...row })
      .where('id', '=', seen.id)
      .where('state', '=', seen.state)
      .where('time_zone', '=', seen.timeZone)
      .where(sql<boolean>`next_due_at is not distinct from ${millisecondsOrNull(seen.nextDueAt)}`)
      .where(sql<boolean>`times is not distinct from ${times} and days is not distinct from ${days}`)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}
