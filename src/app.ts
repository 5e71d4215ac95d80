import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Update } from 'telegraf/types';
import type { Temporal } from 'temporal-polyfill';
import { startTicking } from './adapters/cron.ts';
import { type HttpServer, healthRoute, metricsRoute, type Route, serveHttp, webhookRoute } from './adapters/http.ts';
import { markdownToText } from './adapters/markdown.ts';
import { createMetrics } from './adapters/metrics.ts';
import { createTelegraf } from './adapters/telegram/client.ts';
import { connect } from './adapters/telegram/connect.ts';
import { createFileFetcher } from './adapters/telegram/files.ts';
import { publishMenus } from './adapters/telegram/menu.ts';
import { createTelegramMessenger } from './adapters/telegram/messenger.ts';
import { pollUpdates, receiveByWebhook } from './adapters/telegram/updates.ts';
import { htmlToText } from './adapters/web-page.ts';
import { teachBot } from './bot/bot.ts';
import { createLater } from './bot/later.ts';
import { commonMenus, type Menu, menusOf } from './bot/menu.ts';
import { wordsIn } from './bot/messages/words.ts';
import { breakingEdition } from './bot/screens/breaking.ts';
import { composeBriefing } from './bot/screens/briefing.ts';
import { chatOfUpdate, createSequence } from './bot/sequence.ts';
import { createTalk } from './bot/talk.ts';
import { extractWriter } from './briefing/writer.ts';
import type { Config } from './config.ts';
import { settledWithin } from './delivery/alarm.ts';
import { createDispatcher } from './delivery/dispatch.ts';
import { whileElected } from './delivery/election.ts';
import { createGate } from './delivery/gate.ts';
import type { Log } from './delivery/log.ts';
import { pushBreaking } from './delivery/push.ts';
import { EVERY_DAY } from './delivery/schedule.ts';
import { markGone } from './delivery/settings.ts';
import { tick } from './delivery/tick.ts';
import type { Timer } from './delivery/timer.ts';
import { MOST_ARTICLE_BYTES } from './news/intake.ts';
import { readArticle } from './reading/read-article.ts';
import { openSandbox } from './sandbox/sandbox.ts';
import { createArticles } from './store/articles.ts';
import { createChats } from './store/chats.ts';
import { type Database, openDatabase } from './store/database.ts';
import { createEditors } from './store/editors.ts';
import { sweepExpired } from './store/keyv.ts';
import { createLeases } from './store/leases.ts';
import { createOutbox } from './store/outbox.ts';
import { createPushes } from './store/pushes.ts';
import { openShelf } from './store/shelf.ts';

/** What the program has from outside: whom it talks to, its clock, and chance. */
export interface Surroundings {
  /** Tells the person who started the program one line. */
  readonly say: (line: string) => void;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly timer: Timer;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

/** How the program ended, for the exit code. */
export type AppEnd = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly why: string };

/** The Bot API server to talk to: Telegram's, another one, or the sandbox's own. */
interface Line {
  readonly token: string;
  readonly apiRoot: string;
  readonly owners: ReadonlySet<number>;
  readonly close: () => Promise<void>;
}

/** With the six seconds of the dispatcher, less than the ten that a stop may take. */
const LAST_ANSWERS_MS = 2500;
const CALLED_OFF_MS = 500;
const HOUR_MS = 3_600_000;
const PASTES_KEPT_MS = 24 * HOUR_MS;
const NOTES_KEPT_MS = 30 * 24 * HOUR_MS;

export interface App {
  /** Works until the signal aborts or something fails that cannot be mended here, then closes what was opened. */
  run(signal: AbortSignal): Promise<AppEnd>;
  /** What each minute brings; `run` calls it by itself. */
  tick(): Promise<void>;
}

/**
 * Makes and wires every part. Without a token it opens the sandbox first and talks to that, by the same code. Throws
 * `DatabaseUnavailable`.
 */
export async function openApp(config: Config, surroundings: Surroundings): Promise<App> {
  const { log, now } = surroundings;
  const database = await openDatabase(config.DATABASE_URL);
  const metrics = createMetrics();
  let healthy = false;
  const routes = [healthRoute(() => healthy), metricsRoute(metrics.registry)];
  const line = await openLine(config, routes, surroundings);
  const parts = createParts(config, line, database, metrics, surroundings);
  const webhook = webhookOf(config);
  const http = await serveRoutes(config, [...routes, ...webhookRoutes(webhook, parts.handle)], log);

  async function run(signal: AbortSignal): Promise<AppEnd> {
    try {
      const owner = `${hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`;
      const end = await whileElected({ leases: createLeases(database), owner, now, log }, signal, (leading) => {
        healthy = true;
        return lead(webhook, parts, log, leading);
      });
      if (end?.kind === 'failed' || signal.aborted) return end ?? { kind: 'stopped' };
      return { kind: 'failed', why: 'another process took over the sending' };
    } finally {
      healthy = false;
      // Together: what came by webhook after the last answers would be taken and not answered.
      await Promise.all([http?.close(), parts.settle()]);
      await line.close();
      await database.close();
    }
  }

  return { run, tick: parts.tick };
}

async function openLine(config: Config, routes: readonly Route[], { say, log }: Surroundings): Promise<Line> {
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

interface Webhook {
  readonly url: string;
  readonly secret: string;
}

/** The sandbox is polled, whatever webhook is configured for Telegram. */
function webhookOf({
  TELEGRAM_BOT_TOKEN: token,
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
}: Config): Webhook | undefined {
  if (token === undefined || url === undefined) return undefined;
  return { url, secret: secret ?? randomBytes(32).toString('base64url') };
}

function dataDir(databaseUrl: string): string {
  const path = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1];
  return path === undefined ? 'data' : dirname(path);
}

type Parts = ReturnType<typeof createParts>;

function createParts(
  config: Config,
  line: Line,
  database: Database,
  metrics: ReturnType<typeof createMetrics>,
  { log, now, timer, random }: Surroundings,
) {
  const articles = createArticles(database);
  const chats = createChats(database);
  const outbox = createOutbox(database);
  const editors = createEditors(database);
  const telegraf = createTelegraf(line.token, line.apiRoot);
  const messenger = metrics.counted(
    createTelegramMessenger(telegraf.telegram, { paidBroadcast: config.PAID_BROADCAST }),
  );
  const gate = createGate({ messagesPerSecond: config.MESSAGES_PER_SECOND, timer });
  const dispatcher = createDispatcher({ outbox, chats, messenger, gate, now, timer, random, log });
  const logError = (event: string) => (error: unknown) => log.error({ error: String(error) }, event);
  const sequence = createSequence(logError('an update could not be handled'));
  const quiet = createLater(sequence, timer);
  const shelf = <T>(name: string, ttlMs: number) =>
    openShelf<T>(database, name, ttlMs, logError('a conversation was lost'));
  const talk = createTalk({
    messenger,
    gate,
    onGone: (chatId) => markGone({ chats, outbox }, chatId, 'the chat is gone'),
    warn: (chat, error) => log.warn({ chat, error }, 'not answered'),
  });
  const push = async () => {
    const pushes = createPushes(database);
    const written = await pushBreaking({ articles, chats, outbox, pushes, composeBreaking: breakingEdition, now });
    if (written > 0) dispatcher.wake();
  };
  const publish = (menus: readonly Menu[]) => publishMenus(telegraf.telegram, menus, log);
  const commands = teachBot({
    telegraf,
    articles,
    chats,
    outbox,
    editors,
    talk,
    now,
    log,
    owners: line.owners,
    conversations: {
      pastes: shelf('pastes', PASTES_KEPT_MS),
      questions: shelf('questions', HOUR_MS),
      notes: shelf('notes', NOTES_KEPT_MS),
    },
    defaults: {
      language: config.DEFAULT_LANGUAGE,
      timeZone: config.DEFAULT_TIME_ZONE,
      schedule: { times: [config.DEFAULT_BRIEFING_TIME], days: EVERY_DAY },
    },
    read: readArticle,
    writer: extractWriter,
    toPlainText: { html: htmlToText, markdown: markdownToText },
    fetchFile: createFileFetcher(telegraf.telegram, MOST_ARTICLE_BYTES),
    later: quiet.later,
    push: () => void push().catch(logError('breaking news could not be pushed')),
    onRole: (person, role) => void publish(menusOf(commands, line.owners.has(person) ? 'owner' : role, person)),
  });

  return {
    telegraf,
    outbox,
    dispatcher,
    async publishMenus() {
      const newsroom = (await editors.list()).map(({ id }) => menusOf(commands, 'editor', id));
      const owners = [...line.owners].map((id) => menusOf(commands, 'owner', id));
      await publish([commonMenus(commands), newsroom, owners].flat(2));
    },
    /** Updates of one chat in order, of different chats side by side. */
    handle: (update: Update) => {
      metrics.countUpdate();
      return sequence.run(chatOfUpdate(update), () => telegraf.handleUpdate(update));
    },
    async tick() {
      await push().catch(logError('breaking news could not be pushed'));
      const counts = await tick({
        articles,
        chats,
        outbox,
        now,
        composeEdition: (briefing, reader) =>
          composeBriefing(briefing, { title: wordsIn(reader.language).briefing.title, at: reader.dueAt }, reader),
      });
      metrics.countTick(counts);
      if (counts.deliveries > 0) log.info({ ...counts }, 'briefings are due');
      if (counts.deliveries > 0) dispatcher.wake();
      await sweepExpired(database, now().epochMilliseconds);
    },
    /**
     * Answers that are under way are given; what still waits for Telegram's limits after that is called off, and so
     * is at its end at once, unless Telegram leaves a call unanswered.
     */
    async settle() {
      await settledWithin(LAST_ANSWERS_MS, sequence.settled(), timer);
      gate.close();
      await settledWithin(CALLED_OFF_MS, sequence.settled(), timer);
      quiet.stop();
    },
  };
}

/** What the one elected process does: it fetches or is sent updates, ticks, and sends. */
async function lead(webhook: Webhook | undefined, parts: Parts, log: Log, signal: AbortSignal): Promise<AppEnd> {
  const { telegraf } = parts;
  const connected = await connect(telegraf, log, signal);
  if (connected === 'stopped') return { kind: 'stopped' };
  if (connected === 'unauthorised') return { kind: 'failed', why: REFUSED_TOKEN };
  const recovered = await parts.outbox.recover();
  log.info({ bot: telegraf.botInfo?.username ?? '', ...recovered }, 'the bot is at work');
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  // Not waited for: the bot answers whether or not Telegram shows its menu yet.
  parts.publishMenus().catch((error: unknown) => log.warn({ error: String(error) }, 'no menu of commands'));
  const ticking = startTicking(parts.tick, log);
  try {
    const dispatching = parts.dispatcher.run(ending);
    const receiving =
      webhook === undefined
        ? pollUpdates({ telegram: telegraf.telegram, handle: parts.handle, log }, ending)
        : receiveByWebhook(telegraf.telegram, webhook.url, webhook.secret, log, ending);
    const first = await Promise.race([dispatching, receiving]);
    stop.abort();
    await Promise.all([dispatching, receiving]);
    return first.kind === 'unauthorised' ? { kind: 'failed', why: REFUSED_TOKEN } : { kind: 'stopped' };
  } finally {
    stop.abort();
    await ticking.stop();
  }
}

const REFUSED_TOKEN = 'Telegram refuses TELEGRAM_BOT_TOKEN (401): check it with @BotFather';

function webhookRoutes(webhook: Webhook | undefined, handle: Parts['handle']): Route[] {
  return webhook === undefined ? [] : [webhookRoute(new URL(webhook.url).pathname, webhook.secret, handle)];
}

/** The sandbox serves the routes at its own address. Without a webhook the bot can do without them. */
async function serveRoutes(config: Config, routes: readonly Route[], log: Log): Promise<HttpServer | undefined> {
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
