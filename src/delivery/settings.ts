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
 * not come to yet, stays due unless briefings end with the change.
 */
export async function changeSettings(
  chats: Chats,
  chat: Chat,
  changes: ChatChanges,
  now: Temporal.Instant,
): Promise<Chat> {
  const planned = planNext({ ...chat, ...changes }, now);
  const isDue = chat.nextDueAt !== undefined && Temporal.Instant.compare(chat.nextDueAt, now) <= 0;
  const all = { ...changes, nextDueAt: planned && isDue ? chat.nextDueAt : planned };
  return (await chats.change(chat.id, all)) ?? { ...chat, ...all };
}

/** A first briefing reaches back this far, so that whoever subscribes today reads what he subscribed for. */
const FIRST_BRIEFING_HOURS = 24;

/** Stores a chat that was not stored yet, with its first due time. */
export async function enrol(chats: Chats, chat: Chat, now: Temporal.Instant): Promise<Chat> {
  const stored = await chats.enrol({ ...chat, newsSince: now.subtract({ hours: FIRST_BRIEFING_HOURS }) });
  return stored.nextDueAt === undefined ? changeSettings(chats, stored, {}, now) : stored;
}

/** A chat that blocked the bot or is no more gets nothing from now on, and keeps its settings for its return. */
export async function markGone(
  { chats, outbox }: { readonly chats: Pick<Chats, 'change'>; readonly outbox: Pick<Outbox, 'skipChat'> },
  chatId: number,
  reason: string,
): Promise<void> {
  await chats.change(chatId, { state: 'gone', nextDueAt: undefined });
  await outbox.skipChat(chatId, reason);
}

/** A chat that was gone and took the bot back goes on with the settings that it had. */
export async function markBack(chats: Chats, chatId: number, now: Temporal.Instant): Promise<void> {
  const chat = await chats.find(chatId);
  if (chat?.state === 'gone') await changeSettings(chats, chat, { state: 'active' }, now);
}
