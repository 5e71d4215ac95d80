import { expect, it } from 'vitest';
import type { Settled, Settlement } from '../../src/delivery/outbox.ts';
import { createSettlements } from '../../src/delivery/settlements.ts';
import { createFakeTimer } from '../support/fake-timer.ts';

const REFUSED: Settlement = { kind: 'failed', error: '400' };

/** Settlements before a database that takes so many milliseconds for a commit, and what was committed when. */
function settlementsWith(commitMs: number) {
  const timer = createFakeTimer();
  const commits: { readonly at: number; readonly ids: number[] }[] = [];
  const settle = async (settled: readonly Settled[]) => {
    commits.push({ at: timer.now(), ids: settled.map(({ id }) => id) });
    if (commitMs > 0) await new Promise<void>((resolve) => timer.after(commitMs, resolve));
  };
  return { timer, commits, settlements: createSettlements({ settle }, timer, 1) };
}

it('writes down at once how a message ended, and together what ends right after', async () => {
  const { timer, commits, settlements } = settlementsWith(0);
  void settlements.add(1, REFUSED);
  await timer.advance(5);
  for (const id of [2, 3, 4]) void settlements.add(id, REFUSED);
  await timer.advance(100);
  void settlements.add(5, REFUSED);
  await timer.advance(0);
  expect(commits).toEqual([
    { at: 0, ids: [1] },
    { at: 20, ids: [2, 3, 4] },
    { at: 105, ids: [5] },
  ]);
});

it('gives a slow database larger batches, one after the other', async () => {
  const { timer, commits, settlements } = settlementsWith(300);
  for (let id = 1; id <= 50; id++) {
    void settlements.add(id, REFUSED);
    await timer.advance(20);
  }
  await timer.advance(1000);
  expect(commits.length).toBeLessThan(6);
  expect(commits.flatMap(({ ids }) => ids)).toHaveLength(50);
  for (const [place, { at }] of commits.slice(1).entries()) {
    expect(at - (commits[place]?.at ?? 0)).toBeGreaterThanOrEqual(300);
  }
});

it('tells each that it is committed, or that the database failed', async () => {
  const timer = createFakeTimer();
  let works = false;
  const settle = async () => {
    if (!works) throw new Error('the disk is full');
  };
  const settlements = createSettlements({ settle }, timer, 1);
  const [one, two] = [settlements.add(1, REFUSED), settlements.add(2, REFUSED)];
  await expect(one).rejects.toThrow('the disk is full');
  await expect(two).rejects.toThrow('the disk is full');
  works = true;
  const three = settlements.add(3, REFUSED);
  await timer.advance(20);
  await expect(three).resolves.toBeUndefined();
});
