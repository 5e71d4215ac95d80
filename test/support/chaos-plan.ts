import { Temporal } from 'temporal-polyfill';
import type { EditionPart } from '../../src/delivery/outbox.ts';

/** What the chaos and the process that it kills agree on. */

/** When the briefings are due, on the clock of the process. */
export const START = Temporal.Instant.from('2026-03-02T03:00:00Z');

/** How much faster than the wall's that clock runs; Telegram's limits are kept on it. */
export const HASTE = 10;

/** A rate at which there is still something to send when the process is killed for the last time. */
export const MESSAGES_PER_SECOND = 18;

/** What everybody is due: a briefing of two messages. */
export const BRIEFING: readonly EditionPart[] = ['The lake is shared.', 'The river is not.'].map((html) => ({
  message: { html, buttons: [] },
  articleIds: [],
}));

/** How a question is answered: `ask 7` with `answer 7`. */
export function answerTo(question: string): string | undefined {
  const number = /^ask (\d+)$/.exec(question)?.[1];
  return number && `answer ${number}`;
}
