import type { Temporal } from 'temporal-polyfill';
import { createAlarm } from './alarm.ts';
import type { Log } from './log.ts';
import type { Messenger } from './messenger.ts';
import type { Timer } from './timer.ts';

/**
 * `up`: Telegram answers. `down`: nothing gets through, and nothing is to be sent. `trying`: Telegram answers again, and
 * one message at a time shows whether it takes them.
 */
export type Reach = 'up' | 'down' | 'trying';

/** How it stands with Telegram as a whole, learnt from what becomes of every call. */
export interface OutageWatch {
  reach(): Reach;
  /** Since when nothing gets through; undefined while Telegram answers. */
  downSince(): Temporal.Instant | undefined;
  /** Telegram answered, whatever it said. */
  answered(): void;
  unanswered(chatId: number): void;
  /** Asks Telegram after growing delays whether it answers, until it does or the signal aborts. */
  untilAnswered(signal: AbortSignal): Promise<void>;
}

export interface OutageWatchDeps {
  readonly messenger: Pick<Messenger, 'isReachable'>;
  readonly now: () => Temporal.Instant;
  readonly timer: Timer;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** So many chats in a row without one answer: it is not the chats. */
const CHATS_FOR_AN_OUTAGE = 5;

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

/** Watches for an outage, in which every row that tried by itself would only hammer, and perhaps come twice. */
export function createOutageWatch({ messenger, now, timer, random, log }: OutageWatchDeps): OutageWatch {
  let alarm = createAlarm(timer);
  const unanswered = new Set<number>();
  let state: Reach = 'up';
  let since: Temporal.Instant | undefined;
  let delay = FIRST_DELAY_MS;

  function goDown(): void {
    state = 'down';
    if (since !== undefined) return;
    since = now();
    log.error({}, 'Telegram is out of reach: sending is paused');
  }

  function comeBack(): void {
    unanswered.clear();
    if (since === undefined) return;
    log.info({ seconds: Math.round(now().since(since).total('seconds')) }, 'Telegram answers again: sending goes on');
    state = 'up';
    since = undefined;
    delay = FIRST_DELAY_MS;
    alarm.ring();
  }

  async function untilAnswered(signal: AbortSignal): Promise<void> {
    alarm = createAlarm(timer);
    const { ring } = alarm;
    signal.addEventListener('abort', ring, { once: true });
    while (state === 'down' && !signal.aborted) {
      await alarm.wait(delay / 2 + random() * (delay / 2));
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      if (state === 'down' && !signal.aborted && (await messenger.isReachable()) && state === 'down') state = 'trying';
    }
    signal.removeEventListener('abort', ring);
  }

  return {
    reach: () => state,
    downSince: () => since,
    answered: comeBack,
    unanswered: (chatId) => {
      unanswered.add(chatId);
      if (state === 'trying' || unanswered.size >= CHATS_FOR_AN_OUTAGE) goDown();
    },
    untilAnswered,
  };
}
