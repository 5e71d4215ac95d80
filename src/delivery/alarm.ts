import type { Timer } from './timer.ts';

/** Something to wait for, with an end to the patience. A ring while nobody waits is kept for the next who does. */
export interface Alarm {
  ring(): void;
  wait(ms: number): Promise<void>;
}

export function createAlarm(timer: Timer): Alarm {
  let rung = false;
  let wakeUp: (() => void) | undefined;

  function ring(): void {
    rung = true;
    wakeUp?.();
  }

  async function wait(ms: number): Promise<void> {
    if (!rung) {
      await new Promise<void>((resolve) => {
        const callOff = timer.after(ms, resolve);
        wakeUp = () => {
          callOff();
          resolve();
        };
      });
    }
    wakeUp = undefined;
    rung = false;
  }

  return { ring, wait };
}

/** Waits until the work is done, but no longer than so many milliseconds. Rejects where the work does by then. */
export async function settledWithin(ms: number, work: Promise<unknown>, timer: Timer): Promise<void> {
  const patience = createAlarm(timer);
  await Promise.race([work.then(patience.ring), patience.wait(ms)]);
}
