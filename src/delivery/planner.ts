import type { Temporal } from 'temporal-polyfill';
import type { Chat } from './chat.ts';
import { planNext } from './settings.ts';

/** Plans the next briefing of many active chats from one instant on. */
export interface Planner {
  next(chat: Chat): Temporal.Instant | undefined;
}

/** The arithmetic of zones takes some 40 µs, and most of a million chats share a schedule and a zone. */
export function createPlanner(now: Temporal.Instant): Planner {
  const planned = new Map<string, Temporal.Instant | undefined>();
  return {
    next: (chat) => {
      const key = `${chat.timeZone} ${chat.schedule?.times} ${chat.schedule?.days}`;
      if (!planned.has(key)) planned.set(key, planNext(chat, now));
      return planned.get(key);
    },
  };
}
