import type { Update } from 'telegraf/types';
import type { StoredArrival } from '../delivery/inbox.ts';
import type { Log } from '../delivery/log.ts';
import { pause } from '../delivery/pause.ts';
import type { Timer } from '../delivery/timer.ts';

export interface AttendantDeps {
  /** Counts a try that is about to be made, and says which it is, from 1; undefined where it is not to be made. */
  readonly begin: (id: number, isFirst: boolean) => Promise<number | undefined>;
  readonly handle: (update: Update) => Promise<void>;
  /** Tells whoever sent an update that nothing came of it; never throws. */
  readonly apologise: (update: Update) => Promise<void>;
  readonly timer: Timer;
  readonly log: Log;
}

/** How an update ended: `left` is for the next start, or for the process that leads by now. */
export type Attendance = 'handled' | 'given-up' | 'left';

/** An update that fails so often is given up: whoever sent it can ask once more. */
const MOST_TRIES = 3;
/** One that was begun so often and never ended may be what ends the process, or only happen to be there each time. */
const MOST_BEGUN = 6;
const BETWEEN_TRIES_MS = 1000;

/**
 * Tries to handle an update. Each try is counted before it begins, the first with the storing of the update, so that one
 * which ends the process counts. What was cut off is run again from its start: a command sets what it sets once more,
 * and answers once more.
 */
export async function attend(
  { begin, handle, apologise, timer, log }: AttendantDeps,
  { id, chatId, body }: StoredArrival,
  ending: AbortSignal,
): Promise<Attendance> {
  const update: Update = JSON.parse(body);
  const fields = { update: update.update_id, chat: chatId };

  async function succeeds(tries: number): Promise<boolean> {
    try {
      await handle(update);
      return true;
    } catch (error) {
      if (!ending.aborted) log.error({ ...fields, tries, error: String(error) }, 'an update could not be handled');
      return false;
    }
  }

  let isFirst = true;
  while (!ending.aborted) {
    const tries = await begin(id, isFirst);
    isFirst = false;
    if (tries === undefined) break;
    if (tries <= MOST_BEGUN && (await succeeds(tries))) return 'handled';
    if (ending.aborted) break;
    if (tries >= MOST_TRIES) {
      log.error({ ...fields, tries }, 'an update is given up');
      await apologise(update);
      return 'given-up';
    }
    await pause(BETWEEN_TRIES_MS * tries, timer, ending);
  }
  return 'left';
}
