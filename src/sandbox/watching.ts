import type { UpdateQueue } from './update-queue.ts';
import type { Markup, Message } from './wire.ts';
import type { KeptMessage, World } from './world.ts';

/** A message as someone who looks at the chat sees it. */
export type SeenMessage = Message & { byBot: boolean; silent: boolean; markup: Markup | undefined };

export function seen({ wire, byBot, silent, markup }: KeptMessage): SeenMessage {
  return { ...wire, byBot, silent, markup };
}

/** Looking at chats, and waiting for what happens in them. */
export function createWatching(world: World, queue: UpdateQueue) {
  const messages = (chatId: number): SeenMessage[] => [...world.messages(chatId).values()].map(seen);

  return {
    /** The messages that stand in a chat, oldest first. */
    messages,
    botMessages: (chatId: number, after = 0): SeenMessage[] =>
      messages(chatId).filter((message) => message.byBot && message.message_id > after),
    watch: world.watch,

    /** The first message of the bot, new or edited, that fits; one that is there already counts. */
    waitForMessage(fits: (message: SeenMessage) => boolean, timeoutMs = 5000): Promise<SeenMessage> {
      const there = [...world.chats.values()]
        .flatMap((chat) => messages(chat.id))
        .find((message) => message.byBot && fits(message));
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const stop = world.watch((happening) => {
          if (happening.kind !== 'sent' && happening.kind !== 'edited') return;
          const message = seen(happening.message);
          if (!message.byBot || !fits(message)) return;
          clearTimeout(timer);
          stop();
          resolve(message);
        });
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No such message came within ${timeoutMs} ms; there are: ${newest()}`));
        }, timeoutMs);
      });
    },

    /** Resolves when the bot has confirmed an update, so will not ask for it again; whether it has handled it nobody sees. */
    async settled(updateId: number | undefined, timeoutMs = 5000): Promise<void> {
      if (updateId === undefined) return;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`The bot did not confirm update ${updateId} within ${timeoutMs} ms`)),
          timeoutMs,
        );
      });
      await Promise.race([queue.confirmed(updateId), late]).finally(() => clearTimeout(timer));
    },
  };

  function newest(): string {
    const all = [...world.chats.values()].flatMap((chat) => messages(chat.id));
    const texts = all.filter(({ byBot }) => byBot).map(({ text, caption }) => JSON.stringify(text ?? caption ?? ''));
    return texts.slice(-5).join(', ') || 'none';
  }
}
