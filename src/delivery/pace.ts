import { createOverallPace, type StartedCall } from './overall-pace.ts';

/** One message a second in a chat: a second after the answer to the last, and a little more after a quick one. */
const CHAT_GAP_MS = 1100;
const CHAT_GAP_AFTER_ANSWER_MS = 1000;

/** 20 messages a minute in a group, a supergroup or a channel; the tenth of a second absorbs the network's jitter. */
const GROUP_LIMIT = 20;
const GROUP_WINDOW_MS = 60_100;

/** What has been sent lately, and from when on more may be. Times are monotonic milliseconds. */
export interface Pace {
  /** When the next call may start, whatever its chat. */
  openAt(): number;
  /** When the next call to this chat may start, as far as the chat is concerned. */
  chatOpenAt(chatId: number, grouped: boolean): number;
  /** Says that nobody has waited until now. */
  wasIdle(now: number): void;
  /** Counts a call that starts now. */
  started(now: number, chatId: number, grouped: boolean): StartedCall;
  /** Until when Telegram asked to leave this chat alone, or everybody. */
  pausedUntil(chatId: number): number;
  pause(until: number): void;
  pauseChat(now: number, chatId: number, until: number): void;
}

/** Keeps count of the starts within the windows and of nothing else, so its memory is bounded by the rate. */
export function createPace(messagesPerSecond: number): Pace {
  const overall = createOverallPace(messagesPerSecond);
  let allPausedUntil = Number.NEGATIVE_INFINITY;
  // Both are kept in the order of the last start, so that what is over is found at the front.
  const lastStart = new Map<number, number>();
  const groupStarts = new Map<number, number[]>();
  const pauses = new Map<number, number>();

  /** A chat's last call counts from the latest time that is known of it. */
  function note(chatId: number, at: number): void {
    if (at > (lastStart.get(chatId) ?? Number.NEGATIVE_INFINITY)) moveToEnd(lastStart, chatId, at);
  }

  function noteGroup(chatId: number, now: number): void {
    moveToEnd(groupStarts, chatId, [...(groupStarts.get(chatId) ?? []), now].slice(-GROUP_LIMIT));
    dropFromFront(groupStarts, (times) => (times.at(-1) ?? now) <= now - GROUP_WINDOW_MS);
  }

  return {
    openAt: () => Math.max(overall.openAt(), allPausedUntil),

    chatOpenAt: (chatId, grouped) => {
      const gap = (lastStart.get(chatId) ?? Number.NEGATIVE_INFINITY) + CHAT_GAP_MS;
      const group = grouped ? groupOpenAt(groupStarts.get(chatId)) : Number.NEGATIVE_INFINITY;
      return Math.max(gap, group, pauses.get(chatId) ?? Number.NEGATIVE_INFINITY);
    },

    wasIdle: overall.wasIdle,

    started: (now, chatId, grouped) => {
      dropFromFront(lastStart, (start) => start <= now - CHAT_GAP_MS);
      note(chatId, now);
      if (grouped) noteGroup(chatId, now);
      const call = overall.started(now);
      return {
        written: (at) => {
          note(chatId, at);
          call.written(at);
        },
        answered: (at) => {
          note(chatId, at + CHAT_GAP_AFTER_ANSWER_MS - CHAT_GAP_MS);
          call.answered(at);
        },
      };
    },

    pausedUntil: (chatId) => Math.max(allPausedUntil, pauses.get(chatId) ?? Number.NEGATIVE_INFINITY),

    pause: (until) => {
      allPausedUntil = Math.max(allPausedUntil, until);
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
