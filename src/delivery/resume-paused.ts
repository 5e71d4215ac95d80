import type { Temporal } from 'temporal-polyfill';
import { breathe } from './breathe.ts';
import type { Chat } from './chat.ts';
import type { Chats } from './chats.ts';
import type { Log } from './log.ts';
import { planNext } from './settings.ts';

export interface ResumeDeps {
  readonly chats: Pick<Chats, 'pauseEnded' | 'endPause'>;
  readonly log: Log;
}

const CHATS_A_PAGE = 200;

/** Lets chats go on whose pause is over; returns how many. */
export async function resumePaused(
  { chats, log }: ResumeDeps,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<number> {
  /** From the end of the pause on: what fell due since then, while nobody ticked, is due now. */
  function nextDueAt(chat: Chat): Temporal.Instant | undefined {
    try {
      return planNext({ ...chat, state: 'active' }, chat.pausedUntil ?? now);
    } catch (error) {
      log.error({ chat: chat.id, error: String(error) }, 'a chat cannot be planned');
      // Due now: it is put off with those whose briefing cannot be composed.
      return now;
    }
  }

  let resumed = 0;
  while (!signal.aborted) {
    const ended = await chats.pauseEnded(now, CHATS_A_PAGE);
    for (const chat of ended) await chats.endPause(chat.id, nextDueAt(chat), now);
    resumed += ended.length;
    if (ended.length < CHATS_A_PAGE) break;
    await breathe();
  }
  return resumed;
}
