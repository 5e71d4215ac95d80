import type { Temporal } from 'temporal-polyfill';
import type { SendOutcome } from './messenger.ts';

/** What to do about a message after a call. */
export type Decision =
  | { readonly kind: 'sent'; readonly messageId: number; readonly at: Temporal.Instant }
  /** `holdSeconds` is the wait that Telegram asked for, where it did. */
  | {
      readonly kind: 'retry';
      readonly notBefore: Temporal.Instant;
      readonly error: string;
      readonly holdSeconds: number | undefined;
    }
  /** Nothing more goes to this chat until it comes back by itself. */
  | { readonly kind: 'chat-gone'; readonly error: string }
  /** Everything moves to the new id; then the message is tried again. */
  | { readonly kind: 'migrate'; readonly to: number }
  /** The chat's forum topic is forgotten; then the message is tried again in the general one. */
  | { readonly kind: 'drop-thread'; readonly error: string }
  | { readonly kind: 'refuse'; readonly error: string }
  /** Nothing can be sent by anyone: the process stops, and the message stays where it is. */
  | { readonly kind: 'stop' };

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const LONGEST_MS = 5 * MINUTE_MS;
const LONGEST_AFTER_UNKNOWN_MS = 60 * MINUTE_MS;

/** Dropping the topic and moving the chat cure such a refusal at once; where they did not, nothing will. */
const MOST_ATTEMPTS_AT_A_MOVE = 5;

/**
 * Decides what becomes of a message.
 *
 * A message is never given up for a fault of the network or of Telegram (`unreachable`, `unknown`): it is tried again
 * after one second, then two, four … up to five minutes, each shortened at random by up to a half. Where nobody knows
 * whether it arrived, it is sent once more soon, as a possible double; if that is not known either, the next come
 * after a minute, two, four … up to an hour, for each may be a copy. A wait that Telegram asked for is
 * never cut short, and is lengthened by up to a second so that not everything comes back at once.
 *
 * @param attempts calls begun for this message, this one included
 * @param random a number from 0 up to but not including 1
 */
export function decide(outcome: SendOutcome, attempts: number, now: Temporal.Instant, random: () => number): Decision {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', messageId: outcome.messageId, at: now };
    case 'wait':
      return retryAfter(outcome.seconds * SECOND_MS + random() * SECOND_MS, now, '429', outcome.seconds);
    case 'unreachable':
      return retryAfter(backoff(SECOND_MS, attempts, LONGEST_MS, random), now, outcome.error);
    case 'unknown':
      return retryAfter(backoffAfterUnknown(attempts, random), now, outcome.error);
    case 'migrated':
      if (attempts > MOST_ATTEMPTS_AT_A_MOVE) return { kind: 'refuse', error: `moves for ever, now to ${outcome.to}` };
      return { kind: 'migrate', to: outcome.to };
    case 'topic-gone':
      if (attempts > MOST_ATTEMPTS_AT_A_MOVE) return { kind: 'refuse', error: outcome.error };
      return { kind: 'drop-thread', error: outcome.error };
    case 'chat-gone':
      return { kind: 'chat-gone', error: outcome.error };
    case 'refused':
      return { kind: 'refuse', error: outcome.error };
    case 'unauthorised':
      return { kind: 'stop' };
    default:
      return outcome satisfies never;
  }
}

function retryAfter(ms: number, now: Temporal.Instant, error: string, holdSeconds?: number): Decision {
  return { kind: 'retry', notBefore: now.add({ milliseconds: Math.ceil(ms) }), error, holdSeconds };
}

function backoffAfterUnknown(attempts: number, random: () => number): number {
  if (attempts <= 1) return backoff(SECOND_MS, 1, LONGEST_MS, random);
  return backoff(2 * MINUTE_MS, attempts - 1, LONGEST_AFTER_UNKNOWN_MS, random);
}

function backoff(firstMs: number, attempts: number, longestMs: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1));
  return full / 2 + random() * (full / 2);
}
