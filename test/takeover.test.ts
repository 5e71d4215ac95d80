import { hostname } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createChats } from '../src/store/chats.ts';
import { openDatabase } from '../src/store/database.ts';
import { createOutbox } from '../src/store/outbox.ts';
import { FRESH } from './support/databases.ts';
import { anEdition, numbers } from './support/dispatch-desk.ts';
import { AT_WORK, startProgram } from './support/program.ts';
import { startTelegram } from './support/telegram.ts';

const READERS = numbers(6001, 6100);
/** What the first sends before it stands still. */
const BEFORE = 30;

/** The lease runs out in six seconds; the rest is for a busy machine. */
const LONGEST_MS = 60_000;

/** A Bot API server with many readers, and a PostgreSQL database in which they are enrolled. */
async function aQueue() {
  const telegram = await startTelegram();
  const fresh = await FRESH.postgres();
  const database = await openDatabase(fresh.url);
  onTestFinished(async () => {
    await telegram.close();
    await database.close();
    await fresh.erase();
  });
  const newsSince = Temporal.Now.instant();
  for (const id of READERS) {
    telegram.api.addUser({ id, first_name: 'Reader', started: true });
    const settings = { title: '', language: 'en', timeZone: 'UTC', schedule: undefined, newsSince } as const;
    await createChats(database).enrol({ id, kind: 'private', ...settings });
  }
  const environment = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DATABASE_URL: fresh.url,
  };
  return {
    telegram,
    environment,
    queue: () => createOutbox(database).send(anEdition('Monday'), READERS, Temporal.Now.instant()),
    copies: () => READERS.map((id) => telegram.botMessages(id).length),
  };
}

describe('of two processes on one PostgreSQL', () => {
  it('the second takes over within 15 s of the first standing still, and the first sends nothing more', {
    timeout: LONGEST_MS,
  }, async () => {
    const { telegram, environment, queue, copies } = await aQueue();
    const received = () => copies().filter((count) => count > 0).length;
    const first = startProgram(environment);
    await first.line(AT_WORK);
    const second = startProgram(environment);
    expect(await second.line(/another process sends/)).toContain(`${hostname()}:${first.pid}`);
    await queue();
    await telegram.waitUntil(() => received() >= BEFORE, 20_000, 'what the first sends');
    first.kill('SIGSTOP');
    const stoppedAt = performance.now();
    const before = received();
    await second.line(AT_WORK);
    expect(performance.now() - stoppedAt).toBeLessThan(15_000);
    await telegram.waitUntil(() => received() > before + 10, 20_000, 'what the second sends');
    first.kill('SIGCONT');
    await telegram.waitUntil(() => received() === READERS.length, 20_000, 'the rest');
    expect(await first.ended).toBe(1);
    // The calls of the first that were on their way when it was stopped.
    expect(copies().reduce((sum, count) => sum + count, 0) - READERS.length).toBeLessThanOrEqual(3);
  });
});
