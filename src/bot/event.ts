import type { CallbackQuery, Message as TelegramMessage, Update, User } from 'telegraf/types';
import { readChat, readCommand, readIncoming, readPerson, readThread } from './read-update.ts';
import type { Incoming, Person } from './request.ts';

/** What came from Telegram, before anybody has looked up who may ask it and of whom. */
export interface Event {
  readonly chat: ReturnType<typeof readChat>;
  readonly person: Person | undefined;
  readonly languageCode: string | undefined;
  readonly threadId: number | undefined;
  readonly message: Incoming;
  readonly repliedTo: Incoming | undefined;
  readonly text: string;
  /** True where it can only come from somebody who runs the chat: a channel's post, an anonymous administrator's. */
  readonly fromAdministrator: boolean;
  /** True where a button was pressed, so that its message can be edited. */
  readonly pressed: boolean;
}

export function eventOfMessage(message: TelegramMessage): Event {
  const senderChat = 'sender_chat' in message ? message.sender_chat : undefined;
  const from = 'from' in message ? message.from : undefined;
  const incoming = readIncoming(message);
  const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return {
    chat: readChat(message.chat),
    person: readPerson(from, senderChat),
    languageCode: from?.language_code,
    threadId: readThread(message),
    message: incoming,
    repliedTo: replied && readIncoming(replied),
    text: incoming.text,
    fromAdministrator: message.chat.type === 'channel' || senderChat?.id === message.chat.id,
    pressed: false,
  };
}

/** A piece of a paste that its sender edited; a command before it is not part of it. */
export function eventOfEdit(message: TelegramMessage): Event {
  const event = eventOfMessage(message);
  const text = readCommand(event.text)?.text ?? event.text;
  return { ...event, text, message: { ...event.message, text } };
}

/** A pressed button, and the name of its action; undefined where its message is out of reach. */
export function eventOfPress(query: CallbackQuery): { readonly action: string; readonly event: Event } | undefined {
  if (!('data' in query) || query.message === undefined) return undefined;
  const [action = '', ...words] = query.data.split(' ');
  const { message, from } = query;
  const event = {
    chat: readChat(message.chat),
    person: readPerson(from, undefined),
    languageCode: from.language_code,
    threadId: readThread(message),
    message: { messageId: message.message_id, text: '', file: undefined },
    repliedTo: undefined,
    text: words.join(' '),
    fromAdministrator: false,
    pressed: true,
  };
  return { action, event };
}

/** Somebody added the bot to a chat. */
export function eventOfJoining(chat: TelegramMessage['chat'], from: User): Event {
  return {
    chat: readChat(chat),
    person: readPerson(from, undefined),
    languageCode: from.language_code,
    threadId: undefined,
    message: { messageId: 0, text: '', file: undefined },
    repliedTo: undefined,
    text: '',
    fromAdministrator: false,
    pressed: false,
  };
}

/** What somebody said or pressed; undefined for all else, and for what Telegram would not write so. */
export function eventOfUpdate(update: Update): Event | undefined {
  try {
    if ('message' in update) return eventOfMessage(update.message);
    if ('channel_post' in update) return eventOfMessage(update.channel_post);
    return 'callback_query' in update ? eventOfPress(update.callback_query)?.event : undefined;
  } catch {
    return undefined;
  }
}
