import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/store/database.ts';
import { BenchUsageError } from './rows.ts';
import { AUDIENCES, DUE_AT, enrolChats, publishArticles } from './support/due-chats.ts';
import type { Enqueued } from './support/enqueue-process.ts';
import { type DatabaseMaker, ENGINES, openDatabaseMaker } from './support/fresh-databases.ts';
import { describeMachine } from './support/machine.ts';
import { startPeer } from './support/peer.ts';
import { table } from './support/table.ts';

export const about = 'writing a run for a million due chats into the outbox';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const GOALS = { sqlite: '< 5 s, < 300 MB', postgres: '< 15 s, < 300 MB' };
const HEAD = [
  'chats',
  'tick',
  'its CPU',
  'a chat',
  'bare insert',
  'ratio',
  'longest still',
  'slowest look-up',
  'peak memory',
];

export async function run(args: readonly string[]): Promise<void> {
  const { postgres, most } = optionsOf(args);
  console.log(`${describeMachine(['kysely', 'pg'])}\n`);
  console.log(
    `All chats are due at once, of ${AUDIENCES} sorts, with forty new articles. A look-up is made every 10 ms.\n`,
  );
  for (const engine of ENGINES) {
    if (engine === 'postgres' && !postgres) continue;
    const maker = await openDatabaseMaker(engine);
    try {
      const rows: string[][] = [];
      for (const chats of SIZES.filter((size) => size <= most)) rows.push(rowOf(await measure(maker, chats)));
      console.log(`${engine} (goal for 1,000,000: ${GOALS[engine]})\n\n${table(HEAD, rows)}\n`);
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

function measure(maker: DatabaseMaker, chats: number): Promise<Enqueued> {
  return maker.withFresh(async (url) => {
    const database = await openDatabase(url);
    await enrolChats(database, chats);
    await publishArticles(database, DUE_AT.subtract({ hours: 2 }));
    await database.close();
    const [measured]: Enqueued[] = await once(startPeer('enqueue-process.ts', url), 'message');
    if (measured?.chats !== chats) throw new Error(`${measured?.chats} of ${chats} chats were briefed`);
    return measured;
  });
}

function rowOf(measured: Enqueued): string[] {
  const { chats, tickMs, tickCpuMs, bareMs, longestStillMs, slowestLookUpMs, peakBytes } = measured;
  return [
    chats.toLocaleString('en'),
    `${(tickMs / 1000).toFixed(2)} s`,
    `${(tickCpuMs / 1000).toFixed(2)} s`,
    `${((tickMs * 1000) / chats).toFixed(1)} µs`,
    `${(bareMs / 1000).toFixed(2)} s`,
    (tickMs / bareMs).toFixed(1),
    `${longestStillMs.toFixed(0)} ms`,
    `${slowestLookUpMs.toFixed(0)} ms`,
    `${(peakBytes / 1e6).toFixed(0)} MB`,
  ];
}
