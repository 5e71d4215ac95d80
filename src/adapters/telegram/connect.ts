import { setTimeout as sleep } from 'node:timers/promises';
import { type Telegraf, TelegramError } from 'telegraf';
import type { Log } from '../../delivery/log.ts';
import type { TelegrafSignal } from './client.ts';
import { explainFault } from './updates.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/**
 * Asks Telegram who the bot is, again and again while it is out of reach, until it answers, it refuses the token, or the
 * signal aborts.
 */
export async function connect(
  telegraf: Telegraf,
  log: Log,
  signal: AbortSignal,
): Promise<'connected' | 'unauthorised' | 'stopped'> {
  for (let delay = FIRST_DELAY_MS; !signal.aborted; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      telegraf.botInfo = await telegraf.telegram.callApi('getMe', {}, { signal: signal as TelegrafSignal });
      return 'connected';
    } catch (error) {
      if (error instanceof TelegramError && (error.code === 401 || error.code === 404)) return 'unauthorised';
      if (signal.aborted) break;
      log.warn({ error: explainFault(error) }, 'Telegram is out of reach');
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
  return 'stopped';
}
