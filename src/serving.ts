import { dirname } from 'node:path';
import { type HttpServer, type Route, serveHttp } from './adapters/http.ts';
import { secretOf, type Webhook } from './adapters/telegram/webhook.ts';
import type { Config } from './config.ts';
import type { Log } from './delivery/log.ts';
import { openSandbox } from './sandbox/sandbox.ts';

/** The Bot API server to talk to: Telegram's, another one, or the sandbox's own. */
export interface Line {
  readonly token: string;
  readonly apiRoot: string;
  readonly owners: ReadonlySet<number>;
  readonly close: () => Promise<void>;
}

/** The line that is configured; without a token the sandbox is opened, which serves the routes as well, and said where. */
export async function openLine(
  config: Config,
  routes: readonly Route[],
  { say, log }: { readonly say: (line: string) => void; readonly log: Log },
): Promise<Line> {
  if (config.TELEGRAM_BOT_TOKEN !== undefined) {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, ADMIN_IDS } = config;
    return { token, apiRoot, owners: new Set(ADMIN_IDS), close: async () => undefined };
  }
  const sandbox = await openSandbox({
    host: config.HTTP_HOST,
    port: config.HTTP_PORT,
    dataDir: dataDir(config.DATABASE_URL),
    routes,
    log: (line) => log.warn({}, line),
  });
  say(sandbox.url);
  say('This is the sandbox: open the address in a browser. Set TELEGRAM_BOT_TOKEN to run on Telegram.');
  return { ...sandbox, owners: new Set([sandbox.ownerId, ...config.ADMIN_IDS]) };
}

function dataDir(databaseUrl: string): string {
  const path = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1];
  return path === undefined ? 'data' : dirname(path);
}

/** The sandbox is polled, whatever webhook is configured for Telegram. */
export function webhookOf({
  TELEGRAM_BOT_TOKEN: token,
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
}: Config): Webhook | undefined {
  return token === undefined || url === undefined ? undefined : { url, secret: secret ?? secretOf(token) };
}

/** The sandbox serves the routes at its own address. Without a webhook the bot can do without them. */
export async function serveRoutes(config: Config, routes: readonly Route[], log: Log): Promise<HttpServer | undefined> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return undefined;
  try {
    return await serveHttp(config.HTTP_HOST, config.HTTP_PORT, routes);
  } catch (error) {
    if (config.WEBHOOK_URL !== undefined) throw error;
    log.warn(
      { port: config.HTTP_PORT, error: String(error) },
      'health and metrics are not served: choose another HTTP_PORT',
    );
    return undefined;
  }
}
