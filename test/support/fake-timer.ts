import type { Timer } from '../../src/delivery/timer.ts';

export interface FakeTimer extends Timer {
  /** Lets time pass, ringing every alarm on its way, each `lateness()` milliseconds late. */
  advance(ms: number): Promise<void>;
  /** Lets time pass while nothing runs: alarms that fell due meanwhile ring at the next advance. */
  sleep(ms: number): void;
  /** Alarms that are set now. */
  alarms(): number;
}

/** Monotonic time under the test's control. */
export function createFakeTimer(lateness: () => number = () => 0): FakeTimer {
  let now = 0;
  const alarms = new Set<{ at: number; run: () => void }>();

  function nextAlarm(until: number) {
    return [...alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }

  return {
    now: () => now,
    after: (ms, run) => {
      const alarm = { at: now + ms + lateness(), run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advance: async (ms) => {
      await settled();
      const until = now + ms;
      for (let alarm = nextAlarm(until); alarm !== undefined; alarm = nextAlarm(until)) {
        alarms.delete(alarm);
        now = Math.max(now, alarm.at);
        alarm.run();
        await settled();
      }
      now = until;
      await settled();
    },
    sleep: (ms) => {
      now += ms;
    },
    alarms: () => alarms.size,
  };
}

/** Lets what was resolved run on: promises settle before the next turn of the event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
