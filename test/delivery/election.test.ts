import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileElected } from '../../src/delivery/election.ts';
import { type Leases, SENDER_LEASE, type Term } from '../../src/delivery/leases.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createLeases } from '../../src/store/leases.ts';
import { createFakeTimer, type FakeTimer } from '../support/fake-timer.ts';
import { silentLog } from '../support/fast-clock.ts';

const START = Temporal.Instant.from('2026-03-02T08:00:00Z');

let database: Database;
let leases: Leases;
let timer: FakeTimer;
let stop: AbortController;
const ends: Promise<unknown>[] = [];
beforeEach(async () => {
  database = await openDatabase('sqlite::memory:');
  leases = createLeases(database);
  timer = createFakeTimer();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await timer.advance(2000);
  await Promise.all(ends.splice(0));
  await database.close();
});

/** The wall's clock, which goes with the timer. */
const now = () => START.add({ milliseconds: timer.now() });

/** A process that leads until its signal aborts, and what was seen of it. */
function candidate(owner: string, itsLeases = leases) {
  const led = Promise.withResolvers<{ signal: AbortSignal; term: Term }>();
  const warnings: string[] = [];
  const warn = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void warnings.push(`${event}: ${fields.holder ?? fields.error}`);
  const end = whileElected(
    { leases: itsLeases, owner, now, timer, log: { ...silentLog, warn, error: warn } },
    stop.signal,
    async (signal, term) => {
      led.resolve({ signal, term });
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      return `${owner} led`;
    },
  );
  ends.push(end);
  return { led: led.promise, end, warnings };
}

describe('of several processes', () => {
  it('one leads, and frees the lead when it is told to stop', async () => {
    const one = candidate('one');
    const { signal, term } = await one.led;
    expect([signal.aborted, term.isOver()]).toEqual([false, false]);
    stop.abort();
    expect(await one.end).toBe('one led');
    expect(term.isOver()).toBe(true);
    expect(await leases.acquire(SENDER_LEASE, 'next', 1000, now())).toMatchObject({ kind: 'taken' });
  });

  it('the other waits, names the one that leads once, and stops waiting when it is told to', async () => {
    await candidate('one').led;
    const other = candidate('other');
    await timer.advance(20_000);
    expect(other.warnings).toEqual([expect.stringMatching(/waiting.*: one$/)]);
    stop.abort();
    expect(await other.end).toBeUndefined();
  });

  it('the other takes over within half a second of the end of a dead one’s lease, under a higher token', async () => {
    const dead = await leases.acquire(SENDER_LEASE, 'dead', 6000, now());
    const heir = candidate('heir');
    await timer.advance(5999);
    expect(heir.warnings).toHaveLength(1);
    await timer.advance(501);
    const { term } = await heir.led;
    expect(term.token).toBeGreaterThan(dead.kind === 'taken' ? dead.token : Number.NaN);
  });

  it('the first goes on as long as it renews, however long', async () => {
    const { signal, term } = await candidate('one').led;
    await timer.advance(100_000);
    expect(await leases.acquire(SENDER_LEASE, 'other', 1000, now())).toMatchObject({ kind: 'held' });
    expect([signal.aborted, term.isOver()]).toEqual([false, false]);
  });

  it('one that lost its lease stops leading, and leaves it to whom it belongs', async () => {
    const one = candidate('one');
    const { signal, term } = await one.led;
    expect(await leases.acquire(SENDER_LEASE, 'other', 6000, now().add({ seconds: 6 }))).toMatchObject({
      kind: 'taken',
    });
    await timer.advance(2000);
    expect([signal.aborted, term.isOver()]).toEqual([true, true]);
    expect(await one.end).toBe('one led');
    expect(await leases.acquire(SENDER_LEASE, 'third', 1000, now())).toMatchObject({ by: 'other' });
  });

  it.each<[string, () => Promise<boolean>]>([
    ['fails', () => Promise.reject(new Error('the database is away'))],
    ['hangs', () => new Promise(() => undefined)],
  ])('one whose renewal %s goes on for a while, and stops a second before another may start', async (_, renewal) => {
    let works = true;
    const renew: Leases['renew'] = (...lease) => (works ? leases.renew(...lease) : renewal());
    const { signal, term } = await candidate('one', { ...leases, renew }).led;
    await timer.advance(4000);
    works = false;
    await timer.advance(4999);
    expect([signal.aborted, term.isOver()]).toEqual([false, false]);
    await timer.advance(1);
    expect([signal.aborted, term.isOver()]).toEqual([true, true]);
  });

  it('one that slept knows that its term is over before any alarm has rung', async () => {
    const { term } = await candidate('one').led;
    timer.sleep(5000);
    expect(term.isOver()).toBe(true);
  });

  it('one ends in time though its lease cannot be released', async () => {
    const one = candidate('one', { ...leases, release: () => new Promise(() => undefined) });
    await one.led;
    stop.abort();
    await timer.advance(1000);
    expect(await one.end).toBe('one led');
  });

  it('a fault of the one that leads is thrown, and frees the lead', async () => {
    const deps = { leases, owner: 'one', now, timer, log: silentLog };
    const fault = whileElected(deps, stop.signal, () => Promise.reject(new Error('broken')));
    await expect(fault).rejects.toThrow('broken');
    expect(await leases.acquire(SENDER_LEASE, 'next', 1000, now())).toMatchObject({ kind: 'taken' });
  });
});
