/** Runs what belongs to one chat one after the other, and what belongs to different chats side by side. */
export interface Sequence {
  /** Ends as the work ends, also where it throws; the chat's next work runs all the same. */
  run(chatId: number, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is running. */
  settled(): Promise<void>;
}

export function createSequence(): Sequence {
  /** By chat, the end of its last work, however that ended. */
  const ends = new Map<number, Promise<void>>();
  return {
    async run(chatId, work) {
      const turn = (ends.get(chatId) ?? Promise.resolve()).then(work);
      const end = turn
        .catch(() => {})
        .then(() => {
          if (ends.get(chatId) === end) ends.delete(chatId);
        });
      ends.set(chatId, end);
      await turn;
    },
    async settled() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
