/** Work on its way: side by side over the chats, one after the other within each. */
export interface Lanes {
  size(): number;
  has(id: number): boolean;
  /** Begins the work as soon as the chat's earlier work is done. It must not throw. */
  add(chatId: number, id: number, work: () => Promise<void>): void;
  /** Resolves when all that was added is done. */
  empty(): Promise<void>;
}

export function createLanes(onDone: () => void): Lanes {
  const ids = new Set<number>();
  const lastOfChat = new Map<number, Promise<void>>();

  function add(chatId: number, id: number, work: () => Promise<void>): void {
    ids.add(id);
    const done = (lastOfChat.get(chatId) ?? Promise.resolve()).then(work).finally(() => {
      ids.delete(id);
      if (lastOfChat.get(chatId) === done) lastOfChat.delete(chatId);
      onDone();
    });
    lastOfChat.set(chatId, done);
  }

  return {
    size: () => ids.size,
    has: (id) => ids.has(id),
    add,
    empty: async () => {
      await Promise.all(lastOfChat.values());
    },
  };
}
