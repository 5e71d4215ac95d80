import type { Message, Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import {
  chatOfUpdate,
  readChat,
  readCommand,
  readIncoming,
  readPerson,
  readThread,
} from '../../src/bot/read-update.ts';

const CHAT = { id: 5, type: 'private', first_name: 'Mira' } as const;
const base = { message_id: 9, date: 1, chat: CHAT };

describe('a command', () => {
  it.each([
    ['/start', 'start', undefined, ''],
    ['/Digest@Dateline_Bot Kazakhstan 7d', 'digest', 'dateline_bot', 'Kazakhstan 7d'],
    ['/post\nThe lake rose.\n\nThe river fell.\n', 'post', undefined, 'The lake rose.\n\nThe river fell.'],
    ['/topics  ', 'topics', undefined, ''],
    ['/start KZ-BY', 'start', undefined, 'KZ-BY'],
    ['/correct 4 OLD => NEW', 'correct', undefined, '4 OLD => NEW'],
  ])('%j is read', (text, name, addressee, rest) => {
    expect(readCommand(text)).toEqual({ name, addressee, text: rest });
  });

  it.each(['', '/', '/ start', ' /start', 'start', '/старт', '/start-now', '/start@', '//start', `/${'a'.repeat(33)}`])(
    '%j is none',
    (text) => {
      expect(readCommand(text)).toBeUndefined();
    },
  );
});

describe('what came in', () => {
  it('is the text of a message', () => {
    const message: Message.TextMessage = { ...base, text: 'The lake rose.' };
    expect(readIncoming(message)).toEqual({ messageId: 9, text: 'The lake rose.', file: undefined });
  });

  it('is a file with its caption, if it has one', () => {
    const document = { file_id: 'f', file_unique_id: 'u', file_name: 'lake.txt', file_size: 300 };
    const message: Message.DocumentMessage = { ...base, document, caption: '/post' };
    const file = { id: 'f', name: 'lake.txt', size: 300 };
    expect(readIncoming(message)).toEqual({ messageId: 9, text: '/post', file });
    const bare: Message.DocumentMessage = { ...base, document: { file_id: 'f', file_unique_id: 'u' } };
    expect(readIncoming(bare)).toEqual({ messageId: 9, text: '', file: { id: 'f', name: '', size: undefined } });
  });

  it('is nothing for a sticker or a new member', () => {
    const message: Message.NewChatMembersMessage = { ...base, new_chat_members: [] };
    expect(readIncoming(message)).toEqual({ messageId: 9, text: '', file: undefined });
  });
});

describe('who wrote', () => {
  const mira = { id: 7, is_bot: false, first_name: 'Mira' };

  it('is the person', () => {
    expect(readPerson(mira, undefined)).toEqual({ id: 7, name: 'Mira' });
  });

  it('is nobody in a channel, as a group or channel, for a bot, and for accounts of Telegram', () => {
    expect(readPerson(undefined, undefined)).toBeUndefined();
    expect(readPerson(mira, { id: -100 })).toBeUndefined();
    expect(readPerson({ ...mira, is_bot: true }, undefined)).toBeUndefined();
    for (const id of [777000, 1087968824, 136817688]) expect(readPerson({ ...mira, id }, undefined)).toBeUndefined();
  });
});

describe('where it was written', () => {
  it('is a chat by its title, or by the name of the person', () => {
    expect(readChat(CHAT)).toEqual({ id: 5, kind: 'private', title: 'Mira' });
    expect(readChat({ id: -5, type: 'group', title: 'Ilmar' })).toEqual({ id: -5, kind: 'group', title: 'Ilmar' });
  });

  it('is a topic of a forum, which the thread of a reply is not', () => {
    const inTopic: Message.TextMessage = { ...base, text: 'x', is_topic_message: true, message_thread_id: 4 };
    const reply: Message.TextMessage = { ...base, text: 'x', message_thread_id: 4 };
    expect(readThread(inTopic)).toBe(4);
    expect(readThread(reply)).toBeUndefined();
    expect(readThread({ ...base, text: 'x' })).toBeUndefined();
  });
});

describe('the chat of an update', () => {
  it.each([
    ['message', { message: { message_id: 1, chat: { id: -5 }, from: { id: 7 } } }, -5],
    ['edited message', { edited_message: { chat: { id: -5 } } }, -5],
    ['channel post', { channel_post: { chat: { id: -100 } } }, -100],
    ['change of membership', { my_chat_member: { chat: { id: 9 }, from: { id: 7 } } }, 9],
    ['button', { callback_query: { id: 'q', from: { id: 7 }, message: { chat: { id: -5 } } } }, -5],
    ['button on a message of no chat', { callback_query: { id: 'q', from: { id: 7 } } }, 7],
    ['inline query', { inline_query: { id: 'q', from: { id: 7 }, query: '' } }, 7],
    ['kind that nobody knows', { new_thing: { chat: { id: 3 } } }, 3],
    ['thing without a chat', { poll: { id: 'p' } }, 0],
    ['malformed message', { message: null }, 0],
    ['malformed chat', { message: { chat: 'x' } }, 0],
    ['malformed button', { callback_query: { from: null, message: [] } }, 0],
    ['malformed id', { message: { chat: { id: '5' }, from: { id: 7 } } }, 7],
    ['broken number', { message: { chat: { id: 5.5 }, from: { id: 1e300 } } }, 0],
  ])('is known for a %s', (_, happening, chat) => {
    expect(chatOfUpdate(JSON.parse(JSON.stringify({ update_id: 1, ...happening })) satisfies Update)).toBe(chat);
  });
});
