import { TelegramError } from 'telegraf';
import { withoutToken } from '../without-token.ts';
import type { TelegrafSignal } from './client.ts';

const SHORTEST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/**
 * How long to wait after so many faults in a row before this one: half a second, one, two … up to thirty, each up to a
 * quarter shorter or longer by chance, so that not everybody comes back at once; or as long as Telegram says.
 */
export function delayAfter(faultsBefore: number, error: unknown, random: () => number): number {
  if (error instanceof TelegramError && error.parameters?.retry_after) return error.parameters.retry_after * 1000;
  return Math.min(LONGEST_DELAY_MS, SHORTEST_DELAY_MS * 2 ** faultsBefore) * (0.75 + random() / 2);
}

/**
 * Makes a call that ends with the signal, and fails where no answer has come after so many milliseconds: a connection
 * of which the other end is gone may stay open for ever.
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal,
  call: (signal: TelegrafSignal) => Promise<T>,
): Promise<T> {
  const patience = AbortSignal.timeout(ms);
  try {
    return await call(AbortSignal.any([signal, patience]) as TelegrafSignal);
  } catch (error) {
    if (patience.aborted && !signal.aborted) throw new Error(`no answer within ${ms / 1000} seconds`);
    throw error;
  }
}

/** True where Telegram does not know the token, or no longer. */
export function isUnauthorised(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 401;
}

/** What to tell an operator of a fault, without the token that the address holds. */
export function explainFault(error: unknown): string {
  return withoutToken(error instanceof Error ? error.message : String(error));
}
