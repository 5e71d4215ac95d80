import type { Update } from 'telegraf/types';

/** Runs what belongs to one chat one after the other, and what belongs to different chats side by side. */
export interface Sequence {
  run(chatId: number, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is running. */
  settled(): Promise<void>;
}

/** A chat that sends faster than it can be answered is not heard beyond this many updates that wait. */
const MOST_WAITING = 200;

interface Lane {
  readonly last: Promise<void>;
  readonly waiting: number;
}

/**
 * Work must not throw: whatever it throws goes to `onError`, and the chat's next work runs all the same. Work that
 * comes while too much of the chat's waits is left out, and told to `onError`.
 */
export function createSequence(onError: (error: unknown) => void): Sequence {
  const lanes = new Map<number, Lane>();

  function leave(chatId: number): void {
    const lane = lanes.get(chatId);
    if (lane === undefined || lane.waiting <= 1) lanes.delete(chatId);
    else lanes.set(chatId, { ...lane, waiting: lane.waiting - 1 });
  }

  return {
    async run(chatId, work) {
      const { last, waiting } = lanes.get(chatId) ?? { last: Promise.resolve(), waiting: 0 };
      if (waiting >= MOST_WAITING) return onError(new Error(`chat ${chatId} sends faster than it can be answered`));
      const turn = last.then(work).catch(onError);
      lanes.set(chatId, { last: turn, waiting: waiting + 1 });
      await turn;
      leave(chatId);
    },
    async settled() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ last }) => last));
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
