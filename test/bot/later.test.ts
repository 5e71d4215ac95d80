import { expect, it } from 'vitest';
import { createLater } from '../../src/bot/later.ts';
import { createSequence } from '../../src/bot/sequence.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

function prepare() {
  const timer = createFakeTimer();
  const done: string[] = [];
  const errors: unknown[] = [];
  const sequence = createSequence();
  const later = createLater(sequence, timer, (error) => errors.push(error));
  const put = (key: string, name: string, ms = 2000) => later.later(key, 1, ms, async () => void done.push(name));
  return { timer, done, errors, sequence, later, put };
}

/** Whether a promise has resolved by now. */
async function isOver(promise: Promise<unknown> | undefined): Promise<boolean> {
  let over = false;
  void promise?.then(() => {
    over = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

it('does what was put off once it has been quiet for so long', async () => {
  const { timer, done, put } = prepare();
  put('paste', 'first');
  await timer.advance(1500);
  put('paste', 'second');
  await timer.advance(1999);
  expect(done).toEqual([]);
  await timer.advance(1);
  expect(done).toEqual(['second']);
});

it('waits for its turn in the chat', async () => {
  const { timer, done, put, sequence } = prepare();
  const slow = Promise.withResolvers<void>();
  const running = sequence.run(1, () => slow.promise);
  put('paste', 'late');
  await timer.advance(5000);
  expect(done).toEqual([]);
  slow.resolve();
  await running;
  await sequence.settled();
  expect(done).toEqual(['late']);
});

it('says when what was put off is done or replaced, and never where it was called off', async () => {
  const { timer, put, later } = prepare();
  expect(later.takePutOff(1)).toBeUndefined();
  put('paste', 'first');
  const first = later.takePutOff(1);
  expect([later.takePutOff(1), later.takePutOff(2)]).toEqual([undefined, undefined]);
  expect(await isOver(first)).toBe(false);
  put('paste', 'second');
  const second = later.takePutOff(1);
  expect([await isOver(first), await isOver(second)]).toEqual([true, false]);
  await timer.advance(2000);
  expect(await isOver(second)).toBe(true);
  put('paste', 'third');
  const third = later.takePutOff(1);
  later.stop();
  await timer.advance(10_000);
  expect(await isOver(third)).toBe(false);
  expect(timer.alarms()).toBe(0);
});

it('waits for all that one update put off', async () => {
  const { timer, put, later } = prepare();
  put('paste', 'preview', 2000);
  put('paste progress', 'progress', 800);
  const both = later.takePutOff(1);
  await timer.advance(800);
  expect(await isOver(both)).toBe(false);
  await timer.advance(1200);
  expect(await isOver(both)).toBe(true);
});

it('tells of what fails, and counts it as done', async () => {
  const { timer, errors, later } = prepare();
  later.later('key', 1, 10, () => Promise.reject(new Error('broken')));
  const putOff = later.takePutOff(1);
  await timer.advance(10);
  expect([errors, await isOver(putOff)]).toEqual([[new Error('broken')], true]);
});
