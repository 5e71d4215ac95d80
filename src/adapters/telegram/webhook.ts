import { createHmac } from 'node:crypto';
import type { Telegram } from 'telegraf';
import type { Log } from '../../delivery/log.ts';
import { pause } from '../../delivery/pause.ts';
import { createFaultLog } from './fault-log.ts';
import { delayAfter, isUnauthorised, within } from './patience.ts';
import { ALLOWED_UPDATES } from './update.ts';
import type { ReceivingDeps, ReceivingEnd } from './updates.ts';

/** Where Telegram calls, and what it shows there. */
export interface Webhook {
  readonly url: string;
  readonly secret: string;
}

const CALL_MS = 30_000;
const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * The secret of a webhook for which none is set: the same in every process that has the token, so that whichever
 * Telegram calls knows it, and nobody without the token does.
 */
export function secretOf(token: string): string {
  return createHmac('sha256', token).update('dateline webhook secret').digest('base64url');
}

/**
 * Has Telegram call the webhook, until the signal aborts, and looks now and then whether it still does and can. The
 * webhook stays, so that no update is lost meanwhile.
 */
export async function receiveByWebhook(
  { telegram, timer, random, log }: ReceivingDeps,
  webhook: Webhook,
  signal: AbortSignal,
): Promise<ReceivingEnd> {
  const faultLog = createFaultLog(log, timer);
  let faults = 0;
  let seenUntil = 0;
  let isSet = false;
  while (!signal.aborted) {
    try {
      if (!isSet) await setWebhook(telegram, webhook, signal);
      isSet = true;
      if (faults > 0) faultLog.mended();
      faults = 0;
      await pause(LOOK_AGAIN_MS, timer, signal);
      if (signal.aborted) break;
      const state = await look(telegram, signal);
      seenUntil = tellFault(state, seenUntil, log);
      isSet = state.url === webhook.url;
      if (!isSet) log.error({}, 'somebody else has deleted or changed the webhook: it is set again');
    } catch (error) {
      if (signal.aborted) break;
      if (isUnauthorised(error)) return { kind: 'unauthorised' };
      faultLog.fault(error);
      await pause(delayAfter(faults++, error, random), timer, signal);
    }
  }
  return { kind: 'stopped' };
}

async function setWebhook(telegram: Telegram, { url, secret }: Webhook, signal: AbortSignal): Promise<void> {
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  await within(CALL_MS, signal, (cut) => telegram.callApi('setWebhook', payload, { signal: cut }));
}

interface WebhookState {
  readonly url?: string;
  /** Unix seconds. */
  readonly last_error_date?: number;
  readonly last_error_message?: string;
}

async function look(telegram: Telegram, signal: AbortSignal): Promise<WebhookState> {
  return within(CALL_MS, signal, (cut) => telegram.callApi('getWebhookInfo', {}, { signal: cut }));
}

/** Tells what Telegram last met at the webhook, where that is new; returns when it was. */
function tellFault({ last_error_date = 0, last_error_message = '' }: WebhookState, seen: number, log: Log): number {
  if (last_error_date > seen) log.warn({ error: last_error_message }, 'Telegram cannot reach the webhook');
  return Math.max(last_error_date, seen);
}
