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

/** The chat that an update belongs to; a person's own id where it belongs to none. */
export function chatOfUpdate(update: Update): number {
  if ('message' in update) return update.message.chat.id;
  if ('edited_message' in update) return update.edited_message.chat.id;
  if ('channel_post' in update) return update.channel_post.chat.id;
  if ('my_chat_member' in update) return update.my_chat_member.chat.id;
  if ('callback_query' in update) return update.callback_query.message?.chat.id ?? update.callback_query.from.id;
  return 0;
}
