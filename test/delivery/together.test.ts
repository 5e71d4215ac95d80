import { expect, it } from 'vitest';
import { together } from '../../src/delivery/together.ts';

/** Doubles numbers, one asking at a time when the test says so; the numbers of each asking. */
function doubling() {
  const askings: number[][] = [];
  const waiting: (() => void)[] = [];
  const ask = together(async (numbers: readonly number[]) => {
    askings.push([...numbers]);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (numbers.includes(13)) throw new Error('unlucky');
    return new Map(numbers.filter((number) => number > 0).map((number) => [number, number * 2]));
  });
  const answer = async () => {
    await expect.poll(() => waiting.length, { interval: 1 }).toBe(1);
    waiting.pop()?.();
  };
  return { askings, ask, answer };
}

it('asks once for what is asked for in one turn, and for the next while it is under way in one more', async () => {
  const { askings, ask, answer } = doubling();
  const first = Promise.all([ask(1), ask(2)]);
  await expect.poll(() => askings.length, { interval: 1 }).toBe(1);
  const second = Promise.all([ask(3), ask(4), ask(5)]);
  await answer();
  expect(await first).toEqual([2, 4]);
  await answer();
  expect(await second).toEqual([6, 8, 10]);
  expect(askings).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it('answers undefined to what is not named', async () => {
  const { ask, answer } = doubling();
  const answers = Promise.all([ask(-1), ask(1)]);
  await answer();
  expect(await answers).toEqual([undefined, 2]);
});

it('fails all that asked together, and goes on with the next', async () => {
  const { ask, answer } = doubling();
  const failing = Promise.allSettled([ask(13), ask(1)]);
  await answer();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = ask(2);
  await answer();
  expect(await next).toBe(4);
});
