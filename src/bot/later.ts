import type { Timer } from '../delivery/timer.ts';
import type { Sequence } from './sequence.ts';

/** Work that waits for quiet: put off again each time something more comes. */
export interface Later {
  /** Runs `work` after so many milliseconds, in turn with what the chat does; a later call for the same key replaces it. */
  readonly later: (key: string, chatId: number, delayMs: number, work: () => Promise<void>) => void;
  /** Calls off all that waits. */
  readonly stop: () => void;
}

export function createLater(sequence: Sequence, timer: Timer): Later {
  /** By key, what calls the work off. */
  const waiting = new Map<string, () => void>();
  return {
    later(key, chatId, delayMs, work) {
      waiting.get(key)?.();
      const run = () => {
        waiting.delete(key);
        void sequence.run(chatId, work);
      };
      waiting.set(key, timer.after(delayMs, run));
    },
    stop() {
      for (const callOff of waiting.values()) callOff();
      waiting.clear();
    },
  };
}
