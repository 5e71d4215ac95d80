import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { WhichButton } from '../../src/sandbox/asking.ts';
import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';
import { group, owner, subscriber } from '../../src/sandbox/people.ts';
import type { SeenMessage } from '../../src/sandbox/watching.ts';
import type { Attachment, Sent } from '../../src/sandbox/writing.ts';

interface TelegramOptions {
  readonly now?: () => Temporal.Instant;
  readonly persist?: string;
  /** Resolves when the bot has handled what it has confirmed; without it what is confirmed counts as handled. */
  readonly handled?: () => Promise<void>;
}

export type Telegram = Awaited<ReturnType<typeof startTelegram>>;

export type AskOptions = {
  /** How many new messages of the bot to wait for; 0 waits only until the bot has handled the update. */
  count?: number;
  timeoutMs?: number;
};

const answerShape = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.record(z.string(), z.number()).optional(),
});

export type ApiAnswer = z.infer<typeof answerShape>;

type PressOptions = AskOptions & { on?: number };

const TOKEN = '4242:test_token-of-the-tests';

/**
 * A Bot API server on a free port with an owner, a subscriber and a group, where the subscriber is an administrator.
 * All three have written to the bot before. Close it at the end of the test.
 */
export async function startTelegram({ handled = async () => {}, ...options }: TelegramOptions = {}) {
  const api = createBotApi({ token: TOKEN, ...options });
  const url = await api.listen({ port: 0 });
  api.addUser({ ...owner, started: true });
  api.addUser({ ...subscriber, started: true });
  api.addGroup({ ...group });
  const settled = async (updateId: number | undefined, timeoutMs?: number) => {
    await api.settled(updateId, timeoutMs);
    await handled();
  };
  const newest = (chat: number) => api.messages(chat).at(-1)?.message_id ?? 0;

  /** The bot's messages after the given one, once there are enough of them and the bot has handled the update. */
  const replies = async (chat: number, after: number, updateIds: (number | undefined)[], options: AskOptions) => {
    const { count = 1, timeoutMs = 5000 } = options;
    for (const id of updateIds) await settled(id, timeoutMs);
    await waitUntil(
      api,
      () => api.botMessages(chat, after).length >= count,
      timeoutMs,
      () =>
        `${count} new messages in chat ${chat}; there are ${JSON.stringify(api.botMessages(chat, after).map(textOf))}`,
    );
    return api.botMessages(chat, after);
  };

  return {
    api: { ...api, settled },
    url,
    token: api.token,
    /** Calls a method as a bot would, by JSON over HTTP. */
    async call(method: string, params: Record<string, unknown> = {}): Promise<ApiAnswer> {
      const response = await fetch(`${url}/bot${api.token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      return answerShape.parse(await response.json());
    },
    owner: owner.id,
    subscriber: subscriber.id,
    group: group.id,

    /** Sends a text as the person, and gives the bot's new messages in that chat. */
    async ask(chat: number, user: number, text: string, options: AskOptions = {}): Promise<SeenMessage[]> {
      const after = newest(chat);
      const sent = api.sendText(chat, user, text);
      return replies(
        chat,
        after,
        sent.map(({ updateId }) => updateId),
        options,
      );
    },

    /** The same for a file. */
    async askWithFile(chat: number, user: number, file: Attachment, options: AskOptions = {}): Promise<SeenMessage[]> {
      const after = newest(chat);
      return replies(chat, after, [api.sendDocument(chat, user, file).updateId], options);
    },

    /**
     * Presses a button on the newest message of the bot that has it, or on message `on`: what the toast said, the
     * message as it is afterwards (undefined where it was deleted), and the new messages.
     */
    async press(chat: number, user: number, which: WhichButton, options: PressOptions = {}) {
      const after = newest(chat);
      const on = options.on ?? messageWith(api, chat, which);
      const press = api.press(chat, user, on, which);
      const answer = await inTime(
        press.answer,
        options.timeoutMs ?? 5000,
        `an answer to the press of ${String(which)}`,
      );
      const messages = await replies(chat, after, [press.updateId], { count: 0, ...options });
      return { answer, message: api.messages(chat).find(({ message_id }) => message_id === on), messages };
    },

    messages: api.messages,
    botMessages: api.botMessages,
    /** The bot's newest message in a chat. */
    last(chat: number): SeenMessage {
      const message = api.botMessages(chat).at(-1);
      if (!message) throw new Error(`The bot has written nothing in chat ${chat}`);
      return message;
    },
    waitForMessage: api.waitForMessage,
    /** Waits until something is true of this server, looking whenever something happens on it. */
    waitUntil: (isSo: () => boolean, timeoutMs = 5000, what = 'what was waited for'): Promise<void> =>
      waitUntil(api, isSo, timeoutMs, () => what),
    /** Waits until the bot has handled what was sent. */
    settled: async (...sent: Sent[]): Promise<void> => {
      for (const { updateId } of sent) await settled(updateId);
    },
    close: api.close,
  };
}

/** What a message says: its text or its caption. */
export function textOf(message: SeenMessage | undefined): string {
  return message?.text ?? message?.caption ?? '';
}

/** The labels of a message's inline buttons, row by row. */
export function buttonsOf(message: SeenMessage | undefined): string[][] {
  return (message?.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}

async function inTime<T>(awaited: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}`)), timeoutMs);
  });
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer));
}

function messageWith(api: BotApi, chat: number, which: WhichButton): number {
  const rows = (message: SeenMessage) => message.reply_markup?.inline_keyboard ?? [];
  const message = api.botMessages(chat).findLast((each) =>
    typeof which === 'object' && 'row' in which
      ? rows(each)[which.row]?.[which.column] !== undefined
      : rows(each)
          .flat()
          .some(({ text, callback_data }) =>
            typeof which === 'string' ? text === which || callback_data === which : which.test(text),
          ),
  );
  if (!message) throw new Error(`No message of the bot in chat ${chat} has the button ${String(which)}`);
  return message.message_id;
}

async function waitUntil(api: BotApi, isSo: () => boolean, timeoutMs: number, what: () => string): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${timeoutMs} ms in vain for ${what()}`));
    }, timeoutMs);
    const stop = api.watch(() => {
      if (!isSo()) return;
      end();
      resolve();
    });
  });
}
