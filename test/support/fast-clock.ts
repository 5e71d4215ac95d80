import { Temporal } from 'temporal-polyfill';
import type { Timer } from '../../src/delivery/timer.ts';

/** A clock that starts at `start` and runs `factor` times as fast as the wall's, with a timer that keeps to it. */
export function createFastClock(start: string, factor: number): { now: () => Temporal.Instant; timer: Timer } {
  const epoch = Temporal.Instant.from(start);
  const began = performance.now();
  const passed = () => (performance.now() - began) * factor;
  return {
    now: () => epoch.add({ milliseconds: Math.round(passed()) }),
    timer: {
      now: passed,
      after: (ms, run) => {
        const timeout = setTimeout(run, Math.ceil(ms / factor));
        return () => clearTimeout(timeout);
      },
    },
  };
}

/** A log that nobody reads. */
export const silentLog = { info: () => {}, warn: () => {}, error: () => {} };
