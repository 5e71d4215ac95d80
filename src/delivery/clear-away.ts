import type { Temporal } from 'temporal-polyfill';
import { breathe } from './breathe.ts';
import type { Chats } from './chats.ts';
import type { Outbox } from './outbox.ts';

export interface ClearAwayDeps {
  readonly chats: Pick<Chats, 'forgetGone'>;
  readonly outbox: Pick<Outbox, 'forgetDeliveries' | 'forgetEditions'>;
}

/**
 * A delivery is what a correction finds the message by that it edits. Two months after its article hardly anyone scrolls
 * back to it; who opens the article itself still reads it corrected. What was not sent by then is no news either.
 */
const DELIVERIES_KEPT = { hours: 60 * 24 };
/** One day more: the deliveries of an edition are queued after it, and a tick does not last for a day. */
const EDITIONS_KEPT = { hours: 61 * 24 };
/** Who took the bot back within a month finds everything as he left it. */
const GONE_KEPT = { hours: 30 * 24 };

/** A page of each is some 5,000 rows: an edition has parts, and a chat two months of messages. */
const DELIVERIES_A_PAGE = 5000;
const EDITIONS_A_PAGE = 100;
const CHATS_A_PAGE = 20;
/** What is left is left to the next minute: in a day that clears 144 million messages. */
const PAGES_A_TICK = 20;

/** Forgets what has had its time, so that the database stops growing. Returns how many rows it was. */
export async function clearAway(
  { chats, outbox }: ClearAwayDeps,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<number> {
  const pages = [
    { limit: DELIVERIES_A_PAGE, clear: outbox.forgetDeliveries, before: now.subtract(DELIVERIES_KEPT) },
    { limit: EDITIONS_A_PAGE, clear: outbox.forgetEditions, before: now.subtract(EDITIONS_KEPT) },
    { limit: CHATS_A_PAGE, clear: chats.forgetGone, before: now.subtract(GONE_KEPT) },
  ];
  let cleared = 0;
  for (const { limit, clear, before } of pages) {
    for (let page = 0; page < PAGES_A_TICK && !signal.aborted; page++) {
      const rows = await clear(before, limit);
      cleared += rows;
      if (rows < limit) break;
      await breathe();
    }
  }
  return cleared;
}
