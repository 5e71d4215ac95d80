import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { articlesOf } from '../../src/briefing/edition.ts';
import { EVERY_DAY } from '../../src/delivery/schedule.ts';
import { tick } from '../../src/delivery/tick.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Engine } from '../../src/store/engine.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { anArticle } from '../support/articles.ts';
import { FRESH } from '../support/databases.ts';
import { startTelegram, type Telegram, textOf } from '../support/telegram.ts';

const PROGRAM = fileURLToPath(new URL('../support/dispatch-process.ts', import.meta.url));
const DUE = Temporal.Instant.from('2026-03-02T03:00:00Z');
const CHATS = Array.from({ length: 40 }, (_, place) => 5001 + place);

/** After how many answers in all the process is killed. */
const KILLS = [5, 14, 25];

/** Calls that were answered when the process died, but not settled yet (it does so 100 times a second), or begun while it was dying. */
const JUST_ANSWERED = 6;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A Bot API server with forty readers, and a database in which their briefings are due at `DUE`. */
async function prepare(engine: Engine) {
  const telegram = await startTelegram();
  const fresh = await FRESH[engine]();
  closing.push(fresh.erase, telegram.close);
  for (const id of CHATS) telegram.api.addUser({ id, first_name: 'Reader', started: true });
  await withDatabase(fresh.url, async (database) => {
    const articles = createArticles(database);
    const chats = createChats(database);
    for (const id of CHATS) {
      const schedule = { times: ['08:00'], days: EVERY_DAY };
      await chats.enrol({
        id,
        kind: 'private',
        title: '',
        language: 'en',
        timeZone: 'Asia/Almaty',
        schedule,
        newsSince: DUE.subtract({ hours: 24 }),
      });
      await chats.subscribe(id, ['KZ']);
      await chats.change(id, { nextDueAt: DUE });
    }
    const { id } = await articles.file(anArticle({ headline: 'Lake Ilmar is shared', countries: ['KZ'] }));
    await articles.publish(id, 1, DUE.subtract({ hours: 1 }), 'published');
  });
  return { telegram, url: fresh.url };
}

async function withDatabase<T>(url: string, use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>) {
  const database = await openDatabase(url);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

function tickOnce(url: string) {
  return withDatabase(url, (database) =>
    tick({
      articles: createArticles(database),
      chats: createChats(database),
      outbox: createOutbox(database),
      composeEdition: ({ sections }) => [
        {
          message: {
            html: sections.flatMap(({ stories }) => articlesOf(stories).map(({ headline }) => headline)).join(),
            buttons: [],
          },
          articleIds: [],
        },
      ],
      now: () => DUE,
    }),
  );
}

function startProcess(telegram: Telegram, url: string): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, url, telegram.url, telegram.token], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  closing.push(() => kill(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

const received = (telegram: Telegram) => CHATS.map((id) => telegram.botMessages(id).map(textOf));
const copies = (telegram: Telegram) => received(telegram).reduce((sum, messages) => sum + messages.length, 0);
const everyoneHasIt = (telegram: Telegram) => received(telegram).every((messages) => messages.length > 0);

describe.each<Engine>(['sqlite', 'postgres'])('a process that is killed, on %s', (engine) => {
  it('between the due minute and the sending: the briefing arrives, once', async () => {
    const { telegram, url } = await prepare(engine);
    expect(await tickOnce(url)).toMatchObject({ due: CHATS.length, deliveries: CHATS.length });
    expect(await tickOnce(url)).toMatchObject({ due: 0, deliveries: 0 });
    startProcess(telegram, url);
    await telegram.waitUntil(() => everyoneHasIt(telegram), 10_000);
    expect(received(telegram)).toEqual(CHATS.map(() => ['Lake Ilmar is shared']));
  });

  it('while it sends, again and again: everybody gets it, and twice only what was in flight', async () => {
    const { telegram, url } = await prepare(engine);
    await tickOnce(url);
    let begun = 0;
    let inFlight = 0;
    telegram.api.setFault((method) => {
      if (method === 'sendMessage') begun++;
      return { delayMs: 30 };
    });
    const answered = () => telegram.api.calls('sendMessage').length;
    for (const afterCalls of KILLS) {
      const child = startProcess(telegram, url);
      await telegram.waitUntil(() => answered() >= afterCalls, 10_000);
      inFlight += begun - answered();
      await kill(child);
    }
    startProcess(telegram, url);
    await telegram.waitUntil(() => everyoneHasIt(telegram), 10_000);
    expect(new Set(received(telegram).flat())).toEqual(new Set(['Lake Ilmar is shared']));
    expect(copies(telegram) - CHATS.length).toBeLessThanOrEqual(inFlight + KILLS.length * JUST_ANSWERED);
  });
});
