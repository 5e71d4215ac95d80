import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import type { PublicFetchDeps } from '../../src/adapters/web/fetch-public.ts';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createFastClock, silentLog } from './fast-clock.ts';
import { startTelegram } from './telegram.ts';

/** The gate's seconds pass this much faster: Telegram's pace is kept, and nobody waits for it. */
const HASTE = 100;

/**
 * The whole program in this process, on a database of its own, talking HTTP to a Bot API server of its own. It is
 * stopped when the test is over.
 */
export async function startDateline(environment: Record<string, string> = {}, web?: PublicFetchDeps) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const telegram = await startTelegram({ handled: () => inboxEmptied(databaseIn(folder)) });
  const program = await startProgram(
    folder,
    {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      ADMIN_IDS: String(telegram.owner),
      ...environment,
    },
    web,
  );
  onTestFinished(telegram.close);
  return { ...telegram, ...program };
}

/** The same with no token, so with the sandbox; `address` is that of its page. */
export async function startSandbox() {
  return startProgram(await mkdtemp(join(tmpdir(), 'dateline-')), {});
}

/** The program in an environment. Its clock goes on as the wall's does, and can be put forward. */
async function startProgram(folder: string, environment: Record<string, string>, web?: PublicFetchDeps) {
  const config = readConfig({
    DATABASE_URL: `sqlite:${databaseIn(folder)}`,
    HTTP_PORT: '0',
    ...environment,
  });
  if (config.kind === 'faults') throw new Error(JSON.stringify(config.faults));
  const { timer } = createFastClock('2026-01-01T00:00:00Z', HASTE);
  let ahead = Temporal.Duration.from({ seconds: 0 });
  const now = () => Temporal.Now.instant().add(ahead);

  const start = async () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const app = await openApp(config.config, {
      ...{ say, log: silentLog, now, timer, random: () => 0.5 },
      ...(web && { web }),
    });
    const stop = new AbortController();
    const ended = app.run(stop.signal);
    return {
      address: said[0] ?? '',
      tick: app.tick,
      async stop() {
        stop.abort();
        return ended;
      },
    };
  };
  let running = await start();
  onTestFinished(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    now,
    address: () => running.address,
    /** Puts the clock forward to the instant, and ticks. */
    async tickAt(instant: Temporal.Instant) {
      ahead = instant.since(Temporal.Now.instant());
      await running.tick();
    },
    async restart() {
      await running.stop();
      running = await start();
    },
    stop: () => running.stop(),
  };
}

function databaseIn(folder: string): string {
  return join(folder, 'dateline.sqlite');
}

/** What the bot has confirmed is written down; what is written down and handled no longer waits. */
async function inboxEmptied(path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  const waiting = database.prepare('select 1 from inbox where handled_at is null limit 1');
  try {
    while (waiting.get() !== undefined) await sleep(2);
  } finally {
    database.close();
  }
}
