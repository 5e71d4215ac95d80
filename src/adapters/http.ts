import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Temporal } from 'temporal-polyfill';

/** Answers a request, or says that it is none of its own. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A request that has not come to its end by then is cut, so that nobody can hold connections open by being slow. */
const LONGEST_REQUEST_MS = 30_000;

/** What is being answered when the server closes gets this long; a connection on which nothing was asked is cut then. */
const LAST_ANSWERS_MS = 1000;

/** Serves the routes in turn; what none of them answers is 404. */
export async function serveHttp(host: string, port: number, routes: readonly Route[]): Promise<HttpServer> {
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, (request, response) => {
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

export interface Health {
  /** False while the bot waits for another process, or ends. */
  readonly works: boolean;
  /** Since when Telegram gives no answer; undefined while it does. */
  readonly outOfReachSince: Temporal.Instant | undefined;
}

/** `GET /health`: 200 while the bot works, also while it waits for Telegram, for which a restart would be no cure; else 503. */
export function healthRoute(health: () => Health): Route {
  return async (request, response) => {
    if (pathOf(request) !== '/health') return false;
    const { works, outOfReachSince } = health();
    response.writeHead(works ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: works ? 'ok' : 'unavailable', telegramOutOfReachSince: outOfReachSince }));
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

/** The path that a request asks for, without what follows a question mark. */
export function pathOf(request: IncomingMessage): string {
  return URL.parse(request.url ?? '/', 'http://local')?.pathname ?? '';
}
