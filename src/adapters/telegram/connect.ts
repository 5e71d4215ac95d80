import { type Telegraf, TelegramError } from 'telegraf';
import { pause } from '../../delivery/pause.ts';
import { delayAfter, explainFault, isUnauthorised, within } from './patience.ts';
import type { ReceivingDeps } from './updates.ts';

const CALL_MS = 30_000;

/**
 * Asks Telegram who the bot is, again and again while it is out of reach, until it answers, it refuses the token, or the
 * signal aborts.
 */
export async function connect(
  telegraf: Telegraf,
  { timer, random, log }: Omit<ReceivingDeps, 'telegram'>,
  signal: AbortSignal,
): Promise<'connected' | 'unauthorised' | 'stopped'> {
  for (let faults = 0; !signal.aborted; faults++) {
    try {
      telegraf.botInfo = await within(CALL_MS, signal, (cut) =>
        telegraf.telegram.callApi('getMe', {}, { signal: cut }),
      );
      return 'connected';
    } catch (error) {
      if (isUnauthorised(error) || isOfNoToken(error)) return 'unauthorised';
      if (signal.aborted) break;
      log.warn({ error: explainFault(error) }, 'Telegram is out of reach');
      await pause(delayAfter(faults, error, random), timer, signal);
    }
  }
  return 'stopped';
}

/** What Telegram says where the token has not even the form of one. */
function isOfNoToken(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 404;
}
