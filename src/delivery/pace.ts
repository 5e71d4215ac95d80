/**
 * Telegram allows about 30 messages in any second. One millisecond more keeps two starts that a clock rounds
 * differently from falling into one second.
 */
const OVERALL_WINDOW_MS = 1001;

/** One message a second in a chat; the tenth more absorbs the network's jitter, and costs nobody anything. */
const CHAT_GAP_MS = 1100;

/** 20 messages a minute in a group, a supergroup or a channel, with the same allowance. */
const GROUP_LIMIT = 20;
const GROUP_WINDOW_MS = 60_100;

/** A timer that rings late may be made up for by this much; longer stalls are lost, for a burst draws a 429. */
const CATCH_UP_MS = 10;

/** What has been sent lately, and from when on more may be. Times are monotonic milliseconds. */
export interface Pace {
  /** When the next call may start, whatever its chat. */
  openAt(): number;
  /** When the next call to this chat may start, as far as the chat is concerned. */
  chatOpenAt(chatId: number, grouped: boolean): number;
  started(now: number, chatId: number, grouped: boolean): void;
  pause(until: number): void;
  pauseChat(now: number, chatId: number, until: number): void;
}

/**
 * Keeps count of the starts within the windows and of nothing else, so its memory is bounded by the rate. The overall
 * limit is a ring of the last starts (no sliding second ever holds more) beside an even spacing (so that a
 * jittery network does not make a burst of what was sent within the limit).
 */
export function createPace(messagesPerSecond: number): Pace {
  const starts = new Float64Array(Math.max(1, Math.floor(messagesPerSecond))).fill(Number.NEGATIVE_INFINITY);
  const spacing = OVERALL_WINDOW_MS / starts.length;
  let oldest = 0;
  let nextSlot = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  // Both are kept in the order of the last start, so that what is over is found at the front.
  const lastStart = new Map<number, number>();
  const groupStarts = new Map<number, number[]>();
  const pauses = new Map<number, number>();

  return {
    openAt: () => Math.max(at(starts, oldest) + OVERALL_WINDOW_MS, nextSlot, pausedUntil),

    chatOpenAt: (chatId, grouped) => {
      const gap = (lastStart.get(chatId) ?? Number.NEGATIVE_INFINITY) + CHAT_GAP_MS;
      const group = grouped ? groupOpenAt(groupStarts.get(chatId)) : Number.NEGATIVE_INFINITY;
      return Math.max(gap, group, pauses.get(chatId) ?? Number.NEGATIVE_INFINITY);
    },

    started: (now, chatId, grouped) => {
      starts[oldest] = now;
      oldest = (oldest + 1) % starts.length;
      nextSlot = Math.max(nextSlot, now - CATCH_UP_MS) + spacing;
      moveToEnd(lastStart, chatId, now);
      dropFromFront(lastStart, (start) => start <= now - CHAT_GAP_MS);
      if (!grouped) return;
      moveToEnd(groupStarts, chatId, [...(groupStarts.get(chatId) ?? []), now].slice(-GROUP_LIMIT));
      dropFromFront(groupStarts, (times) => (times.at(-1) ?? now) <= now - GROUP_WINDOW_MS);
    },

    pause: (until) => {
      pausedUntil = Math.max(pausedUntil, until);
    },

    pauseChat: (now, chatId, until) => {
      for (const [chat, end] of pauses) if (end <= now) pauses.delete(chat);
      pauses.set(chatId, Math.max(pauses.get(chatId) ?? until, until));
    },
  };
}

function groupOpenAt(times: readonly number[] | undefined): number {
  const first = times?.at(-GROUP_LIMIT);
  return first === undefined ? Number.NEGATIVE_INFINITY : first + GROUP_WINDOW_MS;
}

function at(ring: Float64Array, index: number): number {
  return ring[index] ?? Number.NEGATIVE_INFINITY;
}

function moveToEnd<T>(map: Map<number, T>, key: number, value: T): void {
  map.delete(key);
  map.set(key, value);
}

function dropFromFront<T>(map: Map<number, T>, isOver: (value: T) => boolean): void {
  for (const [key, value] of map) {
    if (!isOver(value)) return;
    map.delete(key);
  }
}
