import { setTimeout as sleep } from 'node:timers/promises';
import { type Telegram, TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Log } from '../../delivery/log.ts';
import { withoutToken } from '../without-token.ts';
import type { TelegrafSignal } from './client.ts';

/** All that Dateline understands; Telegram leaves out the rest. */
const ALLOWED_UPDATES = ['message', 'edited_message', 'channel_post', 'callback_query', 'my_chat_member'] as const;

/** Why polling ended: it was told to, or Telegram no longer takes the token. */
export type PollEnd = { readonly kind: 'stopped' } | { readonly kind: 'unauthorised' };

export interface PollDeps {
  readonly telegram: Telegram;
  /** Handles one update; never throws. */
  readonly handle: (update: Update) => Promise<void>;
  readonly log: Log;
}

const POLL_SECONDS = 30;
const SHORTEST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A chat whose answers wait for Telegram's limits does not hold up the others for longer than this. */
const LONGEST_BATCH_MS = 3000;
/** A stop does not wait longer for a server that no longer answers. */
const LAST_CALL_MS = 2000;

/**
 * Fetches updates until the signal aborts. A batch is confirmed once it is handled, so an update is not lost when the
 * process dies, unless its chat was so slow that the next batch was fetched meanwhile; after any fault it goes on, with a growing delay. A webhook that stands in the way is deleted.
 */
export async function pollUpdates({ telegram, handle, log }: PollDeps, signal: AbortSignal): Promise<PollEnd> {
  let offset = 0;
  let faults = 0;
  while (!signal.aborted) {
    try {
      const updates = await getUpdates(telegram, offset, signal);
      faults = 0;
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      await Promise.race([Promise.all(updates.map(handle)), sleep(LONGEST_BATCH_MS, undefined, { ref: false })]);
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof TelegramError && error.code === 401) return { kind: 'unauthorised' };
      if (isWebhookConflict(error)) await telegram.deleteWebhook().catch(() => false);
      log.warn({ error: explainFault(error) }, 'updates could not be fetched');
      await sleep(delayAfter(faults++, error), undefined, { signal }).catch(() => undefined);
    }
  }
  await confirm(telegram, offset);
  return { kind: 'stopped' };
}

async function getUpdates(telegram: Telegram, offset: number, signal: AbortSignal): Promise<Update[]> {
  const payload = { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: ALLOWED_UPDATES };
  return telegram.callApi('getUpdates', payload, { signal: signal as TelegrafSignal });
}

/** Tells Telegram that the last batch is done, or it would come again at the next start. */
async function confirm(telegram: Telegram, offset: number): Promise<void> {
  if (offset === 0) return;
  const signal = AbortSignal.timeout(LAST_CALL_MS) as TelegrafSignal;
  await telegram.callApi('getUpdates', { offset, limit: 1, timeout: 0 }, { signal }).catch(() => []);
}

function isWebhookConflict(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 409 && /webhook/i.test(error.description);
}

/** What to tell an operator of a fault, without the token that the address holds. */
export function explainFault(error: unknown): string {
  if (error instanceof TelegramError && error.code === 409)
    return 'another process polls with the same token, or a webhook is set: stop the other one';
  return withoutToken(error instanceof Error ? error.message : String(error));
}

function delayAfter(faults: number, error: unknown): number {
  if (error instanceof TelegramError && error.parameters?.retry_after) return error.parameters.retry_after * 1000;
  return Math.min(LONGEST_DELAY_MS, SHORTEST_DELAY_MS * 2 ** faults) * (0.75 + Math.random() / 2);
}

/** Has Telegram call the webhook, until the signal aborts. The webhook stays, so that no update is lost meanwhile. */
export async function receiveByWebhook(
  telegram: Telegram,
  url: string,
  secret: string,
  log: Log,
  signal: AbortSignal,
): Promise<PollEnd> {
  for (let faults = 0; !signal.aborted; faults++) {
    try {
      const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
      await telegram.callApi('setWebhook', payload, { signal: signal as TelegrafSignal });
      await aborted(signal);
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof TelegramError && error.code === 401) return { kind: 'unauthorised' };
      log.warn({ error: explainFault(error) }, 'the webhook could not be set');
      await sleep(delayAfter(faults, error), undefined, { signal }).catch(() => undefined);
    }
  }
  return { kind: 'stopped' };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
