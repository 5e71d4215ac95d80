/**
 * A Bot API server in a process of its own: node bot-api-process.ts OPTIONS, where the options are JSON. It enforces
 * the limits by arrival, sends its port to its parent, and answers GET /count with what has arrived.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { countArrivals, type Limits } from './arrivals.ts';

export interface BotApiOptions {
  readonly limits: Limits;
  /** Each call arrives up to this many milliseconds late, by chance. */
  readonly jitterMs: number;
}

interface SentMessage {
  readonly chat_id: number | string;
  readonly text: string;
}

const BOT = { id: 4242, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
const REFUSAL = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: retry after 1',
  parameters: { retry_after: 1 },
};
/** Nobody writes to the bot. */
const POLL_MS = 1000;

const { limits, jitterMs }: BotApiOptions = JSON.parse(process.argv[2] ?? '');
const arrivals = countArrivals(limits);
let messageId = 0;

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

// Nothing of a benchmark that was broken off stays behind.
process.once('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/count') {
    reply(response, 200, arrivals.count(performance.now()));
    return;
  }
  const method = request.url?.split('/').at(-1) ?? '';
  const body = await read(request);
  if (jitterMs > 0) await sleep(Math.random() * jitterMs);
  if (method === 'sendMessage') receive(JSON.parse(body), response);
  else if (method === 'getUpdates') setTimeout(() => accept(response, []), POLL_MS);
  else accept(response, method === 'getMe' ? BOT : true);
}

function receive(message: SentMessage, response: ServerResponse): void {
  const chatId = Number(message.chat_id);
  if (!arrivals.arrive(performance.now(), chatId, message.text)) {
    reply(response, 429, REFUSAL);
    return;
  }
  const chat = { id: chatId, type: chatId < 0 ? 'group' : 'private' };
  accept(response, { message_id: ++messageId, date: Math.floor(Date.now() / 1000), chat, text: message.text });
}

function accept(response: ServerResponse, result: unknown): void {
  reply(response, 200, { ok: true, result });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
