import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { startTicking } from './adapters/cron.ts';
import { type Health, type HttpServer, healthRoute, metricsRoute, type Route, serveHttp } from './adapters/http.ts';
import { markdownToText } from './adapters/markdown.ts';
import { createMetrics } from './adapters/metrics.ts';
import { openModel } from './adapters/model/open-model.ts';
import { loadPrompts, type Prompts } from './adapters/model/prompts.ts';
import { drawChart } from './adapters/pictures/draw-chart.ts';
import { createTelegraf } from './adapters/telegram/client.ts';
import { connect } from './adapters/telegram/connect.ts';
import { createFileFetcher } from './adapters/telegram/files.ts';
import { publishMenus } from './adapters/telegram/menu.ts';
import { createTelegramMessenger } from './adapters/telegram/messenger.ts';
import { pollUpdates } from './adapters/telegram/updates.ts';
import { receiveByWebhook, secretOf, type Webhook } from './adapters/telegram/webhook.ts';
import { webhookRoute } from './adapters/telegram/webhook-route.ts';
import { createArticleFetcher } from './adapters/web/fetch-article.ts';
import { createPublicFetch, type PublicFetchDeps } from './adapters/web/fetch-public.ts';
import { createFeedReader } from './adapters/web/read-feed.ts';
import { htmlToText } from './adapters/web-page.ts';
import { createAside } from './bot/aside.ts';
import { teachBot } from './bot/bot.ts';
import { tellBudgetSpent } from './bot/budget-notice.ts';
import { writeDraft } from './bot/commands/draft-writing.ts';
import { createEditionComposer } from './bot/compose-edition.ts';
import type { Conversations } from './bot/conversation.ts';
import { createFeedDesk } from './bot/feed-desk.ts';
import type { Html } from './bot/html.ts';
import { commonMenus, type Menu, menusOf } from './bot/menu.ts';
import { createRecomposer } from './bot/recompose.ts';
import { catchUpEdition, noticeEdition } from './bot/screens/amended.ts';
import { breakingEdition } from './bot/screens/breaking.ts';
import { quietNote } from './bot/screens/quiet-note.ts';
import { createTalk, type Place } from './bot/talk.ts';
import { wireReceiving } from './bot/wire-receiving.ts';
import { leadOf } from './briefing/lead.ts';
import { createModelWriter } from './briefing/model-writer.ts';
import { createPatience } from './briefing/patience.ts';
import { createTranslations } from './briefing/translations.ts';
import type { Config } from './config.ts';
import { settledWithin } from './delivery/alarm.ts';
import { amend } from './delivery/amend.ts';
import { createCarrier } from './delivery/carrier.ts';
import type { Follower } from './delivery/chats.ts';
import { createDispatcher } from './delivery/dispatch.ts';
import { whileElected } from './delivery/election.ts';
import { createTally } from './delivery/figures.ts';
import { createGate } from './delivery/gate.ts';
import { type AppEnd, createLeader } from './delivery/lead.ts';
import type { Log } from './delivery/log.ts';
import { createOutageWatch } from './delivery/outage-watch.ts';
import { createVanishing } from './delivery/passing-notices.ts';
import { pushBreaking } from './delivery/push.ts';
import { EVERY_DAY } from './delivery/schedule.ts';
import { markGone } from './delivery/settings.ts';
import { tick } from './delivery/tick.ts';
import { systemTimer, type Timer } from './delivery/timer.ts';
import type { Amendment } from './news/amendment.ts';
import type { Article } from './news/article.ts';
import { MOST_ARTICLE_BYTES } from './news/intake.ts';
import { readArticle } from './reading/read-article.ts';
import { openSandbox } from './sandbox/sandbox.ts';
import { createAmendments } from './store/amendments.ts';
import { createArticles } from './store/articles.ts';
import { createChats } from './store/chats.ts';
import { type Database, openDatabase } from './store/database.ts';
import { createEditors } from './store/editors.ts';
import { createFeeds } from './store/feeds.ts';
import { createFigures } from './store/figures.ts';
import { createInbox } from './store/inbox.ts';
import { sweepExpired } from './store/keyv.ts';
import { createLeases } from './store/leases.ts';
import { makeMissingLikenesses } from './store/likeness-backfill.ts';
import { createModelBook } from './store/model-book.ts';
import { createOutbox } from './store/outbox.ts';
import { createPassingNotices } from './store/passing-notices.ts';
import { createPushes } from './store/pushes.ts';
import { createRenderings } from './store/renderings.ts';
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
  /** Whom it may fetch from on a user's word; left out, the public internet. */
  readonly web?: PublicFetchDeps;
}

/** With the six seconds of the dispatcher, less than the ten that a stop may take. */
const LAST_ANSWERS_MS = 2500;
const CALLED_OFF_MS = 500;
const CLOSE_MS = 1000;
/** About two seconds of work, in which the bot goes on answering. */
const LIKENESSES_A_TICK = 500;
const HOUR_MS = 3_600_000;
const PASTES_KEPT_MS = 24 * HOUR_MS;
const NOTES_KEPT_MS = 30 * 24 * HOUR_MS;
const ANSWERS_KEPT_MS = 30 * 24 * HOUR_MS;
const TOLD_KEPT_MS = 48 * HOUR_MS;

export interface App {
  /** Works until the signal aborts or something fails that cannot be mended here, then closes what was opened. */
  run(signal: AbortSignal): Promise<AppEnd>;
  /** What each minute brings; `run` calls it by itself. */
  tick(): Promise<void>;
}

/**
 * Makes and wires every part. Without a token it opens the sandbox first and talks to that, by the same code. Throws
 * `DatabaseUnavailable`, and `PromptFault` for a prompt that cannot be used.
 */
export async function openApp(config: Config, surroundings: Surroundings): Promise<App> {
  const { log, now } = surroundings;
  const prompts = loadPrompts();
  const database = await openDatabase(config.DATABASE_URL);
  const metrics = createMetrics();
  let health = (): Health => ({ works: false, outOfReachSince: undefined });
  const routes = [healthRoute(() => health()), metricsRoute(metrics.registry)];
  const line = await openLine(config, routes, surroundings);
  const webhook = webhookOf(config);
  const parts = createParts(config, prompts, line, database, metrics, surroundings);
  const { receiver, outages } = parts;
  const leader = createLeader({
    ...{ ...parts, now, log },
    connect: (signal) => connect(parts.telegraf, surroundings, signal),
    receive: (signal) => {
      const receiving = { ...surroundings, telegram: parts.telegraf.telegram };
      return webhook === undefined
        ? pollUpdates({ ...receiving, take: receiver.take }, signal)
        : receiveByWebhook(receiving, webhook, signal);
    },
    startTicking: (tick) => startTicking(tick, log),
    username: () => parts.telegraf.botInfo?.username ?? '',
  });
  // A process that waits for its turn takes what Telegram brings it, and so is at work.
  let takesUpdates = webhook !== undefined;
  const hooks = webhook === undefined ? [] : [webhookRoute(webhook, (update) => receiver.take([update]))];
  const http = await serveRoutes(config, [...routes, ...hooks], log);
  let leads = false;
  health = () => ({ works: leads ? leader.works() : takesUpdates, outOfReachSince: outages.downSince() });

  async function run(signal: AbortSignal): Promise<AppEnd> {
    try {
      const owner = `${hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`;
      const leases = createLeases(database);
      // A lease is kept among processes, so its time is the machine's, whatever clock this one was given.
      const election = { leases, owner, now, timer: systemTimer, log };
      const end = await whileElected(election, signal, (leading, term) => {
        leads = true;
        return leader.lead(leading, term);
      });
      if (end?.kind === 'failed' || signal.aborted) return end ?? { kind: 'stopped' };
      return { kind: 'failed', why: 'another process took over the sending' };
    } finally {
      leads = false;
      takesUpdates = false;
      // Together: a stop has no time to do one after the other.
      await Promise.all([http?.close(), parts.settle()]);
      await line.close();
      // A database that hangs lets go of no connection, and must not keep a process that is to end.
      await settledWithin(CLOSE_MS, database.close(), systemTimer);
    }
  }

  return { run, tick: () => parts.tick(new AbortController().signal) };
}

/** The Bot API server to talk to: Telegram's, another one, or the sandbox's own. */
interface Line {
  readonly token: string;
  readonly apiRoot: string;
  readonly owners: ReadonlySet<number>;
  readonly close: () => Promise<void>;
}

/** The line that is configured; without a token the sandbox is opened, which serves the routes as well, and said where. */
async function openLine(
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
function webhookOf({
  TELEGRAM_BOT_TOKEN: token,
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
}: Config): Webhook | undefined {
  return token === undefined || url === undefined ? undefined : { url, secret: secret ?? secretOf(token) };
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

function pictureExtra({ threadId }: Place, caption: Html) {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  return { caption: caption.html, parse_mode: 'HTML' as const, ...thread };
}

function createParts(
  config: Config,
  prompts: Prompts,
  line: Line,
  database: Database,
  metrics: ReturnType<typeof createMetrics>,
  { log, now, timer, random, web }: Surroundings,
) {
  const articles = createArticles(database);
  const chats = createChats(database);
  const outbox = createOutbox(database);
  const inbox = createInbox(database);
  metrics.watchInbox(inbox.size, now);
  const editors = createEditors(database);
  const telegraf = createTelegraf(line.token, line.apiRoot);
  const { MESSAGES_PER_SECOND: messagesPerSecond, PAID_BROADCAST: paidBroadcast } = config;
  const messenger = metrics.counted(createTelegramMessenger({ ...line, paidBroadcast }));
  const outages = createOutageWatch({ messenger, now, timer, random, log });
  metrics.watchReach(outages.downSince, now);
  const gate = createGate({ messagesPerSecond, timer });
  const carrier = createCarrier({ messenger, gate, outages, log });
  const tally = createTally();
  const dispatcher = createDispatcher({
    ...{ outbox, chats, carrier, gate, outages, messagesPerSecond, now, timer, random, log },
    onPossibleDouble: metrics.countPossibleDouble,
    onEnd: tally.count,
  });
  const ending = new AbortController();
  const logError = (event: string) => (error: unknown) => log.error({ error: String(error) }, event);
  const shelf = <T>(name: string, ttlMs: number) =>
    openShelf<T>(database, name, ttlMs, logError('a conversation was lost'));
  const talk = createTalk({
    carrier,
    onGone: (chatId) => markGone({ chats, outbox, now }, chatId, 'the chat is gone'),
    warn: (chat, error) => log.warn({ chat, error }, 'not answered'),
  });
  const { receiver, sequence, quiet } = wireReceiving({
    ...{ telegraf, inbox, chats, talk, now, timer, log },
    byWebhook: config.WEBHOOK_URL !== undefined,
    defaultLanguage: config.DEFAULT_LANGUAGE,
    isOfNewsroom: async (person) => line.owners.has(person) || editors.isEditor(person),
    onEnd: metrics.countUpdate,
  });
  const push = async (signal: AbortSignal) => {
    const pushes = createPushes(database);
    const composeBreaking = breakingEdition;
    const written = await pushBreaking({ articles, chats, outbox, pushes, composeBreaking, now, log }, signal);
    if (written > 0) dispatcher.wake();
    return written;
  };
  const conversations: Conversations = {
    pastes: shelf('pastes', PASTES_KEPT_MS),
    questions: shelf('questions', HOUR_MS),
    notes: shelf('notes', NOTES_KEPT_MS),
    setUps: shelf('set-ups', HOUR_MS),
  };
  const vanishing = createVanishing({
    ...{ timer, now, notices: createPassingNotices(database) },
    remove: ({ chatId, messageId }) => telegraf.telegram.deleteMessage(chatId, messageId).catch(() => false),
    onError: logError('a notice could not vanish'),
  });
  const today = () => now().toString().slice(0, 10);
  const book = createModelBook(database);
  const told = shelf<boolean>('told', TOLD_KEPT_MS);
  const budgetNotice = { talk, owners: line.owners, told, language: config.DEFAULT_LANGUAGE };
  const model = openModel(config, prompts, {
    book,
    answers: shelf('answers', ANSWERS_KEPT_MS),
    onBudgetSpent: (day) =>
      void tellBudgetSpent(budgetNotice, day).catch(logError('the owners could not be told of the budget')),
    onNoAnswer: (prompt, why) => log.warn({ prompt, why }, 'the model gave no answer'),
    today,
  });
  const writer = model && createModelWriter({ model, book, today });
  const soon = createPatience((ms) => new Promise((resolve) => timer.after(ms, () => resolve(undefined))));
  const translations = createTranslations({ model, book, today, soon, renderings: createRenderings(database) });
  const figures = createFigures(database);
  let countedOn = '';
  const noteFigures = async () => {
    const day = today();
    await figures.add(day, tally.take());
    if (countedOn !== day) await figures.put({ day, name: 'chats', count: await figures.countChats() });
    countedOn = day;
  };
  const showPicture = async (place: Place, png: Uint8Array, caption: Html) => {
    const request = { chatId: place.id, grouped: place.kind !== 'private', priority: 'answer' as const };
    return gate.pass(request, (onWritten) => {
      onWritten();
      return telegraf.telegram.sendPhoto(place.id, { source: Buffer.from(png) }, pictureExtra(place, caption)).then(
        () => true,
        () => false,
      );
    });
  };
  const amendments = createAmendments(database);
  const amending = {
    ...{ articles, amendments, chats, outbox, now, log },
    recompose: createRecomposer({
      articles,
      translations,
      defaults: { language: config.DEFAULT_LANGUAGE, timeZone: config.DEFAULT_TIME_ZONE },
    }),
    composeNotice: noticeEdition,
    composeCatchUp: async (article: Article, amendment: Amendment, reader: Follower) => {
      const [told = article] = await translations.readSoon([article], reader.language);
      return catchUpEdition(told, amendment, reader);
    },
  };
  // One after the other: a command and the tick would only do the same work twice.
  let carried: Promise<unknown> = Promise.resolve();
  const carryAmendments = (signal: AbortSignal) => {
    carried = carried.then(() => amend(amending, signal)).finally(dispatcher.wake);
    return carried;
  };
  const composeEdition = createEditionComposer({
    translations,
    leadSoon: async (section, language) => model && soon(leadOf({ model, book, today }, section, language), undefined),
  });
  const aside = createAside(logError('work beside the bot failed'));
  const fetchPublic = createPublicFetch(web);
  const fetchArticle = createArticleFetcher(fetchPublic);
  const feeds = createFeeds(database);
  const feedDesk = createFeedDesk({
    ...{ articles, chats, feeds, talk, fetchArticle, now, random, log },
    readFeed: createFeedReader(fetchPublic),
    read: readArticle,
    write: (draft) => writeDraft({ articles, conversations, writer }, draft),
    defaultLanguage: config.DEFAULT_LANGUAGE,
  });
  const receiving = { telegram: telegraf.telegram, timer, random, log };
  const publish = (menus: readonly Menu[], signal: AbortSignal) => publishMenus(receiving, menus, signal);
  const commands = teachBot({
    telegraf,
    articles,
    chats,
    outbox,
    editors,
    feeds,
    letVanish: vanishing.letVanish,
    pollFeeds: feedDesk.poll,
    aside: aside.run,
    talk,
    now,
    log,
    owners: line.owners,
    conversations,
    defaults: {
      language: config.DEFAULT_LANGUAGE,
      timeZone: config.DEFAULT_TIME_ZONE,
      schedule: { times: [config.DEFAULT_BRIEFING_TIME], days: EVERY_DAY },
    },
    read: readArticle,
    writer,
    figures,
    book,
    drawChart,
    showPicture,
    amended: () => aside.run(() => carryAmendments(ending.signal)),
    countReached: amendments.countReached,
    inLanguage: (shown, language) => {
      aside.run(() => translations.prepare(shown, language));
      return translations.read(shown, language);
    },
    toPlainText: { html: htmlToText, markdown: markdownToText },
    fetchArticle,
    fetchFile: createFileFetcher(telegraf.telegram, MOST_ARTICLE_BYTES),
    later: quiet.later,
    push: () => void push(ending.signal).catch(logError('breaking news could not be pushed')),
    onRole: (person, role) =>
      void publish(menusOf(commands, line.owners.has(person) ? 'owner' : role, person), ending.signal),
  });

  return {
    telegraf,
    outbox,
    dispatcher,
    outages,
    receiver,
    async publishMenus(signal: AbortSignal) {
      const newsroom = (await editors.list()).map(({ id }) => menusOf(commands, 'editor', id));
      const owners = [...line.owners].map((id) => menusOf(commands, 'owner', id));
      await publish([commonMenus(commands), newsroom, owners].flat(2), signal);
    },
    async tick(signal: AbortSignal) {
      const counts = await tick(
        {
          ...{ articles, chats, outbox, now, log },
          pushBreaking: push,
          composeEdition,
          composeQuietNote: quietNote,
          errands: [
            { name: 'figures', run: noteFigures },
            { name: 'amendments', run: () => carryAmendments(signal) },
            { name: 'passing notices', run: vanishing.sweep },
            { name: 'expired conversations', run: () => sweepExpired(database, now().epochMilliseconds) },
            { name: 'old updates', run: () => receiver.forgetOld() },
            { name: 'likenesses', run: () => makeMissingLikenesses(database, LIKENESSES_A_TICK) },
          ],
        },
        signal,
      );
      metrics.countTick(counts);
      if (counts.deliveries > 0) log.info({ ...counts }, 'briefings are due');
      if (counts.deliveries > 0) dispatcher.wake();
      // Beside the tick: a slow server must not hold up what is due.
      aside.run(feedDesk.pollIfIdle);
    },
    /**
     * Answers that are under way are given; what still waits for Telegram's limits after that is called off, and so
     * is at its end at once, unless Telegram leaves a call unanswered.
     */
    async settle() {
      await settledWithin(LAST_ANSWERS_MS, sequence.settled(), timer);
      gate.close();
      ending.abort();
      await settledWithin(CALLED_OFF_MS, Promise.all([sequence.settled(), aside.settled()]), timer);
      quiet.stop();
    },
  };
}
