/**
 * A program that runs one tick on a database whose chats are due, with a person asking beside it, and tells its parent
 * what that took; then the bare statement for comparison. node enqueue-process.ts DATABASE_URL
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { tick } from '../../src/delivery/tick.ts';
import { createChats } from '../../src/store/chats.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { DUE_AT } from './due-chats.ts';
import { timed } from './stopwatch.ts';
import { tickParts } from './tick-parts.ts';

export interface Enqueued {
  readonly chats: number;
  readonly deliveries: number;
  readonly editions: number;
  readonly tickMs: number;
  /** Of this process: on PostgreSQL the server's comes on top. */
  readonly tickCpuMs: number;
  readonly bareMs: number;
  /** The longest that the program did nothing else. */
  readonly longestStillMs: number;
  /** The longest that somebody waited for one look-up. */
  readonly slowestLookUpMs: number;
  readonly peakBytes: number;
}

const [, , url = ''] = process.argv;
const RESOLUTION_MS = 1;
const ASKED_EVERY_MS = 10;

const database = await openDatabase(url);
process.send?.(await measure(database));
await database.close();
process.disconnect();

async function measure(opened: Database): Promise<Enqueued> {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const stop = new AbortController();
  loop.enable();
  const asking = slowestLookUp(opened, stop.signal);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const counts = await tick({ ...tickParts(opened), now: () => DUE_AT }, stop.signal);
  const tickMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  stop.abort();
  const slowestLookUpMs = await asking;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const { editions } = await opened.kysely
    .selectFrom('editions')
    .select(({ fn }) => fn.countAll<number>().as('editions'))
    .executeTakeFirstOrThrow();
  const bareMs = await timed(() => writeBare(opened));
  const longestStillMs = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
  return {
    chats: counts.due,
    deliveries: counts.deliveries,
    editions,
    tickMs,
    tickCpuMs: (user + system) / 1000,
    bareMs,
    longestStillMs,
    slowestLookUpMs,
    peakBytes,
  };
}

async function slowestLookUp(opened: Database, signal: AbortSignal): Promise<number> {
  const chats = createChats(opened);
  let slowest = 0;
  for (let number = 1; !signal.aborted; number++) {
    slowest = Math.max(slowest, await timed(() => chats.find(7_000_000 + number * 7)));
    await sleep(ASKED_EVERY_MS);
  }
  return slowest;
}

/** One row for each chat by one statement, which decides nothing and holds up everybody else. */
async function writeBare({ kysely }: Database): Promise<void> {
  const at = sql`cast(${DUE_AT.epochMilliseconds} as bigint)`;
  await sql`
    insert into deliveries (edition_id, chat_id, part, urgency, silent, state, queued_at, not_before)
    select 0, id, 0, 2, 1, 'pending', ${at}, ${at} from chats`.execute(kysely);
}
