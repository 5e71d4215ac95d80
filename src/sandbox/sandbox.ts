import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { noteSandbox, sandboxAtWork } from './at-work.ts';
import { type BotApi, createBotApi } from './bot-api.ts';
import { refusedBecause } from './guard.ts';
import { readPageFiles } from './page-files.ts';
import { servePage } from './page-server.ts';
import { group, owner, subscriber } from './people.ts';

export type SandboxOptions = {
  host: string;
  /** Where it is taken, a free port serves instead. */
  port: number;
  /** Chats and messages are kept in `sandbox.jsonl` here. */
  dataDir: string;
  /** Takes one line on anything that the visitor should know. */
  log: (line: string) => void;
  now?: (() => Temporal.Instant) | undefined;
  /** What else the bot serves at this address (its health, say); each says whether it answered. */
  routes?: readonly Route[];
};

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type Sandbox = {
  /** The address of the chat page. */
  url: string;
  /** What the bot is given as its Bot API server. */
  apiRoot: string;
  token: string;
  ownerId: number;
  close(): Promise<void>;
};

const BOT_ID = 7_000_001;

/** Opens the sandbox: a Bot API server and, at the same address, a page on which a visitor plays the people. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const other = await sandboxAtWork(options.dataDir);
  if (other !== undefined)
    throw new Error(`A sandbox with the chats in ${options.dataDir} is at work already: ${other}`);
  const api = createBotApi({
    token: `${BOT_ID}:${randomBytes(26).toString('base64url')}`,
    persist: join(options.dataDir, 'sandbox.jsonl'),
    bot: { first_name: 'Dateline', username: 'dateline_bot' },
    now: options.now,
  });
  invite(api);
  const files = readPageFiles();
  const server = createServer((request, response) => {
    void serve(
      { api, files, dataDir: options.dataDir, host: options.host, routes: options.routes ?? [] },
      request,
      response,
    ).catch((error: unknown) => {
      options.log(`The sandbox failed to answer ${request.method} ${pathOf(request)}: ${String(error)}`);
      response.destroy();
    });
  });
  const port = await listen(server, options);
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  noteSandbox(options.dataDir, `${url}/`);
  return {
    url: `${url}/`,
    apiRoot: url,
    token: api.token,
    ownerId: owner.id,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await api.close();
    },
  };
}

function invite(api: BotApi): void {
  api.addUser(owner);
  api.addUser(subscriber);
  api.addGroup(group);
}

type Served = Parameters<typeof servePage>[0] & { host: string; routes: readonly Route[] };

async function serve(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isPage = request.method === 'GET' && served.files.has(pathOf(request));
  const refused = refusedBecause(request, served.host, isPage);
  if (refused !== undefined) {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(refused);
    return;
  }
  for (const route of [served.api.handle, ...served.routes]) if (await route(request, response)) return;
  await servePage(served, request, response);
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname.replace(/bot\d+:[^/]+/, 'bot…');
}

async function listen(server: Server, { host, port, log }: SandboxOptions): Promise<number> {
  try {
    return await listenOn(server, host, port);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    const free = await listenOn(server, host, 0);
    log(`Port ${port} is taken by another program, so the sandbox is at port ${free}.`);
    return free;
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
