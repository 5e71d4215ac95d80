import type { Update } from 'telegraf/types';

/** Runs what belongs to one chat one after the other, and what belongs to different chats side by side. */
export interface Sequence {
  run(chatId: number, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is running. */
  settled(): Promise<void>;
}

/** Work must not throw: whatever it throws goes to `onError`, and the chat's next work runs all the same. */
export function createSequence(onError: (error: unknown) => void): Sequence {
  const last = new Map<number, Promise<void>>();
  return {
    run(chatId, work) {
      const turn = (last.get(chatId) ?? Promise.resolve()).then(work).catch(onError);
      last.set(chatId, turn);
      return turn.finally(() => {
        if (last.get(chatId) === turn) last.delete(chatId);
      });
    },
    async settled() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

/**
 * The chat that an update belongs to; a person's own id where it belongs to none, and 0 where it says neither. Asks for
 * no shape: an update that is malformed must get its turn like any other, and be refused in it.
 */
export function chatOfUpdate(update: Update): number {
  const happening = Object.values(update).find((value) => typeof value === 'object' && value !== null);
  return idOf(happening, 'chat') ?? idOf(field(happening, 'message'), 'chat') ?? idOf(happening, 'from') ?? 0;
}

function idOf(happening: unknown, name: string): number | undefined {
  const id = field(field(happening, name), 'id');
  return typeof id === 'number' ? id : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
