import type { Timer } from '../delivery/timer.ts';
import type { Sequence } from './sequence.ts';

/** Work that waits for quiet: put off again each time something more comes. */
export interface Later {
  /** Runs `work` after so many milliseconds, in turn with what the chat does; a later call for the same key replaces it. */
  readonly later: (key: string, chatId: number, delayMs: number, work: () => Promise<void>) => void;
  /**
   * What was put off in a chat since this was last asked: resolves when all of it is done, or something later has
   * taken its place, and never where it was called off. Undefined where nothing was put off.
   */
  readonly takePutOff: (chatId: number) => Promise<unknown> | undefined;
  /** Calls off all that waits. */
  readonly stop: () => void;
}

interface PutOff {
  readonly callOff: () => void;
  readonly done: () => void;
}

/** What the work throws goes to `onError`. */
export function createLater(sequence: Sequence, timer: Timer, onError: (error: unknown) => void): Later {
  const waiting = new Map<string, PutOff>();
  const untaken = new Map<number, Promise<void>[]>();

  function replace(key: string): void {
    waiting.get(key)?.callOff();
    waiting.get(key)?.done();
  }

  return {
    later(key, chatId, delayMs, work) {
      replace(key);
      const { promise, resolve: done } = Promise.withResolvers<void>();
      const run = () => {
        waiting.delete(key);
        void sequence.run(chatId, work).catch(onError).then(done);
      };
      waiting.set(key, { callOff: timer.after(delayMs, run), done });
      untaken.set(chatId, [...(untaken.get(chatId) ?? []), promise]);
    },
    takePutOff(chatId) {
      const found = untaken.get(chatId);
      untaken.delete(chatId);
      return found && Promise.all(found);
    },
    stop() {
      for (const { callOff } of waiting.values()) callOff();
      waiting.clear();
    },
  };
}
