import { describe, expect, it } from 'vitest';
import { createSequence } from '../../src/bot/sequence.ts';

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
    const sequence = createSequence();
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
    const sequence = createSequence();
    const slow = work(log, 'slow');
    const waiting = sequence.run(1, slow.run);
    await sequence.run(2, async () => void log.push('other chat'));
    expect(log).toEqual(['slow begins', 'other chat']);
    slow.end();
    await waiting;
  });

  it('goes on after what failed, and says so to whoever asked for it', async () => {
    const sequence = createSequence();
    const done: string[] = [];
    const ends = await Promise.allSettled([
      sequence.run(1, () => Promise.reject(new Error('later'))),
      sequence.run(1, () => {
        throw new Error('at once');
      }),
      sequence.run(1, async () => void done.push('third')),
    ]);
    expect(ends.map((end) => (end.status === 'rejected' ? end.reason : end.status))).toEqual([
      new Error('later'),
      new Error('at once'),
      'fulfilled',
    ]);
    expect(done).toEqual(['third']);
  });

  it('is settled when nothing is left, what was added meanwhile included', async () => {
    const log: string[] = [];
    const sequence = createSequence();
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
