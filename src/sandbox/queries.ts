import { randomInt } from 'node:crypto';
import type { World } from './world.ts';

export type CallbackAnswer = {
  text: string | undefined;
  alert: boolean;
  url: string | undefined;
};

export type InlineAnswer = { results: Record<string, unknown>[]; nextOffset: string };

type Waiting<T> = { until: number; answer: (value: T) => void };

export type Queries = ReturnType<typeof createQueries>;

/** No exact bound is public; a press was seen to be too late after some seconds. */
const CALLBACK_MS = 15_000;
const INLINE_MS = 10_000;

/** Presses and inline queries that wait for the bot's answer. Each is answered once, and only for a while. */
export function createQueries(world: World) {
  return {
    callbacks: waitingRoom<CallbackAnswer>(world, CALLBACK_MS),
    inline: waitingRoom<InlineAnswer>(world, INLINE_MS),
  };
}

function waitingRoom<T>(world: World, lifetimeMs: number) {
  const waiting = new Map<string, Waiting<T>>();
  return {
    /** A new query: its id, and the answer, or undefined once it is too late for one. */
    ask(): { id: string; answer: Promise<T | undefined> } {
      const id = `${world.seconds()}${randomInt(1_000_000, 9_999_999)}${randomInt(100_000, 999_999)}`;
      const answer = new Promise<T | undefined>((resolve) => {
        const timer = setTimeout(() => resolve(undefined), lifetimeMs);
        timer.unref();
        waiting.set(id, {
          until: world.milliseconds() + lifetimeMs,
          answer(value) {
            clearTimeout(timer);
            resolve(value);
          },
        });
      });
      return { id, answer };
    },
    /** Whether there is such a query that may still be answered. */
    waits(id: string): boolean {
      return (waiting.get(id)?.until ?? 0) >= world.milliseconds();
    },
    /** Whether there was such a query and it was not too late. */
    answer(id: string, value: T): boolean {
      const query = waiting.get(id);
      waiting.delete(id);
      if (!query || query.until < world.milliseconds()) return false;
      query.answer(value);
      return true;
    },
  };
}
