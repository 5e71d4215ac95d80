import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Update } from 'telegraf/types';
import { pathOf, type Route } from '../http.ts';
import { isUpdate } from './update.ts';
import type { Webhook } from './webhook.ts';

/** Telegram's updates are a few kilobytes; nothing else may be posted. */
const LARGEST_UPDATE_BYTES = 1_000_000;

/**
 * Where Telegram calls: an update is taken before it is answered 200. A request without the secret gets 401, whatever
 * else it holds; what is no update gets 400; where it cannot be taken, 500, and Telegram sends it again.
 */
export function webhookRoute({ url, secret }: Webhook, take: (update: Update) => Promise<void>): Route {
  const path = new URL(url).pathname;
  return async (request, response) => {
    if (pathOf(request) !== path) return false;
    const status = isSecret(request.headers[SECRET_HEADER], secret) ? await receive(request, take) : 401;
    // Of what is refused the rest is not read, so nothing more can come over its connection.
    response.writeHead(status, status < 300 ? {} : { connection: 'close' }).end();
    return true;
  };
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Takes as long whatever is given, so that nobody can find the secret piece by piece. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret));
}

/** The status to answer with. */
async function receive(request: IncomingMessage, take: (update: Update) => Promise<void>): Promise<number> {
  if (request.method !== 'POST') return 405;
  const body = await readBody(request);
  if (body === undefined) return 413;
  const update = parse(body);
  if (!isUpdate(update)) return 400;
  await take(update);
  return 200;
}

/** The body of a request, undefined where it is too large. What is too large is not kept, but read to its end. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST_UPDATE_BYTES) chunks.push(chunk);
  }
  return size <= LARGEST_UPDATE_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
