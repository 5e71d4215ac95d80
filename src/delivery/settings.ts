import { Temporal } from 'temporal-polyfill';
import type { Chat } from './chat.ts';
import type { ChatChanges, Chats } from './chats.ts';
import type { Outbox } from './outbox.ts';
import { nextDue } from './schedule.ts';

/** When a chat with these settings is briefed next; undefined while it is off, paused, ended or gone. */
export function planNext(
  chat: Pick<Chat, 'schedule' | 'state' | 'timeZone'>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (chat.schedule === undefined || chat.state !== 'active') return undefined;
  return nextDue(chat.schedule, chat.timeZone, now);
}

/**
 * Changes a chat's settings, and its next due time with them. A briefing that fell due already, and that the tick has
 * not come to yet, stays due unless briefings end with the change; one that the tick has settled is not due again.
 */
export async function changeSettings(
  chats: Pick<Chats, 'find' | 'changeAsSeen'>,
  chat: Chat,
  changes: ChatChanges,
  now: Temporal.Instant,
): Promise<Chat> {
  for (let seen = chat; ; ) {
    const all = { ...changes, nextDueAt: replan(seen, changes, now) };
    const isChanged = await chats.changeAsSeen(seen, all);
    const stored = await chats.find(chat.id);
    if (isChanged || stored === undefined) return stored ?? { ...seen, ...all };
    seen = stored;
  }
}

function replan(chat: Chat, changes: ChatChanges, now: Temporal.Instant): Temporal.Instant | undefined {
  const planned = planNext({ ...chat, ...changes }, latest(now, chat.lastDueAt));
  const isDue = chat.nextDueAt !== undefined && Temporal.Instant.compare(chat.nextDueAt, now) <= 0;
  return planned && isDue ? chat.nextDueAt : planned;
}

/** A change that was asked for just before the due time may be made just after the tick. */
function latest(now: Temporal.Instant, lastDueAt: Temporal.Instant | undefined): Temporal.Instant {
  return lastDueAt !== undefined && Temporal.Instant.compare(lastDueAt, now) > 0 ? lastDueAt : now;
}

/** A first briefing reaches back this far, so that whoever subscribes today reads what he subscribed for. */
const FIRST_BRIEFING_HOURS = 24;

/** Stores a chat that was not stored yet, with its first due time. */
export async function enrol(
  chats: Pick<Chats, 'enrol' | 'find' | 'changeAsSeen'>,
  chat: Chat,
  now: Temporal.Instant,
): Promise<Chat> {
  const stored = await chats.enrol({ ...chat, newsSince: now.subtract({ hours: FIRST_BRIEFING_HOURS }) });
  return stored.nextDueAt === undefined ? changeSettings(chats, stored, {}, now) : stored;
}

/** A chat that blocked the bot or is no more gets nothing from now on, and keeps its settings for its return. */
export async function markGone(
  deps: {
    readonly chats: Pick<Chats, 'markGone'>;
    readonly outbox: Pick<Outbox, 'skipChat'>;
    readonly now: () => Temporal.Instant;
  },
  chatId: number,
  reason: string,
): Promise<void> {
  await deps.chats.markGone(chatId, deps.now());
  await deps.outbox.skipChat(chatId, reason);
}

/** A chat that was gone and took the bot back goes on with the settings that it had. */
export async function markBack(chats: Chats, chatId: number, now: Temporal.Instant): Promise<void> {
  const chat = await chats.find(chatId);
  if (chat?.state === 'gone') await changeSettings(chats, chat, { state: 'active' }, now);
}
