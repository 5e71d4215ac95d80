import type { Temporal } from 'temporal-polyfill';
import type { DueDecision, DuePage } from '../../src/delivery/due.ts';
import type { Edition } from '../../src/delivery/outbox.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';

/** The page of the queue that holds just this chat, which is due at that time. */
export async function pageOf(database: Database, chatId: number, dueAt: Temporal.Instant): Promise<DuePage> {
  const page = await createChats(database).duePage(dueAt, { dueAt, chatId: chatId - 1 }, 1);
  if (page?.groups[0]?.sample !== chatId) throw new Error(`Chat ${chatId} is not due`);
  return page;
}

/** The same decision for all groups of a page. */
export function decideAll({ groups }: DuePage, decision: Omit<DueDecision, 'group'>): DueDecision[] {
  return groups.map((group) => ({ group, ...decision }));
}

/** Writes each of these chats an edition, as the tick does, and makes it due again a day later. */
export async function brief(
  database: Database,
  edition: Edition,
  chatIds: readonly number[],
  dueAt: Temporal.Instant,
): Promise<void> {
  const outbox = createOutbox(database);
  const editionId = await outbox.store(edition, dueAt);
  for (const id of chatIds) {
    const page = await pageOf(database, id, dueAt);
    const nextDueAt = dueAt.add({ hours: 24 });
    const decisions = decideAll(page, { nextDueAt, briefedUpTo: 5, editionId, skipped: undefined });
    await outbox.commitDue(page.range, decisions, dueAt);
  }
}
