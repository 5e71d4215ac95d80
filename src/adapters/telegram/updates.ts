import { type Telegram, TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Log } from '../../delivery/log.ts';
import { pause } from '../../delivery/pause.ts';
import type { Timer } from '../../delivery/timer.ts';
import { createFaultLog, WEBHOOK_DELETED } from './fault-log.ts';
import { delayAfter, isUnauthorised, within } from './patience.ts';
import { ALLOWED_UPDATES, isUpdate } from './update.ts';

/** Why receiving ended: it was told to, or Telegram no longer takes the token. */
export type ReceivingEnd = { readonly kind: 'stopped' } | { readonly kind: 'unauthorised' };

export interface ReceivingDeps {
  readonly telegram: Telegram;
  readonly timer: Timer;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly log: Log;
}

export interface PollDeps extends ReceivingDeps {
  /** Resolves when the updates are written down. */
  readonly take: (updates: readonly Update[]) => Promise<void>;
  /** How long Telegram may hold a poll back that has nothing to give. */
  readonly pollSeconds?: number;
  /** How much later than that an answer may come. */
  readonly graceMs?: number;
}

const POLL_SECONDS = 30;
const GRACE_MS = 15_000;
/** A stop does not wait longer for a server that no longer answers. */
const LAST_CALL_MS = 2000;

/**
 * Fetches updates until the signal aborts. A batch is confirmed with the next call, so after it is written down. After
 * any fault it goes on, with a growing delay. A webhook that stands in the way, at the start or later, is deleted, and
 * what waits is kept.
 */
export async function pollUpdates(deps: PollDeps, signal: AbortSignal): Promise<ReceivingEnd> {
  const { telegram, take, timer, random, log } = deps;
  const faultLog = createFaultLog(log, timer);
  let offset = 0;
  let faults = 0;
  if (!signal.aborted) await makeWay(deps, signal);
  while (!signal.aborted) {
    try {
      const batch = await getUpdates(deps, offset, signal);
      if (batch.length > 0) await take(batch);
      offset = offsetAfter(batch);
      if (faults > 0) faultLog.mended();
      faults = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (isUnauthorised(error)) return { kind: 'unauthorised' };
      faultLog.fault(error);
      if (isWebhookConflict(error)) await deleteWebhook(telegram, signal).catch(() => false);
      await pause(delayAfter(faults++, error, random), timer, signal);
    }
  }
  await confirm(telegram, offset);
  return { kind: 'stopped' };
}

async function getUpdates(deps: PollDeps, offset: number, signal: AbortSignal): Promise<Update[]> {
  const { telegram, log, pollSeconds = POLL_SECONDS, graceMs = GRACE_MS } = deps;
  const payload = { offset, timeout: pollSeconds, limit: 100, allowed_updates: ALLOWED_UPDATES };
  const answer: unknown = await within(pollSeconds * 1000 + graceMs, signal, (cut) =>
    telegram.callApi('getUpdates', payload, { signal: cut }),
  );
  if (!Array.isArray(answer)) throw new Error('the answer is no list of updates');
  const updates = answer.filter(isUpdate);
  if (updates.length < answer.length) log.warn({ entries: answer.length - updates.length }, 'no updates: passed over');
  // Without a number nothing can be confirmed: they would come again at once, for ever.
  if (updates.length === 0 && answer.length > 0) throw new Error('the answer holds nothing that has a number');
  return updates;
}

/**
 * The call that brought nothing has confirmed all before it, so the next need not say where to begin: after a week
 * without updates Telegram begins to count at a number of its choice.
 */
function offsetAfter(batch: readonly Update[]): number {
  return batch.length === 0 ? 0 : Math.max(...batch.map((update) => update.update_id)) + 1;
}

/** A fault is left to the first poll, which meets it too. */
async function makeWay({ telegram, log }: PollDeps, signal: AbortSignal): Promise<void> {
  try {
    const { url } = await within(GRACE_MS, signal, (cut) => telegram.callApi('getWebhookInfo', {}, { signal: cut }));
    if (url === undefined || url === '') return;
    await deleteWebhook(telegram, signal);
    log.warn({}, WEBHOOK_DELETED);
  } catch {
    return;
  }
}

async function deleteWebhook(telegram: Telegram, signal: AbortSignal): Promise<void> {
  await within(GRACE_MS, signal, (cut) => telegram.callApi('deleteWebhook', {}, { signal: cut }));
}

/** Tells Telegram that the last batch is written down, or it would come again at the next start. */
async function confirm(telegram: Telegram, offset: number): Promise<void> {
  if (offset === 0) return;
  const never = new AbortController().signal;
  const payload = { offset, limit: 1, timeout: 0 };
  await within(LAST_CALL_MS, never, (cut) => telegram.callApi('getUpdates', payload, { signal: cut })).catch(() => []);
}

function isWebhookConflict(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 409 && /webhook/i.test(error.description);
}
