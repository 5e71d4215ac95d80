import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EVERY_DAY } from '../src/delivery/schedule.ts';
import { createArticles } from '../src/store/articles.ts';
import { createChats } from '../src/store/chats.ts';
import { openDatabase } from '../src/store/database.ts';
import { anArticle } from './support/articles.ts';
import { AT_WORK, startProgram as start } from './support/program.ts';
import { startTelegram, type Telegram, textOf } from './support/telegram.ts';

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-main-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A Bot API server and the environment of a bot that talks to it. */
async function aTelegram(): Promise<{ telegram: Telegram; environment: Record<string, string> }> {
  const telegram = await startTelegram();
  onTestFinished(() => telegram.close());
  return {
    telegram,
    environment: {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      DATABASE_URL: `sqlite:${join(await aFolder(), 'test.sqlite')}`,
    },
  };
}

/** A chat whose briefing fell due a minute ago, and an article for it. */
async function makeDue(url: string, chatId: number): Promise<void> {
  const database = await openDatabase(url);
  const now = Temporal.Now.instant();
  const chats = createChats(database);
  const articles = createArticles(database);
  const schedule = { times: ['08:00'], days: EVERY_DAY };
  const settings = { title: 'Samat', language: 'en', timeZone: 'UTC', schedule, newsSince: now } as const;
  await chats.enrol({ id: chatId, kind: 'private', ...settings });
  await chats.subscribe(chatId, ['KZ']);
  await chats.change(chatId, { nextDueAt: now.subtract({ minutes: 1 }) });
  const { id } = await articles.file(anArticle());
  await articles.publish(id, 1, now, 'published');
  await database.close();
}

describe('the program', () => {
  it('ends with 2 and a line for each wrong variable, without a trace or a secret', async () => {
    const bot = start({
      TELEGRAM_BOT_TOKEN: 'hunter2:is-secret',
      DEFAULT_TIME_ZONE: 'Mars/Base',
      HTTP_PORT: 'high',
      WEBHOOK_URL: 'http://bot.example.org/',
    });
    expect(await bot.ended).toBe(2);
    expect(bot.out).toEqual([]);
    expect(bot.errors.map((line) => line.split(' ')[0])).toEqual([
      'TELEGRAM_BOT_TOKEN',
      'DEFAULT_TIME_ZONE',
      'WEBHOOK_URL',
      'HTTP_PORT',
    ]);
    for (const line of bot.errors) expect(line).toMatch(/\. Example: [A-Z_]+=\S+$/);
    expect(bot.errors.join()).not.toMatch(/hunter2|Mars/);
  });

  it('ends with 2 where the database file cannot be opened, in one line', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'file'), 'in the way');
    const bot = start({ DATABASE_URL: `sqlite:${join(folder, 'file', 'test.sqlite')}` });
    expect(await bot.ended).toBe(2);
    expect(bot.errors).toHaveLength(1);
    expect(bot.errors[0]).toMatch(
      /^DATABASE_URL: the SQLite file .* cannot be opened: .*\. Example: DATABASE_URL=\S+$/,
    );
  });

  it('ends with 1 where the database server is away, in one line without the password', async () => {
    const bot = start({ DATABASE_URL: 'postgres://dateline:hunter2@127.0.0.1:1/dateline' });
    expect(await bot.ended).toBe(1);
    expect(bot.errors).toHaveLength(1);
    expect(bot.errors[0]).toContain('127.0.0.1:1/dateline');
    expect(bot.errors[0]).not.toContain('hunter2');
  });

  it('ends with 1 where Telegram refuses the token, naming the variable and not the token', async () => {
    const { environment } = await aTelegram();
    const bot = start({ ...environment, TELEGRAM_BOT_TOKEN: '4242:wrong_token-of-the-tests' });
    expect(await bot.ended).toBe(1);
    expect(bot.errors.at(-1)).toMatch(/^Telegram refuses TELEGRAM_BOT_TOKEN/);
    expect([...bot.out, ...bot.errors].join()).not.toMatch(/wrong_token|\bat .*\.ts:\d/);
  });

  it('ends with 0 on SIGTERM, and everybody who wrote before or after is answered once', async () => {
    const { telegram, environment } = await aTelegram();
    const people = [telegram.owner, telegram.subscriber];
    const answers = () => people.map((person) => telegram.botMessages(person).length);
    const ask = () => people.flatMap((person) => telegram.api.sendText(person, person, '/help'));
    const first = start(environment);
    await first.line(AT_WORK);
    ask();
    await telegram.waitUntil(() => answers().includes(1));
    ask();
    const began = performance.now();
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);

    const second = start(environment);
    await second.line(AT_WORK);
    await telegram.settled(...ask());
    await telegram.waitUntil(() => answers().every((count) => count >= 3), 10_000);
    expect(answers()).toEqual([3, 3]);
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('ends with 0 on SIGTERM while Telegram leaves an answer hanging', async () => {
    const { telegram, environment } = await aTelegram();
    const hanging = Promise.withResolvers<void>();
    telegram.api.setFault((method) => {
      if (method !== 'sendMessage') return undefined;
      hanging.resolve();
      return { delayMs: 30_000 };
    });
    const bot = start(environment);
    telegram.api.sendText(telegram.subscriber, telegram.subscriber, '/help');
    await hanging.promise;
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('ends with 0 on SIGINT while Telegram is out of reach', async () => {
    const { telegram, environment } = await aTelegram();
    telegram.api.setFault(() => ({ status: 502 }));
    const bot = start(environment);
    await bot.line(/out of reach/);
    bot.kill('SIGINT');
    expect(await bot.ended).toBe(0);
  });

  it('ends with 0 on SIGTERM while Telegram does not answer', async () => {
    const { telegram, environment } = await aTelegram();
    const asked = Promise.withResolvers<void>();
    telegram.api.setFault(() => {
      asked.resolve();
      return { delayMs: 30_000 };
    });
    const bot = start(environment);
    await asked.promise;
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('opens the sandbox without a token: first its address, where the page and its health are', async () => {
    const bot = start({ DATABASE_URL: `sqlite:${join(await aFolder(), 'test.sqlite')}` });
    await bot.line(AT_WORK);
    const [address = ''] = bot.out;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const health = await fetch(`${address}health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('sends a briefing once that was due when the process was killed before it could send', async () => {
    const { telegram, environment } = await aTelegram();
    await makeDue(environment.DATABASE_URL ?? '', telegram.subscriber);
    const tried = Promise.withResolvers<void>();
    telegram.api.setFault((method) => {
      if (method !== 'sendMessage') return undefined;
      tried.resolve();
      return { status: 502 };
    });
    const first = start(environment);
    await tried.promise;
    first.kill('SIGKILL');
    await first.ended;
    expect(telegram.botMessages(telegram.subscriber)).toEqual([]);

    telegram.api.setFault(undefined);
    start(environment);
    await telegram.waitUntil(() => telegram.botMessages(telegram.subscriber).length > 0, 12_000, 'the briefing');
    await telegram.ask(telegram.subscriber, telegram.subscriber, '/status');
    const briefings = telegram
      .botMessages(telegram.subscriber)
      .map(textOf)
      .filter((text) => text.includes('Briefing'));
    expect(briefings).toHaveLength(1);
    expect(briefings[0]).toContain('Vardania shares Lake Ilmar');
  });

  it('waits while another works on the same database, names it, and takes over when it is killed', async () => {
    const { telegram, environment } = await aTelegram();
    const first = start(environment);
    await first.line(AT_WORK);
    const second = start(environment);
    expect(await second.line(/another process/)).toContain(`${hostname()}:${first.pid}`);
    await telegram.ask(telegram.subscriber, telegram.subscriber, '/help');
    first.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    await second.line(AT_WORK);
    const [answer] = await telegram.ask(telegram.subscriber, telegram.subscriber, '/help');
    expect(textOf(answer)).toContain('/subscribe');
    expect(second.errors.filter((line) => /another process/.test(line))).toHaveLength(1);
  });
});
