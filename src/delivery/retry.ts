import type { Temporal } from 'temporal-polyfill';
import type { SendOutcome } from './messenger.ts';

/** What to do about a message after a call. */
export type Decision =
  | { readonly kind: 'sent'; readonly messageId: number; readonly at: Temporal.Instant }
  | {
      readonly kind: 'retry';
      readonly notBefore: Temporal.Instant;
      readonly error: string;
      /** False where the call says nothing of this message: the next delay is no longer for it. */
      readonly spent: boolean;
      /** True where the message may have arrived. */
      readonly possibleDouble: boolean;
    }
  /** Nothing more goes to this chat until it comes back by itself. */
  | { readonly kind: 'chat-gone'; readonly error: string }
  /** Everything moves to the new id; then the message is tried again. */
  | { readonly kind: 'migrate'; readonly to: number; readonly notBefore: Temporal.Instant }
  /** The chat's forum topic is forgotten; then the message is tried again in the general one. */
  | { readonly kind: 'drop-thread'; readonly error: string }
  | { readonly kind: 'refuse'; readonly error: string }
  /** Nothing can be sent by anyone: the process stops, and the message stays where it is. */
  | { readonly kind: 'stop' };

/** What is known when it is decided. */
export interface Circumstances {
  /** Calls begun for this message that count, this one included. */
  readonly attempts: number;
  /** True while no call gets an answer: the whole sender waits, and this message need not by itself. */
  readonly outage: boolean;
  readonly now: Temporal.Instant;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const LONGEST_MS = 5 * MINUTE_MS;
const LONGEST_AFTER_UNKNOWN_MS = 60 * MINUTE_MS;

/**
 * A chat that has moved gets its message at once. Where so many calls were in vain, by moves or by other faults, the
 * delay grows with each: ids that name each other are not followed in circles, and no message is given up for it.
 */
const ATTEMPTS_WITHOUT_DELAY = 5;

/**
 * Decides what becomes of a message.
 *
 * A message is never given up for a fault of the network or of Telegram (`unreachable`, `unknown`): it is tried again
 * after one second, then two, four … up to five minutes, each shortened at random by up to a half. Where nobody knows
 * whether it arrived, it is sent once more just as soon, as a possible double; a second call that nobody knows of is
 * no reason to keep a reader waiting, but as each may be a copy, the delays go on doubling up to an hour. In
 * an outage the sender waits as a whole, so a message waits no longer than that, and its own delays do not grow.
 * A wait that Telegram asked for is never cut short, and is lengthened by up to a second so that not everything
 * comes back at once.
 */
export function decide(outcome: SendOutcome, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', messageId: outcome.messageId, at: now };
    case 'wait': {
      const notBefore = after(outcome.seconds * SECOND_MS + circumstances.random() * SECOND_MS, now);
      return { kind: 'retry', notBefore, error: '429', spent: false, possibleDouble: false };
    }
    case 'unreachable':
      return { ...tryAgain(outcome.error, LONGEST_MS, circumstances), possibleDouble: false };
    case 'unknown':
      return { ...tryAgain(outcome.error, LONGEST_AFTER_UNKNOWN_MS, circumstances), possibleDouble: true };
    case 'migrated':
      return { kind: 'migrate', to: outcome.to, notBefore: afterMove(circumstances) };
    case 'topic-gone':
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

function afterMove(circumstances: Circumstances): Temporal.Instant {
  const attempts = circumstances.attempts - ATTEMPTS_WITHOUT_DELAY;
  return attempts <= 0 ? circumstances.now : tryAgain('moved', LONGEST_MS, { ...circumstances, attempts }).notBefore;
}

function tryAgain(error: string, longestMs: number, { attempts, outage, now, random }: Circumstances) {
  if (outage) return { kind: 'retry' as const, notBefore: now, error, spent: false };
  const full = Math.min(longestMs, SECOND_MS * 2 ** Math.max(0, attempts - 1));
  return { kind: 'retry' as const, notBefore: after(full / 2 + random() * (full / 2), now), error, spent: true };
}

function after(ms: number, now: Temporal.Instant): Temporal.Instant {
  return now.add({ milliseconds: Math.ceil(ms) });
}
