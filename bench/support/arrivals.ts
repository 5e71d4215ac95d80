/** What Telegram allows, as the server of the benchmarks enforces it; 0 for no limit. */
export interface Limits {
  /** Messages in any sliding second over all chats. */
  readonly perSecond: number;
  /** Milliseconds between two messages to one chat. */
  readonly chatGapMs: number;
  /** Messages to one group in any sliding minute. */
  readonly groupPerMinute: number;
}

/** What has arrived at the server. Every arrival counts for the worst second, also one that was refused. */
export interface ArrivalCount {
  readonly accepted: number;
  /** Calls that were answered 429. */
  readonly refused: number;
  /** The most arrivals in any sliding second. */
  readonly worstSecond: number;
  /** The shortest time between two arrivals for one chat, in milliseconds; null where no chat got two. */
  readonly shortestChatGapMs: number | null;
  readonly chats: number;
  /** Messages that a chat got more than once, each further copy counted. */
  readonly doubles: number;
  /** When it was counted, in milliseconds of the server's clock. */
  readonly at: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

interface ChatArrivals {
  last: number;
  lastAccepted: number;
  /** Of the last minute. */
  times: number[];
  readonly copies: Map<string, number>;
}

/** Counts arrivals by the clock of the server, and says which are too many. */
export function countArrivals(limits: Limits) {
  const accepted: number[] = [];
  const arrived: number[] = [];
  const chats = new Map<number, ChatArrivals>();
  let firstOfSecond = 0;
  let refused = 0;
  let worstSecond = 0;
  let shortestChatGapMs = Number.POSITIVE_INFINITY;

  function note(at: number, chatId: number): ChatArrivals {
    arrived.push(at);
    while ((arrived[firstOfSecond] ?? at) <= at - SECOND_MS) firstOfSecond++;
    worstSecond = Math.max(worstSecond, arrived.length - firstOfSecond);
    const never = Number.NEGATIVE_INFINITY;
    const chat = chats.get(chatId) ?? { last: never, lastAccepted: never, times: [], copies: new Map() };
    chats.set(chatId, chat);
    shortestChatGapMs = Math.min(shortestChatGapMs, at - chat.last);
    chat.last = at;
    return chat;
  }

  /** True where the message is accepted. */
  function arrive(at: number, chatId: number, text: string): boolean {
    const chat = note(at, chatId);
    const { perSecond, chatGapMs, groupPerMinute } = limits;
    chat.times = chat.times.filter((time) => time > at - MINUTE_MS);
    const isTooMany =
      (perSecond > 0 && (accepted.at(-perSecond) ?? Number.NEGATIVE_INFINITY) > at - SECOND_MS) ||
      at - chat.lastAccepted < chatGapMs ||
      (chatId < 0 && groupPerMinute > 0 && chat.times.length >= groupPerMinute);
    if (isTooMany) {
      refused++;
      return false;
    }
    accepted.push(at);
    chat.lastAccepted = at;
    chat.times.push(at);
    chat.copies.set(text, (chat.copies.get(text) ?? 0) + 1);
    return true;
  }

  function count(at: number): ArrivalCount {
    const copies = [...chats.values()].flatMap((chat) => [...chat.copies.values()]);
    return {
      accepted: accepted.length,
      refused,
      worstSecond,
      shortestChatGapMs: Number.isFinite(shortestChatGapMs) ? shortestChatGapMs : null,
      chats: [...chats.values()].filter((chat) => chat.copies.size > 0).length,
      doubles: copies.reduce((sum, times) => sum + times - 1, 0),
      at,
    };
  }

  return { arrive, count };
}
