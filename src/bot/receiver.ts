import type { Update } from 'telegraf/types';
import type { Temporal } from 'temporal-polyfill';
import { createAlarm } from '../delivery/alarm.ts';
import type { Arrival, Inbox, StoredArrival } from '../delivery/inbox.ts';
import type { Term } from '../delivery/leases.ts';
import { together } from '../delivery/together.ts';
import { type Attendance, type AttendantDeps, attend } from './attendant.ts';
import { createInHand } from './in-hand.ts';
import type { Later } from './later.ts';
import { chatOfUpdate } from './read-update.ts';
import type { Sequence } from './sequence.ts';

export interface ReceiverDeps extends Omit<AttendantDeps, 'begin'> {
  readonly inbox: Inbox;
  readonly sequence: Sequence;
  readonly later: Pick<Later, 'takePutOff'>;
  readonly now: () => Temporal.Instant;
  /** After how long at the latest it is noticed what another process has stored. */
  readonly lookEveryMs: number;
  /** Told of each update that has come to its end. */
  readonly onEnd: (end: Exclude<Attendance, 'left'>) => void;
}

/**
 * Takes updates, and handles them. Taking is for every process that Telegram calls. Handling is for the one that
 * leads, whoever took them: only one hand keeps the order within a chat, and only its gate knows the pace of all that
 * is sent, answers among it.
 */
export interface Receiver {
  /** Resolves when the updates are written down, and Telegram may be told so. */
  take(updates: readonly Update[]): Promise<void>;
  /**
   * Handles what is written down, in order within a chat and side by side across chats, until the signal aborts; what
   * has not begun by then is left to the next start. Nothing begins after the end of the term. Throws where the
   * database fails. Runs once.
   */
  run(signal: AbortSignal, term: Term): Promise<void>;
  /** Forgets what was handled so long ago that Telegram has forgotten it as well. */
  forgetOld(): Promise<void>;
  /** Milliseconds since an update last came to its end, while there are some to handle; else 0. */
  stuckForMs(): number;
}

const MOST_AT_ONCE = 100;
const NO_ANSWERS = new Map<never, never>();

/**
 * Telegram offers an update for a day; its number may come back only after a week without any
 * (core.telegram.org/bots/api#update), and is then another's.
 */
const KEPT = { hours: 48 };

export function createReceiver(deps: ReceiverDeps): Receiver {
  const { inbox, sequence, later, now, timer } = deps;
  const alarm = createAlarm(timer);
  const inHand = createInHand();
  const storing = together(async (batches: readonly (readonly Update[])[]) => {
    await inbox.store(batches.flat().map(toArrival), now());
    return NO_ANSWERS;
  });
  const finishing = together(async (ids: readonly number[]) => {
    await inbox.finish(ids, now());
    return NO_ANSWERS;
  });
  let movedAt = timer.now();

  async function run(signal: AbortSignal, term: Term): Promise<void> {
    const failed = new AbortController();
    const ending = AbortSignal.any([signal, failed.signal]);
    ending.addEventListener('abort', alarm.ring, { once: true });
    const tryAgain = together((ids: readonly number[]) => inbox.tryAgain(ids, term.token));
    const newest = await inbox.newest();
    // Of what came in this term nobody has begun anything yet: its answer need not wait for one more commit.
    const begin = async (id: number, isFirst: boolean) =>
      isFirst && id > newest ? (term.isOver() ? undefined : 1) : tryAgain(id);
    const bring = (arrival: StoredArrival) => bringToEnd({ ...deps, begin }, arrival, ending);
    while (!ending.aborted) {
      const mayBeMore = await look((arrival) => void bring(arrival).catch((error) => failed.abort(error)));
      if (!mayBeMore) await alarm.wait(deps.lookEveryMs);
    }
    if (failed.signal.aborted) throw failed.signal.reason;
  }

  /** Takes in hand what there is room for; true where the next look may find more of it. */
  async function look(begin: (arrival: StoredArrival) => void): Promise<boolean> {
    const limit = Math.min(MOST_AT_ONCE, inHand.room());
    const found = limit > 0 ? await inbox.waiting(limit, { ids: inHand.ids(), chatIds: inHand.fullChats() }) : [];
    if (inHand.size() === 0) movedAt = timer.now();
    for (const arrival of found) if (inHand.add(arrival.id, arrival.chatId)) begin(arrival);
    return limit > 0 && found.length === limit;
  }

  async function bringToEnd(attendant: AttendantDeps, arrival: StoredArrival, ending: AbortSignal): Promise<void> {
    const { id, chatId } = arrival;
    let putOff: Promise<unknown> | undefined;
    await sequence.run(chatId, async () => {
      const end = await attend(attendant, arrival, ending);
      if (end === 'left') return;
      // What it has put off is part of it: cut off before that is done, the update is handled again.
      putOff = later.takePutOff(chatId)?.then(() => finish(id, end));
      if (putOff === undefined) await finish(id, end);
    });
    await putOff;
    inHand.remove(id);
    if (inHand.isHalfFree(chatId)) alarm.ring();
  }

  async function finish(id: number, end: Exclude<Attendance, 'left'>): Promise<void> {
    await finishing(id);
    movedAt = timer.now();
    deps.onEnd(end);
  }

  return {
    async take(updates) {
      await storing(updates);
      alarm.ring();
    },
    run,
    async forgetOld() {
      await inbox.prune(now().subtract(KEPT));
    },
    stuckForMs: () => (inHand.size() === 0 ? 0 : timer.now() - movedAt),
  };
}

function toArrival(update: Update): Arrival {
  return { updateId: update.update_id, chatId: chatOfUpdate(update), body: bodyOf(update) };
}

/** What is nested beyond writing is not written by any person: only its number is kept. */
function bodyOf(update: Update): string {
  try {
    return JSON.stringify(update);
  } catch {
    return JSON.stringify({ update_id: update.update_id });
  }
}
