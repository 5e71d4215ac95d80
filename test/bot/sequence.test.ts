import type { Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import { chatOfUpdate, createSequence } from '../../src/bot/sequence.ts';

/** Work that ends when the test says so. */
function work(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    end: resolve,
    run: async () => {
      log.push(`${name} begins`);
      await promise;
      log.push(`${name} ends`);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is to be done', () => {
  it('is done one after the other within a chat', async () => {
    const log: string[] = [];
    const sequence = createSequence(() => {});
    const [first, second] = [work(log, 'first'), work(log, 'second')];
    const both = [sequence.run(1, first.run), sequence.run(1, second.run)];
    second.end();
    await settled();
    expect(log).toEqual(['first begins']);
    first.end();
    await Promise.all(both);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('is done side by side for different chats', async () => {
    const log: string[] = [];
    const sequence = createSequence(() => {});
    const slow = work(log, 'slow');
    const waiting = sequence.run(1, slow.run);
    await sequence.run(2, async () => void log.push('other chat'));
    expect(log).toEqual(['slow begins', 'other chat']);
    slow.end();
    await waiting;
  });

  it('goes on after what failed, which is told and stops nobody', async () => {
    const errors: unknown[] = [];
    const sequence = createSequence((error) => errors.push(error));
    const done: string[] = [];
    await Promise.all([
      sequence.run(1, () => Promise.reject(new Error('later'))),
      sequence.run(1, () => {
        throw new Error('at once');
      }),
      sequence.run(1, async () => void done.push('third')),
    ]);
    expect(errors).toEqual([new Error('later'), new Error('at once')]);
    expect(done).toEqual(['third']);
  });

  it('is not heard beyond what a chat may leave waiting, and is heard again when that is done', async () => {
    const errors: unknown[] = [];
    const sequence = createSequence((error) => errors.push(error));
    let done = 0;
    const flood = Array.from({ length: 300 }, () => sequence.run(1, async () => void done++));
    const other = sequence.run(2, async () => void done++);
    await Promise.all([...flood, other]);
    expect(done).toBe(201);
    expect(errors).toHaveLength(100);
    await sequence.run(1, async () => void done++);
    expect(done).toBe(202);
  });

  it('is settled when nothing is left, what was added meanwhile included', async () => {
    const log: string[] = [];
    const sequence = createSequence(() => {});
    await sequence.settled();
    void sequence.run(1, async () => {
      await settled();
      log.push('first');
      void sequence.run(1, async () => {
        await settled();
        log.push('added');
      });
      void sequence.run(2, async () => void log.push('elsewhere'));
    });
    await sequence.settled();
    expect(log).toEqual(['first', 'elsewhere', 'added']);
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
  ])('is known for a %s', (_, happening, chat) => {
    expect(chatOfUpdate(JSON.parse(JSON.stringify({ update_id: 1, ...happening })) satisfies Update)).toBe(chat);
  });
});
