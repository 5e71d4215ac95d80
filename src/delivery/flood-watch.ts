import type { Timer } from './timer.ts';

/** Tells what a wait that Telegram asks for is about: it never says. */
export interface FloodWatch {
  /** Notes a wait, and says whether it is this chat's own or everybody's. */
  waitAsked(chatId: number): 'chat' | 'everything';
}

/** One chat that is told to wait has its own limit; so many within this time have met the limit of all. */
const CHATS_FOR_EVERYTHING = 3;
const WITHIN_MS = 2000;

export function createFloodWatch(timer: Timer): FloodWatch {
  /** When each chat was last asked, in that order. */
  const askedAt = new Map<number, number>();

  return {
    waitAsked: (chatId) => {
      const now = timer.now();
      askedAt.delete(chatId);
      askedAt.set(chatId, now);
      for (const [chat, at] of askedAt) if (at <= now - WITHIN_MS) askedAt.delete(chat);
      return askedAt.size >= CHATS_FOR_EVERYTHING ? 'everything' : 'chat';
    },
  };
}
