import type { Sequence } from './sequence.ts';

/** Work that waits for quiet: put off again each time something more comes. */
export interface Later {
  /** Runs `work` after so many milliseconds, in turn with what the chat does; a later call for the same key replaces it. */
  readonly later: (key: string, chatId: number, delayMs: number, work: () => Promise<void>) => void;
  /** Calls off all that waits. */
  readonly stop: () => void;
}

export function createLater(sequence: Sequence): Later {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    later(key, chatId, delayMs, work) {
      clearTimeout(waiting.get(key));
      const run = () => {
        waiting.delete(key);
        void sequence.run(chatId, work);
      };
      waiting.set(key, setTimeout(run, delayMs));
    },
    stop() {
      for (const timeout of waiting.values()) clearTimeout(timeout);
      waiting.clear();
    },
  };
}
