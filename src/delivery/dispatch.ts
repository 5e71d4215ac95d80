import { createAlarm, settledWithin } from './alarm.ts';
import type { Term } from './leases.ts';
import { createShift, type ShiftDeps } from './shift.ts';

/** Why a dispatcher ended: it was told to, or Telegram no longer takes the token. */
export type DispatchEnd = { readonly kind: 'stopped' } | { readonly kind: 'unauthorised' };

export interface Dispatcher {
  /**
   * Sends what the outbox holds until the signal aborts; calls that have begun are then settled, and what had not begun
   * is left to the next. Nothing begins after the end of the term. Throws where the database fails.
   */
  run(signal: AbortSignal, term: Term): Promise<DispatchEnd>;
  /** Says that there may be something new to send. */
  wake(): void;
}

/** At a stop, a call that takes longer is left as one of which nobody knows; the process has 10 s in all. */
const STOP_MS = 6000;

/** Takes messages from the outbox and sends them, side by side over the chats and one at a time within each. */
export function createDispatcher(deps: ShiftDeps): Dispatcher {
  const alarm = createAlarm(deps.timer);
  let isWakened = false;

  function wake(): void {
    isWakened = true;
    alarm.ring();
  }

  function takeWakening(): boolean {
    const was = isWakened;
    isWakened = false;
    return was;
  }

  async function run(signal: AbortSignal, term: Term): Promise<DispatchEnd> {
    const stop = new AbortController();
    const ended = aborted(stop.signal);
    if (signal.aborted) stop.abort();
    signal.addEventListener('abort', () => stop.abort(), { once: true });
    let end: (() => DispatchEnd) | undefined;
    const stopWith = (how: () => DispatchEnd) => {
      end ??= how;
      stop.abort();
    };
    const shift = createShift(deps, {
      alarm,
      takeWakening,
      term,
      ending: stop.signal,
      onUnauthorised: () => stopWith(() => ({ kind: 'unauthorised' })),
      onFault: (error) =>
        stopWith(() => {
          throw error;
        }),
    });
    const working = shift.work();
    await ended;
    alarm.ring();
    // A database that hangs must not keep a process that is to end.
    await settledWithin(STOP_MS, working.then(shift.settled), deps.timer);
    return end?.() ?? { kind: 'stopped' };
  }

  return { run, wake };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
