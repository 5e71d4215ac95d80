import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BenchUsageError } from './rows.ts';
import type { ArrivalCount } from './support/arrivals.ts';
import { type BotApi, end, FREE, startBotApi } from './support/bot-api.ts';
import { describeMachine } from './support/machine.ts';
import { startPeer } from './support/peer.ts';
import { startProgram } from './support/program.ts';
import { fillQueue } from './support/queue.ts';
import { table } from './support/table.ts';

export const about = 'Dateline beside a Telegraf loop and grammY with its plugins, and a SIGKILL each';

/** A program that sends one message to each of its chats. */
interface Contender {
  readonly name: string;
  /** Makes ready what outlives the program, and tells how to start it. */
  prepare(api: BotApi, chats: number): Promise<{ start(): Promise<Running>; erase(): Promise<void> }>;
}

interface Running {
  kill(): Promise<void>;
  /** Resolves when it has nothing more to send, as far as it knows itself. */
  readonly through: Promise<unknown>;
}

const NETWORK_JITTER_MS = 60;
const KILLED_LIST = 600;
const KILLED_AFTER = 200;
/** Whatever a program has not delivered by then, it does not know of. */
const PATIENCE_MS = 90_000;

const CONTENDERS: readonly Contender[] = [
  { name: 'Telegraf, a plain loop', prepare: peer('telegraf-loop.ts') },
  { name: 'grammY, throttler and auto-retry', prepare: peer('grammy-loop.ts') },
  { name: 'Dateline', prepare: dateline },
];

export async function run(args: readonly string[]): Promise<void> {
  const seconds = secondsOf(args);
  console.log(describeMachine(['telegraf', 'grammy', '@grammyjs/transformer-throttler', '@grammyjs/auto-retry']));
  console.log(
    `Up to ${NETWORK_JITTER_MS} ms of network, limits of 30 a second, one a second in a chat, 20 a minute in a group.`,
  );
  console.log(
    `SIGKILL after ${KILLED_AFTER} of ${KILLED_LIST}; the loops keep no record, so they start again at the first chat.\n`,
  );
  const rows: string[][] = [];
  for (const contender of CONTENDERS) {
    const steady = await delivered(contender, seconds);
    const killed = await deliveredDespiteKill(contender);
    const counts = [steady.accepted, steady.refused, steady.worstSecond, KILLED_LIST - killed.chats, killed.doubles];
    rows.push([contender.name, ...counts.map(String)]);
  }
  console.log(table(['', `delivered in ${seconds} s`, '429', 'worst second', 'lost', 'doubled'], rows));
}

function secondsOf(args: readonly string[]): number {
  try {
    const { values } = parseArgs({ args: [...args], options: { seconds: { type: 'string', default: '60' } } });
    if (Number(values.seconds) > 0) return Number(values.seconds);
    throw new Error('--seconds must be a number above 0');
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

async function delivered(contender: Contender, seconds: number): Promise<ArrivalCount> {
  const api = await startBotApi({ limits: FREE, jitterMs: NETWORK_JITTER_MS });
  const prepared = await contender.prepare(api, Math.ceil(seconds * FREE.perSecond * 1.5));
  const running = await prepared.start();
  await sleep(seconds * 1000);
  const count = await api.count();
  await running.kill();
  await prepared.erase();
  await api.close();
  return count;
}

async function deliveredDespiteKill(contender: Contender): Promise<ArrivalCount> {
  const api = await startBotApi({ limits: FREE, jitterMs: NETWORK_JITTER_MS });
  const prepared = await contender.prepare(api, KILLED_LIST);
  const first = await prepared.start();
  while ((await api.count()).accepted < KILLED_AFTER) await sleep(20);
  await first.kill();
  const second = await prepared.start();
  await Promise.race([second.through, sleep(PATIENCE_MS, undefined, { ref: false }), everyoneHasIt(api)]);
  const count = await api.count();
  await second.kill();
  await prepared.erase();
  await api.close();
  return count;
}

async function everyoneHasIt(api: BotApi): Promise<void> {
  while ((await api.count()).chats < KILLED_LIST) await sleep(200);
  // What would come twice now comes soon.
  await sleep(3000);
}

function peer(file: string): Contender['prepare'] {
  return async (api, chats) => ({
    erase: async () => undefined,
    start: async () => {
      const child = startPeer(file, api.url, String(chats));
      return { kill: () => end(child, 'SIGKILL'), through: once(child, 'exit') };
    },
  });
}

async function dateline(api: BotApi, chats: number): ReturnType<Contender['prepare']> {
  const queue = await fillQueue(chats, 1);
  return {
    erase: queue.erase,
    start: async () => ({
      kill: (await startProgram(queue.url, api.url, {})).kill,
      through: new Promise(() => undefined),
    }),
  };
}
