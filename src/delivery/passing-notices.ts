import type { Temporal } from 'temporal-polyfill';
import type { Timer } from './timer.ts';

/** A message of the bot that is to be deleted. */
export interface PassingNotice {
  readonly chatId: number;
  readonly messageId: number;
}

/** Port: which messages are to be deleted, and when. */
export interface PassingNotices {
  note(notice: PassingNotice, until: Temporal.Instant): Promise<void>;
  /** Up to `limit` whose time has come. */
  due(at: Temporal.Instant, limit: number): Promise<PassingNotice[]>;
  forget(notice: PassingNotice): Promise<void>;
}

export interface VanishDeps {
  readonly notices: PassingNotices;
  /** Deletes a message; never throws. One that cannot be deleted stays. */
  readonly remove: (notice: PassingNotice) => Promise<unknown>;
  readonly timer: Timer;
  readonly now: () => Temporal.Instant;
  readonly onError: (error: unknown) => void;
}

/** Long enough to be read. */
const SHOWN_MS = 10_000;
const NOTICES_A_SWEEP = 200;

/** Lets notices vanish after ten seconds; what a stop leaves standing, a later sweep takes away. */
export function createVanishing({ notices, remove, timer, now, onError }: VanishDeps) {
  async function vanish(notice: PassingNotice): Promise<void> {
    await remove(notice);
    await notices.forget(notice);
  }

  return {
    async letVanish(notice: PassingNotice): Promise<void> {
      await notices.note(notice, now().add({ milliseconds: SHOWN_MS }));
      timer.after(SHOWN_MS, () => void vanish(notice).catch(onError));
    },
    async sweep(): Promise<void> {
      for (const notice of await notices.due(now(), NOTICES_A_SWEEP)) await vanish(notice);
    },
  };
}
