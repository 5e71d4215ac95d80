/** Port: a monotonic clock in milliseconds (it never goes back, whatever the wall clock does) and its alarm. */
export interface Timer {
  now(): number;
  /** Calls `run` once, no earlier than `ms` from now; what it returns calls it off. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimer: Timer = {
  now: () => performance.now(),
  after: (ms, run) => {
    // A longer delay would wrap round and fire at once; a caller looks again when the alarm rings early.
    const timeout = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timeout);
  },
};
