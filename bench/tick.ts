import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { tick } from '../src/delivery/tick.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { BenchUsageError } from './rows.ts';
import { DUE_AT, enrolChats, publishArticles } from './support/due-chats.ts';
import { type DatabaseMaker, ENGINES, openDatabaseMaker } from './support/fresh-databases.ts';
import { describeMachine } from './support/machine.ts';
import { milliseconds, percentile, timed } from './support/stopwatch.ts';
import { table } from './support/table.ts';
import { tickParts } from './support/tick-parts.ts';

export const about = 'what a minute costs among a million chats, and how far the outbox grows';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const IDLE_TICKS = 100;
const MINUTES_A_DAY = 1440;
const BUSY_TICKS = 20;
const GROWING_CHATS = 2000;
const GROWING_DAYS = 75;
const TOLD_DAYS = new Set([10, 30, 59, 61, 65, 75]);

export async function run(args: readonly string[]): Promise<void> {
  const { postgres, most } = optionsOf(args);
  console.log(`${describeMachine(['kysely', 'pg'])}\n`);
  for (const engine of ENGINES) {
    if (engine === 'postgres' && !postgres) continue;
    const maker = await openDatabaseMaker(engine);
    try {
      const costs: string[][] = [];
      for (const chats of SIZES.filter((size) => size <= most)) costs.push(await costRow(maker, chats));
      const head = ['chats', 'nobody is due: median', '99 %', 'due in a minute', 'that tick: median', 'slowest'];
      console.log(`${engine} (goal among 1,000,000 of whom nobody is due: < 5 ms)\n\n${table(head, costs)}\n`);
      const growth = await growthRows(maker);
      console.log(`${table([`day, of ${GROWING_CHATS} chats`, 'deliveries', 'editions', 'size'], growth)}\n`);
    } finally {
      await maker.close();
    }
  }
}

function optionsOf(args: readonly string[]) {
  const options = {
    postgres: { type: 'boolean', default: false },
    most: { type: 'string', default: String(SIZES.at(-1)) },
  } as const;
  try {
    const { postgres, most } = parseArgs({ args: [...args], options }).values;
    if (!(Number(most) > 0)) throw new Error('--most must be a number of chats above 0');
    return { postgres, most: Number(most) };
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

function costRow(maker: DatabaseMaker, chats: number): Promise<string[]> {
  return withDatabase(maker, async (database) => {
    await enrolChats(database, chats);
    await publishArticles(database, DUE_AT.subtract({ hours: 2 }));
    const beforeThem = Array.from({ length: IDLE_TICKS }, () => DUE_AT.subtract({ hours: 1 }));
    const idle = await tickTimes(database, beforeThem);
    await spreadOverTheDay(database);
    const minutes = Array.from({ length: BUSY_TICKS }, (_, minute) => DUE_AT.add({ minutes: minute }));
    const busy = await tickTimes(database, minutes);
    return [
      chats.toLocaleString('en'),
      milliseconds(percentile(idle, 50)),
      milliseconds(percentile(idle, 99)),
      Math.ceil(chats / MINUTES_A_DAY).toLocaleString('en'),
      milliseconds(percentile(busy, 50)),
      milliseconds(percentile(busy, 100)),
    ];
  });
}

async function tickTimes(database: Database, at: readonly Temporal.Instant[]): Promise<number[]> {
  const parts = tickParts(database);
  const times: number[] = [];
  for (const instant of at)
    times.push(await timed(() => tick({ ...parts, now: () => instant }, new AbortController().signal)));
  return times;
}

async function spreadOverTheDay({ engine, kysely }: Database): Promise<void> {
  await sql`
    update chats set next_due_at = ${DUE_AT.epochMilliseconds} + (id / 7 % ${MINUTES_A_DAY}) * 60000`.execute(kysely);
  if (engine === 'postgres') await sql`vacuum analyze chats`.execute(kysely);
}

/** A briefing a day for each chat, until the oldest have had their time and longer. */
function growthRows(maker: DatabaseMaker): Promise<string[][]> {
  return withDatabase(maker, async (database) => {
    await enrolChats(database, GROWING_CHATS);
    const rows: string[][] = [];
    for (let day = 1; day <= GROWING_DAYS; day++) {
      const dueAt = DUE_AT.add({ hours: 24 * (day - 1) });
      await publishArticles(database, dueAt.subtract({ hours: 2 }), 10);
      await tickTimes(database, [dueAt]);
      if (TOLD_DAYS.has(day)) rows.push([String(day), ...(await sizesOf(database))]);
    }
    return rows;
  });
}

async function sizesOf({ engine, kysely }: Database): Promise<string[]> {
  const count = async (name: 'deliveries' | 'editions') => {
    const { rows } = await kysely
      .selectFrom(name)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows.toLocaleString('en');
  };
  const size =
    engine === 'sqlite'
      ? sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
  const [row] = (await size.execute(kysely)).rows;
  return [await count('deliveries'), await count('editions'), `${((row?.bytes ?? 0) / 1e6).toFixed(0)} MB`];
}

function withDatabase<T>(maker: DatabaseMaker, use: (database: Database) => Promise<T>): Promise<T> {
  return maker.withFresh(async (url) => {
    const database = await openDatabase(url);
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  });
}
