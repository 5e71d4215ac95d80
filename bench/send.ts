import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BenchUsageError } from './rows.ts';
import type { ArrivalCount, Limits } from './support/arrivals.ts';
import { type BotApi, FREE, NONE, PAID, startBotApi } from './support/bot-api.ts';
import { describeMachine } from './support/machine.ts';
import { cpuSecondsOf } from './support/peer.ts';
import { type Program, startProgram } from './support/program.ts';
import { fillQueue } from './support/queue.ts';
import { table } from './support/table.ts';

export const about = 'the rate and the cost of sending, before a server that enforces the limits';

const PAID_SETTINGS = { MESSAGES_PER_SECOND: '1000', PAID_BROADCAST: 'true' };

interface Steady {
  readonly name: string;
  readonly rate: number;
  readonly settings: Record<string, string>;
  readonly limits: Limits;
  readonly jitterMs: number;
  readonly goal: string;
}

const STEADY: readonly Steady[] = [
  {
    name: '30 a second, loopback',
    rate: 30,
    settings: { MESSAGES_PER_SECOND: '30' },
    limits: FREE,
    jitterMs: 0,
    goal: '≥ 29.9/s, no 429',
  },
  {
    name: '28 a second (default), up to 60 ms of jitter',
    rate: 28,
    settings: {},
    limits: FREE,
    jitterMs: 60,
    goal: '≥ 27.9/s, no 429',
  },
  {
    name: '1,000 a second, paid',
    rate: 1000,
    settings: PAID_SETTINGS,
    limits: PAID,
    jitterMs: 0,
    goal: '≥ 990/s, no 429',
  },
];

/** Chats, of which each gets so many parts that there are messages enough to measure. */
const SIZES = [1_000, 10_000, 100_000];
const LARGEST = 1_000_000;
const WARM_UP_MESSAGES = 5000;
const MEASURED_MESSAGES = 4500;
const LOOP_MESSAGES = 5000;

export async function run(args: readonly string[]): Promise<void> {
  const { seconds, large } = optionsOf(args);
  console.log(`${describeMachine(['telegraf', 'undici', 'kysely'])}\n`);
  const steady: string[][] = [];
  for (const each of STEADY) steady.push(await steadyRow(each, seconds));
  console.log(
    table([`over ${seconds} s`, 'a second', '429', 'worst second', 'chat gap', 'CPU a message', 'goal'], steady),
  );
  const costs: string[][] = [];
  for (const chats of large ? [...SIZES, LARGEST] : SIZES) costs.push(await costRow(chats));
  console.log(`\n${table(['chats', 'Dateline, whole program', 'Telegraf loop', 'ratio (goal ≤ 1.0)'], costs)}`);
}

function optionsOf(args: readonly string[]) {
  const options = { seconds: { type: 'string', default: '60' }, large: { type: 'boolean', default: false } } as const;
  try {
    const { seconds, large } = parseArgs({ args: [...args], options }).values;
    if (!(Number(seconds) > 0)) throw new Error('--seconds must be a number above 0');
    return { seconds: Number(seconds), large };
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

async function steadyRow({ name, rate, settings, limits, jitterMs, goal }: Steady, seconds: number): Promise<string[]> {
  const chats = Math.ceil(rate * (seconds + 5) * 0.6);
  return withProgram({ limits, jitterMs, chats, parts: 2, settings }, async (api, program) => {
    await accepted(api, rate);
    const [before, cpuBefore] = [await api.count(), await program.cpuSeconds()];
    await sleep(seconds * 1000);
    const [after, cpuAfter] = [await api.count(), await program.cpuSeconds()];
    const messages = after.accepted - before.accepted;
    const perSecond = (messages * 1000) / (after.at - before.at);
    const gap = after.shortestChatGapMs === null ? '' : `${(after.shortestChatGapMs / 1000).toFixed(2)} s`;
    const cpu = `${(((cpuAfter - cpuBefore) * 1000) / messages).toFixed(2)} ms`;
    return [name, perSecond.toFixed(2), String(after.refused), String(after.worstSecond), gap, cpu, goal];
  });
}

/** The CPU of a message at 1,000 a second, and that of a call of the plain loop just before and just after. */
async function costRow(chats: number): Promise<string[]> {
  const loopBefore = await loopCost();
  const parts = Math.max(1, Math.ceil((WARM_UP_MESSAGES + MEASURED_MESSAGES + 500) / chats));
  const setting = { limits: PAID, jitterMs: 0, chats, parts, settings: PAID_SETTINGS };
  const own = await withProgram(setting, async (api, program) => {
    const before = await accepted(api, WARM_UP_MESSAGES);
    const cpuBefore = await program.cpuSeconds();
    const after = await accepted(api, before.accepted + MEASURED_MESSAGES);
    const cpuAfter = await program.cpuSeconds();
    return ((cpuAfter - cpuBefore) * 1000) / (after.accepted - before.accepted);
  });
  const loop = (loopBefore + (await loopCost())) / 2;
  return [chats.toLocaleString('en'), `${own.toFixed(3)} ms`, `${loop.toFixed(3)} ms`, (own / loop).toFixed(2)];
}

async function loopCost(): Promise<number> {
  const api = await startBotApi({ limits: NONE, jitterMs: 0 });
  const seconds = await cpuSecondsOf('telegraf-loop.ts', api.url, String(LOOP_MESSAGES));
  await api.close();
  return (seconds * 1000) / LOOP_MESSAGES;
}

interface Setting {
  readonly limits: Limits;
  readonly jitterMs: number;
  readonly chats: number;
  readonly parts: number;
  readonly settings: Record<string, string>;
}

async function withProgram<T>(setting: Setting, measure: (api: BotApi, program: Program) => Promise<T>): Promise<T> {
  const queue = await fillQueue(setting.chats, setting.parts);
  const api = await startBotApi(setting);
  const program = await startProgram(queue.url, api.url, setting.settings);
  try {
    return await measure(api, program);
  } finally {
    await program.kill();
    await api.close();
    await queue.erase();
  }
}

/** Waits until so many messages have been accepted. */
async function accepted(api: BotApi, messages: number): Promise<ArrivalCount> {
  for (;;) {
    const count = await api.count();
    if (count.accepted >= messages) return count;
    await sleep(50);
  }
}
