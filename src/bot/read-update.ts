import type { Chat as TelegramChat, Message as TelegramMessage, Update, User } from 'telegraf/types';
import type { ChatKind } from '../delivery/chat.ts';
import type { Incoming, Person } from './request.ts';

/**
 * Accounts of Telegram's own that write in place of somebody (777000 for a linked channel, 1087968824 for an
 * anonymous administrator, 136817688 for a channel): never anybody, whatever list names them.
 */
const SERVICE_ACCOUNTS = new Set([777000, 1087968824, 136817688]);

/** A command as it was typed: `/digest@dateline_bot Kazakhstan 7d`. */
export interface TypedCommand {
  readonly name: string;
  /** The bot that it is meant for, where that is said. */
  readonly addressee: string | undefined;
  readonly text: string;
}

export function readCommand(text: string): TypedCommand | undefined {
  const typed = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s|$)/.exec(text);
  if (typed === null) return undefined;
  return {
    name: (typed[1] ?? '').toLowerCase(),
    addressee: typed[2]?.toLowerCase(),
    text: text.slice(typed[0].length).trim(),
  };
}

/** What people send; anything else is what a chat says of itself: a new title, a pinned message. */
const CONTENTS =
  'text caption document photo sticker voice video video_note audio animation location contact poll'.split(' ');

/** Whether somebody sent it and may expect an answer; of an album only the one that has the caption. */
export function isSaid(message: object): boolean {
  const mute = 'media_group_id' in message && !('caption' in message) && !('document' in message);
  return !mute && CONTENTS.some((content) => content in message);
}

/** The text or the caption of a message, and the file that it carries. */
export function readIncoming(message: TelegramMessage): Incoming {
  const text = 'text' in message ? message.text : 'caption' in message ? (message.caption ?? '') : '';
  const file =
    'document' in message
      ? { id: message.document.file_id, name: message.document.file_name ?? '', size: message.document.file_size }
      : undefined;
  return { messageId: message.message_id, text, file };
}

/** Who wrote; undefined for a channel, for somebody who writes as a chat, and for Telegram's own accounts. */
export function readPerson(from: User | undefined, senderChat: { id: number } | undefined): Person | undefined {
  if (from === undefined || senderChat !== undefined || from.is_bot || SERVICE_ACCOUNTS.has(from.id)) return undefined;
  return { id: from.id, name: from.first_name };
}

export function readChat(chat: TelegramChat): { id: number; kind: ChatKind; title: string } {
  return { id: chat.id, kind: chat.type, title: 'title' in chat ? chat.title : chat.first_name };
}

/** The forum topic that a message stands in; replies in other groups carry a thread id that is none. */
export function readThread(message: object): number | undefined {
  const topic = 'is_topic_message' in message && message.is_topic_message === true;
  return topic && 'message_thread_id' in message ? Number(message.message_thread_id) : undefined;
}

/**
 * The chat that an update belongs to; a person's own id where it belongs to none, and 0 where it says neither. Asks for
 * no shape: an update that is malformed must get its turn like any other, and be refused in it.
 */
export function chatOfUpdate(update: Update): number {
  const happening = Object.values(update).find((value) => typeof value === 'object' && value !== null);
  return idOf(happening, 'chat') ?? idOf(field(happening, 'message'), 'chat') ?? idOf(happening, 'from') ?? 0;
}

function idOf(happening: unknown, name: string): number | undefined {
  const id = field(field(happening, name), 'id');
  return Number.isSafeInteger(id) ? Number(id) : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
