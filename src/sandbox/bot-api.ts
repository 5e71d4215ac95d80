import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Temporal } from 'temporal-polyfill';
import { createAsking } from './asking.ts';
import { createCalls, type Fault } from './calls.ts';
import { createCast, knownChat, knownPerson } from './cast.ts';
import { answerOverHttp } from './http.ts';
import { commandsFor } from './methods/commands.ts';
import { createQueries } from './queries.ts';
import { createUpdateQueue } from './update-queue.ts';
import { createWatching, seen } from './watching.ts';
import { createWebhookSender } from './webhook-sender.ts';
import type { UpdatePayload, User } from './wire.ts';
import { createWorld, systemNow } from './world.ts';
import { createWriting } from './writing.ts';

export type BotApiOptions = {
  /** `<bot id>:<secret>`; the bot's user id is the number before the colon. */
  token: string;
  now?: (() => Temporal.Instant) | undefined;
  /** The file that keeps chats and messages over a restart; without it they live in memory. */
  persist?: string | undefined;
  bot?: { first_name: string; username: string } | undefined;
  fault?: Fault | undefined;
};

export type BotApi = ReturnType<typeof createBotApi>;

/**
 * A Bot API server for one bot, with a world of its own: it speaks HTTP to the bot, and lets a program act as the people
 * who write to it. It refuses in Telegram's words what Telegram refuses. It knows no pace limits and no forum topics,
 * of parse modes only HTML, and calls no webhook beyond the loopback.
 */
export function createBotApi(options: BotApiOptions) {
  const { token } = options;
  const bot: User = {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: 'Dateline',
    username: 'dateline_bot',
    ...options.bot,
  };
  const world = createWorld({ bot, now: options.now ?? systemNow, persist: options.persist });
  const queue = createUpdateQueue(world);
  const queries = createQueries(world);
  const calls = createCalls({ world, queue, queries, fault: options.fault });
  const webhook = createWebhookSender(world, queue, calls.runFields);
  calls.afterEach(webhook.look);
  let server: Server | undefined;

  const handle = (request: IncomingMessage, response: ServerResponse): Promise<boolean> =>
    answerOverHttp({ token, world, calls }, request, response);

  return {
    token,
    bot,
    ...createCast(world, queue),
    ...createWriting(world, queue),
    ...createAsking(world, queue, queries),
    ...createWatching(world, queue),

    /** The menu of commands that a person sees in a chat. */
    commandsFor(chatId: number, userId: number) {
      const { id, language_code } = knownPerson(world, userId);
      return commandsFor(world, knownChat(world, chatId), { id, language: language_code ?? '' });
    },
    chat: (chatId: number) => knownChat(world, chatId),
    person: (userId: number) => knownPerson(world, userId),
    file: (fileId: string) => world.files.get(fileId),
    /** Queues any update, also one that no person here would cause. */
    pushUpdate: (payload: UpdatePayload): number | undefined => queue.push(payload, 'pushed'),

    /** Makes calls go wrong from now on; undefined makes them go right again. */
    setFault: calls.setFault,
    /** The calls that came in, oldest first; of one method, or all. */
    calls: calls.log,

    handle,
    /** Listens by itself; the server's address. Port 0 takes a free one. */
    async listen({ host = '127.0.0.1', port = 0 } = {}): Promise<string> {
      const opened = createServer((request, response) => {
        void handle(request, response).then((handled) => {
          if (!handled) response.writeHead(404, { 'content-type': 'application/json' }).end(NOT_FOUND);
        });
      });
      server = opened;
      await new Promise<void>((resolve, reject) => {
        opened.once('error', reject);
        opened.listen(port, host, resolve);
      });
      const address = opened.address();
      return `http://${host}:${typeof address === 'object' && address ? address.port : port}`;
    },
    async close(): Promise<void> {
      webhook.close();
      queue.endPoll({ ok: true, result: [] });
      const opened = server;
      if (opened) {
        await new Promise<void>((resolve) => {
          opened.close(() => resolve());
          opened.closeAllConnections();
        });
      }
      world.close();
    },
    seen,
  };
}

const NOT_FOUND = JSON.stringify({ ok: false, error_code: 404, description: 'Not Found' });
