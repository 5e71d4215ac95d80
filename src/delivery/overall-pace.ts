/**
 * Telegram allows about 30 messages in any second, and 1,000 where they are paid for. Half a millisecond more keeps two
 * starts that a clock rounds differently from falling into one second.
 */
const FREE_LIMIT = 30;
const PAID_LIMIT = 1000;
const WINDOW_MS = 1000.5;

/** What a stall of the program has cost is made up for, but not by a burst longer or larger than this. */
const CATCH_UP_MS = 250;
const CATCH_UP_MESSAGES = 50;

/**
 * A call is taken to have arrived no later than this after it might have, whenever its answer comes. At 28 a second, of
 * which Telegram takes 30, so much is for free; who sends as much as Telegram takes has to wait for stragglers.
 */
const LATEST_MS = { below: 70, atTheLimit: 250 };

/** By how much the quickest answer is forgotten with each that is slower: a network may become slower for good. */
const FORGETTING = 1.002;

/** The pace over all chats. Times are monotonic milliseconds. */
export interface OverallPace {
  /** When the next call may start. */
  openAt(): number;
  /** Says that nobody has waited until now: what was not used is not made up for. */
  wasIdle(now: number): void;
  /** Counts a call that starts now. */
  started(now: number): StartedCall;
}

/** A call that was counted, and is to be told what becomes of it. */
export interface StartedCall {
  /** It was written to its connection: later than it started where that had to be made, or the program stood still. */
  written(at: number): void;
  answered(at: number): void;
}

/**
 * Keeps three rules at once. No sliding second holds more starts than the rate. Starts are evenly spaced, so that a
 * jittery network does not make a burst of them. And no sliding second holds more *arrivals* than Telegram takes,
 * as far as answers tell: one that took longer than the quickest of late may be the answer to a call that was held up,
 * so its call counts from then on.
 */
export function createOverallPace(messagesPerSecond: number): OverallPace {
  const limit = messagesPerSecond <= FREE_LIMIT ? FREE_LIMIT : PAID_LIMIT;
  const latest = messagesPerSecond < limit ? LATEST_MS.below : LATEST_MS.atTheLimit;
  const spacing = WINDOW_MS / messagesPerSecond;
  const catchUp = Math.min(CATCH_UP_MS, CATCH_UP_MESSAGES * spacing);
  const starts = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  const arrivals = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let count = 0;
  let nextSlot = Number.NEGATIVE_INFINITY;
  let quickest = Number.POSITIVE_INFINITY;

  /** The time of the call that stands so many before the next one. */
  function before(times: Float64Array, calls: number): number {
    return times[(count + limit - calls) % limit] ?? Number.NEGATIVE_INFINITY;
  }

  return {
    openAt: () =>
      Math.max(before(starts, messagesPerSecond) + WINDOW_MS, before(arrivals, limit) + WINDOW_MS, nextSlot),

    wasIdle: (now) => {
      nextSlot = Math.max(nextSlot, now);
    },

    started: (now) => {
      const own = count++;
      let since = now;
      const countFrom = (start: number, arrival: number) => {
        // Later calls may have its place by now.
        if (count - own > limit) return;
        starts[own % limit] = start;
        arrivals[own % limit] = arrival;
      };
      countFrom(now, now + latest);
      nextSlot = Math.max(nextSlot, now - catchUp) + spacing;
      return {
        written: (at) => {
          since = at;
          countFrom(at, at + latest);
        },
        answered: (at) => {
          const took = at - since;
          quickest = Math.min(took, quickest * FORGETTING);
          // What is quick on this network is not known in the first second, and a program that starts is slow itself.
          const late = count > limit ? took - quickest : took;
          countFrom(since, since + Math.min(latest, late));
        },
      };
    },
  };
}
