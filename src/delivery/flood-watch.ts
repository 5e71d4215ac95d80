import type { Timer } from './timer.ts';

/** Tells what a wait that Telegram asks for is about: it never says. */
export interface FloodWatch {
  /** Notes a wait, and says whether it is this chat's own or everybody's. */
  waitAsked(chatId: number, seconds: number): 'chat' | 'everything';
  /** Milliseconds for which the chat is still to be left alone; 0 for none. */
  heldFor(chatId: number): number;
}

/** One chat that is told to wait has its own limit; so many within this time have met the limit of all. */
const CHATS_FOR_EVERYTHING = 3;
const WITHIN_MS = 2000;

export function createFloodWatch(timer: Timer): FloodWatch {
  /** By chat, in the order of the last wait asked for. */
  const waits = new Map<number, { readonly askedAt: number; readonly until: number }>();

  return {
    waitAsked: (chatId, seconds) => {
      const now = timer.now();
      for (const [chat, { askedAt, until }] of waits) {
        if (until <= now && askedAt <= now - WITHIN_MS) waits.delete(chat);
      }
      waits.delete(chatId);
      waits.set(chatId, { askedAt: now, until: now + seconds * 1000 });
      const recent = [...waits.values()].filter(({ askedAt }) => askedAt > now - WITHIN_MS);
      return recent.length >= CHATS_FOR_EVERYTHING ? 'everything' : 'chat';
    },
    heldFor: (chatId) => Math.max(0, (waits.get(chatId)?.until ?? 0) - timer.now()),
  };
}
