import { TelegramError } from 'telegraf';
import type { Log } from '../../delivery/log.ts';
import type { Timer } from '../../delivery/timer.ts';
import { explainFault } from './patience.ts';

/** Says what stands in the way of receiving: each thing once for as long as it lasts, not at each try. */
export interface FaultLog {
  fault(error: unknown): void;
  mended(): void;
}

export const WEBHOOK_DELETED =
  'a webhook stands in the way of polling, and is deleted: if it comes back, stop what sets it';

/** Two that poll end each other's calls in turn, with answers in between: it is over when it has been quiet so long. */
const CONFLICT_OVER_MS = 10 * 60_000;

export function createFaultLog(log: Log, timer: Timer): FaultLog {
  let told: string | undefined;
  let conflictAt = Number.NEGATIVE_INFINITY;

  function conflict(line: string): void {
    if (timer.now() - conflictAt > CONFLICT_OVER_MS) log.error({}, line);
    conflictAt = timer.now();
  }

  return {
    fault(error) {
      if (error instanceof TelegramError && error.code === 409) return conflict(conflictLine(error));
      const line = explainFault(error);
      if (line !== told) log.warn({ error: line }, 'updates cannot be received: it is tried again and again');
      told = line;
    },
    mended() {
      if (told !== undefined) log.info({}, 'updates are received again');
      told = undefined;
    },
  };
}

function conflictLine({ description }: TelegramError): string {
  return /use deleteWebhook|setWebhook/i.test(description)
    ? WEBHOOK_DELETED
    : 'another process polls with the same token, so that each gets only a part of the updates: stop the other one';
}
