import { createAlarm } from './alarm.ts';
import type { Timer } from './timer.ts';

/** Waits so many milliseconds, or until the signal aborts. */
export async function pause(ms: number, timer: Timer, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const alarm = createAlarm(timer);
  signal.addEventListener('abort', alarm.ring);
  await alarm.wait(ms);
  signal.removeEventListener('abort', alarm.ring);
}
