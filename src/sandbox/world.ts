import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { type Collection, openJournal } from './journal.ts';
import type { ChatKind, Markup, MemberStatus, Message, User, WireChat } from './wire.ts';

/** A chat as this server knows it. Ids of members are keys because that is what JSON keeps. */
export type Chat = {
  id: number;
  type: ChatKind;
  title: string | undefined;
  username: string | undefined;
  /** The people in it; in a private chat the one person. */
  members: Record<string, MemberStatus>;
  bot: MemberStatus;
  /** Private chats: whether the person has ever written, without which the bot may not. */
  started: boolean;
  pinned: number[];
};

/** A message with what its wire form does not say. */
export type KeptMessage = {
  wire: Message;
  byBot: boolean;
  silent: boolean;
  /** The markup as it was sent, also where it is an order about the keyboard under the text field. */
  markup: Markup | undefined;
};

export type KeptFile = {
  id: string;
  uniqueId: string;
  path: string;
  name: string;
  mime: string;
  size: number;
  content: string;
};

/** What happened, for whoever watches: the page and waiting tests. */
export type Happening =
  | { kind: 'sent' | 'edited'; chat: number; message: KeptMessage }
  | { kind: 'deleted'; chat: number; messageId: number }
  | { kind: 'action'; chat: number; action: string }
  | { kind: 'chat'; chat: number }
  | { kind: 'commands' };

export type World = ReturnType<typeof createWorld>;

/** The state that all methods share: people, chats, messages, files and settings, kept in a journal. */
export function createWorld(options: { bot: User; now: () => Temporal.Instant; persist: string | undefined }) {
  const journal = openJournal(options.persist);
  const numbers = journal.collection<number>('numbers');
  const events = new EventEmitter<{ happening: [Happening] }>();
  events.setMaxListeners(0);

  const next = (name: string): number => {
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    return number;
  };

  return {
    bot: options.bot,
    people: journal.collection<User>('people'),
    chats: journal.collection<Chat>('chats'),
    files: journal.collection<KeptFile>('files'),
    settings: journal.collection<unknown>('settings'),
    collection: <T>(name: string): Collection<T> => journal.collection<T>(name),
    next,
    /** The time in whole seconds since 1970, as messages carry it. */
    seconds: (): number => Math.floor(options.now().epochMilliseconds / 1000),
    milliseconds: (): number => options.now().epochMilliseconds,
    messages: (chat: number): Collection<KeptMessage> => journal.collection<KeptMessage>(`messages ${chat}`),
    tell: (happening: Happening): void => {
      events.emit('happening', happening);
    },
    watch(listener: (happening: Happening) => void): () => void {
      events.on('happening', listener);
      return () => events.off('happening', listener);
    },
    close: (): void => journal.close(),
  };
}

export const systemNow = (): Temporal.Instant => Temporal.Now.instant();

/** Supergroups and channels count their messages by themselves; all other chats of a bot share one count. */
export function nextMessageId(world: World, chat: Chat): number {
  const ownCount = chat.type === 'supergroup' || chat.type === 'channel';
  return world.next(ownCount ? `message ${chat.id}` : 'message');
}

export function chatOf(world: World, id: number): Chat | undefined {
  return world.chats.get(String(id));
}

export function personOf(world: World, id: number): User | undefined {
  return id === world.bot.id ? world.bot : world.people.get(String(id));
}

export function messageOf(world: World, chat: number, id: number): KeptMessage | undefined {
  return world.messages(chat).get(String(id));
}

/** The chat as messages carry it: a private chat bears the person's name. */
export function wireChat(world: World, chat: Chat): WireChat {
  if (chat.type !== 'private') {
    return { id: chat.id, type: chat.type, title: chat.title, username: chat.username };
  }
  const person = personOf(world, chat.id);
  return {
    id: chat.id,
    type: 'private',
    first_name: person?.first_name,
    last_name: person?.last_name,
    username: person?.username,
  };
}

/** Writes a new message down and tells of it. */
export function keepMessage(world: World, kept: KeptMessage): KeptMessage {
  const { chat, message_id } = kept.wire;
  world.messages(chat.id).set(String(message_id), kept);
  world.tell({ kind: 'sent', chat: chat.id, message: kept });
  return kept;
}

export function replaceMessage(world: World, kept: KeptMessage): KeptMessage {
  const { chat, message_id } = kept.wire;
  world.messages(chat.id).set(String(message_id), kept);
  world.tell({ kind: 'edited', chat: chat.id, message: kept });
  return kept;
}

export function removeMessage(world: World, chat: number, messageId: number): void {
  world.messages(chat).delete(String(messageId));
  world.tell({ kind: 'deleted', chat, messageId });
}

export type Upload = { name: string; mime: string; content: Buffer };

/** Stores an uploaded file under a path that `/file/bot<token>/` serves. */
export function keepFile(world: World, folder: 'documents' | 'photos', upload: Upload): KeptFile {
  const number = world.next('file');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(upload.name)?.[0] ?? '';
  const file: KeptFile = {
    id: `BQACAgI${number}-${randomBytes(24).toString('base64url')}`,
    uniqueId: `AgAD${number}${randomBytes(6).toString('hex')}`,
    path: `${folder}/file_${number}${extension}`,
    name: upload.name,
    mime: upload.mime,
    size: upload.content.length,
    content: upload.content.toString('base64'),
  };
  world.files.set(file.id, file);
  return file;
}
