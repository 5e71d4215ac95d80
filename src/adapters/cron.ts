import cron from 'node-cron';
import type { Log } from '../delivery/log.ts';

/** A tick that comes later than this after its minute is left to the next. */
const TOLERATED_LATENESS_MS = 30_000;

export interface Ticking {
  /** No tick begins after it; resolves when the one that runs is done. */
  stop(): Promise<void>;
}

/**
 * Calls `onTick` at once and then at each minute, never twice side by side. The tick is a hint: what is due is what
 * the database says, so one that fails, is late or is left out loses nothing.
 */
export function startTicking(onTick: () => Promise<void>, log: Log): Ticking {
  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running.then(onTick).catch((error: unknown) => {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'tick failed');
    });
    return running;
  };
  const task = cron.schedule('* * * * *', tick, {
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: TOLERATED_LATENESS_MS,
    suppressMissedWarning: true,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn({}, message),
      error: (error) => log.error({ error: String(error) }, 'cron failed'),
    },
  });
  task.on('execution:missed', () => log.warn({}, 'tick missed'));
  tick();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
