import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'telegraf/types';

/** Answers a request, or says that it is none of its own. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Telegram's updates are a few kilobytes; nothing else may be posted. */
const LARGEST_UPDATE_BYTES = 1_000_000;

/** What is being answered when the server closes gets this long; a connection on which nothing was asked is cut then. */
const LAST_ANSWERS_MS = 1000;

/** Serves the routes in turn; what none of them answers is 404. */
export async function serveHttp(host: string, port: number, routes: readonly Route[]): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const route of routes) if (await route(request, response)) return;
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
}

/** `GET /health`: 200 while the bot works, 503 while it waits or ends. */
export function healthRoute(isHealthy: () => boolean): Route {
  return async (request, response) => {
    if (pathOf(request) !== '/health') return false;
    const healthy = isHealthy();
    response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: healthy ? 'ok' : 'unavailable' }));
    return true;
  };
}

/** `GET /metrics` in the text format of Prometheus. */
export function metricsRoute(metrics: { readonly contentType: string; metrics(): Promise<string> }): Route {
  return async (request, response) => {
    if (pathOf(request) !== '/metrics') return false;
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics());
    return true;
  };
}

/** Telegram's webhook: an update is handled before it is answered; a request without the secret gets 401. */
export function webhookRoute(path: string, secret: string, handle: (update: Update) => Promise<void>): Route {
  return async (request, response) => {
    if (pathOf(request) !== path || request.method !== 'POST') return false;
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) {
      response.writeHead(401).end();
      return true;
    }
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413, { connection: 'close' }).end();
      return true;
    }
    const update = parseUpdate(body);
    if (update === undefined) {
      response.writeHead(400).end();
      return true;
    }
    await handle(update);
    response.writeHead(200).end();
    return true;
  };
}

function isSecret(header: string | string[] | undefined, secret: string): boolean {
  const given = Buffer.from(typeof header === 'string' ? header : '');
  const wanted = Buffer.from(secret);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
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

function parseUpdate(body: string): Update | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return isUpdate(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isUpdate(value: unknown): value is Update {
  return typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number';
}

function pathOf(request: IncomingMessage): string {
  return URL.parse(request.url ?? '/', 'http://local')?.pathname ?? '';
}
