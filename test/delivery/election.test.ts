import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whileElected } from '../../src/delivery/election.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createLeases } from '../../src/store/leases.ts';
import { silentLog } from '../support/fast-clock.ts';

let database: Database;
let now: Temporal.Instant;
let stop: AbortController;
const ends: Promise<unknown>[] = [];
beforeEach(async () => {
  // The renewals are the test's to bring about; all else goes on as ever.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  database = await openDatabase('sqlite::memory:');
  now = Temporal.Instant.from('2026-03-02T08:00:00Z');
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await Promise.all(ends.splice(0));
  vi.useRealTimers();
  await database.close();
});

/** A process that leads until its signal aborts, and what was seen of it. */
function candidate(owner: string, leases = createLeases(database)) {
  const led = Promise.withResolvers<AbortSignal>();
  const warnings: string[] = [];
  const warn = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void warnings.push(`${event}: ${fields.holder ?? fields.error}`);
  const end = whileElected(
    { leases, owner, now: () => now, log: { ...silentLog, warn, error: warn } },
    stop.signal,
    async (signal) => {
      led.resolve(signal);
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

const renewals = (count: number) => vi.advanceTimersByTimeAsync(count * 2000);

describe('of several processes', () => {
  it('one leads, and frees the lead when it is told to stop', async () => {
    const one = candidate('one');
    expect((await one.led).aborted).toBe(false);
    stop.abort();
    expect(await one.end).toBe('one led');
    expect(await createLeases(database).acquire('sender', 'next', 1000, now)).toMatchObject({ kind: 'taken' });
  });

  it('the other waits, names the one that leads once, and stops waiting when it is told to', async () => {
    await candidate('one').led;
    const other = candidate('other');
    await vi.waitFor(() => expect(other.warnings).toHaveLength(1));
    expect(other.warnings[0]).toMatch(/waiting.*: one$/);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(other.warnings).toHaveLength(1);
    stop.abort();
    expect(await other.end).toBeUndefined();
  });

  it('the other takes over when the lease of a dead one runs out', async () => {
    await createLeases(database).acquire('sender', 'dead', 6000, now);
    const heir = candidate('heir');
    await vi.waitFor(() => expect(heir.warnings).toHaveLength(1));
    now = now.add({ milliseconds: 6000 });
    expect((await heir.led).aborted).toBe(false);
  });

  it('the first goes on as long as it renews, however long', async () => {
    const one = candidate('one');
    const signal = await one.led;
    for (let minute = 0; minute < 20; minute++) {
      now = now.add({ milliseconds: 5000 });
      await renewals(1);
    }
    expect(await createLeases(database).acquire('sender', 'other', 1000, now)).toMatchObject({ kind: 'held' });
    expect(signal.aborted).toBe(false);
  });

  it('one that lost its lease stops leading', async () => {
    const one = candidate('one');
    const signal = await one.led;
    now = now.add({ milliseconds: 6000 });
    expect(await createLeases(database).acquire('sender', 'other', 6000, now)).toMatchObject({ kind: 'taken' });
    await renewals(1);
    expect(signal.aborted).toBe(true);
    expect(await one.end).toBe('one led');
    expect(await createLeases(database).acquire('sender', 'third', 1000, now)).toMatchObject({ by: 'other' });
  });

  it('one that cannot renew goes on while its lease holds, and stops when it has run out', async () => {
    const leases = createLeases(database);
    let works = false;
    const renew: typeof leases.renew = (...lease) =>
      works ? leases.renew(...lease) : Promise.reject(new Error('the database is away'));
    const one = candidate('one', { ...leases, renew });
    const signal = await one.led;
    now = now.add({ milliseconds: 2000 });
    await renewals(1);
    expect(one.warnings).toEqual(['the lease could not be renewed: Error: the database is away']);
    works = true;
    now = now.add({ milliseconds: 2000 });
    await renewals(1);
    works = false;
    now = now.add({ milliseconds: 5999 });
    await renewals(1);
    expect(signal.aborted).toBe(false);
    now = now.add({ milliseconds: 1 });
    await renewals(1);
    expect(signal.aborted).toBe(true);
  });

  it('a fault of the one that leads is thrown, and frees the lead', async () => {
    const leases = createLeases(database);
    const deps = { leases, owner: 'one', now: () => now, log: silentLog };
    const fault = whileElected(deps, stop.signal, () => Promise.reject(new Error('broken')));
    await expect(fault).rejects.toThrow('broken');
    expect(await leases.acquire('sender', 'next', 1000, now)).toMatchObject({ kind: 'taken' });
  });
});
