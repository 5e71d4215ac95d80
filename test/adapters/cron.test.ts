import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicking, type Ticking } from '../../src/adapters/cron.ts';

const events: string[] = [];
const note = (fields: Readonly<Record<string, unknown>>, event: string) =>
  void events.push(`${event} ${fields.error ?? ''}`.trim());
const log = { info: note, warn: note, error: note };

beforeEach(() => {
  events.length = 0;
  vi.useFakeTimers({ now: new Date('2026-03-29T00:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Stops, and lets time pass for the tick that may still run. */
async function stop(ticking: Ticking): Promise<void> {
  const stopped = ticking.stop();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await stopped;
}

describe('ticking', () => {
  it('begins at once and goes on at each minute, through the night that the clocks go forward', async () => {
    const ticks: string[] = [];
    const ticking = startTicking(async () => void ticks.push(new Date().toISOString().slice(11, 19)), log);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    await stop(ticking);
    expect(ticks).toEqual(['00:59:30', '01:00:00', '01:01:00', '01:02:00']);
  });

  it('never runs two ticks side by side, and goes on after a slow one', async () => {
    let running = 0;
    let most = 0;
    let done = 0;
    const ticking = startTicking(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 150_000));
      running--;
      done++;
    }, log);
    await vi.advanceTimersByTimeAsync(12 * 60_000);
    await stop(ticking);
    expect(most).toBe(1);
    expect(done).toBeGreaterThanOrEqual(3);
  });

  it('goes on after a tick that failed, and says so', async () => {
    let ticks = 0;
    const ticking = startTicking(async () => {
      if (++ticks === 1) throw new Error('the database is gone');
    }, log);
    await vi.advanceTimersByTimeAsync(60_000);
    await stop(ticking);
    expect(ticks).toBe(2);
    expect(events).toEqual(['tick failed the database is gone']);
  });

  it('begins none after it was stopped, and waits for the one that runs', async () => {
    let ended = false;
    let ticks = 0;
    const slow = startTicking(async () => {
      ticks++;
      await new Promise((resolve) => setTimeout(resolve, 5000));
      ended = true;
    }, log);
    await stop(slow);
    expect([ticks, ended]).toEqual([1, true]);
  });
});
