import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EVERY_DAY } from '../../src/delivery/schedule.ts';
import type { Sent } from '../../src/sandbox/writing.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { anArticle } from './articles.ts';
import { createChance } from './chance.ts';
import { answerTo, START } from './chaos-plan.ts';
import { ASKING, type ChaosServer, GROUPS, PEOPLE, startChaosServer } from './chaos-server.ts';

/** What became of what was due after a process that sends was killed again and again. */
export interface ChaosReport {
  readonly kills: number;
  /** Messages of briefings due to chats that did not block the bot, and questions that were asked. */
  readonly due: number;
  /** Of these, never applied by the server, or never answered. */
  readonly lost: readonly string[];
  /** Copies beyond the first. */
  readonly doubled: number;
  /** Messages that were begun and updates that were taken, and not settled when the process died, all kills together. */
  readonly onTheirWay: number;
  /** Calls that the server applied and then cut. */
  readonly cutAfterApplying: number;
  /** Chats that got a second part before a first, or a later answer before an earlier. */
  readonly outOfOrder: readonly number[];
  /** From each start of a process to its first message. */
  readonly restartMs: readonly number[];
}

const PROGRAM = join(import.meta.dirname, 'sender-process.ts');
const BLOCKED = 6;
const MOVED = 4;
/** So many of the first processes tick, and may be killed at it, and the last does. */
const TICKING = 3;
const LONGEST_FIRST_SEND_MS = 3000;
/** After its first message. */
const LONGEST_LIFE_MS = 250;
/** A message that was cut again and again comes after a minute of the fast clock, or two. */
const LONGEST_END_MS = 60_000;

/**
 * Kills the process that sends `kills` times at moments that the seed decides, and then lets it come to the end. An
 * abort of the signal ends the process that runs.
 */
export async function runChaos(
  databaseUrl: string,
  seed: number,
  kills: number,
  signal: AbortSignal,
): Promise<ChaosReport> {
  const chance = createChance(seed);
  const telegram = await startChaosServer(chance);
  const database = await openDatabase(databaseUrl);
  try {
    await makeDue(database);
    const began = String(Date.now());
    const start = (life: number) => {
      const parameters = [databaseUrl, telegram.url, telegram.token, began];
      return startSender(life < TICKING || life === kills ? [...parameters, 'tick'] : parameters, signal);
    };
    return await kill(telegram, database, start, chance, kills);
  } finally {
    await database.close();
    await telegram.close();
  }
}

/** Everybody's briefing is due, and there is an article for it. */
async function makeDue(database: Database): Promise<void> {
  const schedule = { times: ['08:00'], days: EVERY_DAY };
  const newsSince = START.subtract({ hours: 24 });
  const settings = { title: '', language: 'en', timeZone: 'UTC', schedule, newsSince } as const;
  const chats = createChats(database);
  for (const id of [...PEOPLE, ...GROUPS]) {
    await chats.enrol({ id, kind: id < 0 ? 'group' : 'private', ...settings });
    await chats.subscribe(id, ['KZ']);
    await chats.change(id, { nextDueAt: START });
  }
  const articles = createArticles(database);
  const { id } = await articles.file(anArticle({ countries: ['KZ'] }));
  await articles.publish(id, 1, START.subtract({ hours: 1 }), 'published');
}

async function kill(
  telegram: ChaosServer,
  database: Database,
  start: (life: number) => ChildProcess,
  chance: () => number,
  kills: number,
): Promise<ChaosReport> {
  const restartMs: number[] = [];
  const asked: Sent[] = [];
  let onTheirWay = 0;
  for (let life = 0; life < kills; life++) {
    const child = start(life);
    asked.push(...befall(telegram, life, kills));
    const started = performance.now();
    const sends = await Promise.race([telegram.nextSend().then(() => true), sleep(LONGEST_FIRST_SEND_MS, false)]);
    if (sends) restartMs.push(performance.now() - started);
    await sleep(chance() * LONGEST_LIFE_MS);
    if (child.exitCode !== null) throw new Error(`the sender ended by itself with code ${child.exitCode}`);
    await end(child, 'SIGKILL');
    onTheirWay += await countOnTheirWay(database);
  }
  const last = start(kills);
  for (const { updateId } of asked) await telegram.api.settled(updateId, LONGEST_END_MS);
  await untilNothingWaits(database, telegram);
  await end(last, 'SIGTERM');
  const ends = await endsIn(database);
  return {
    kills,
    restartMs,
    onTheirWay,
    cutAfterApplying: telegram.cutAfterApplying(),
    ...judge(telegram, kills, ends),
  };
}

function startSender(parameters: readonly string[], signal: AbortSignal): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  // It is told so where the signal has ended it.
  child.on('error', () => {});
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** What people do meanwhile: some ask, some block the bot, some groups become supergroups. Gives what was asked. */
function befall(telegram: ChaosServer, life: number, lives: number): Sent[] {
  const share = <T>(all: readonly T[]) => all.filter((_, place) => Math.floor((place * lives) / all.length) === life);
  for (const person of share(PEOPLE.slice(-BLOCKED))) telegram.block(person);
  for (const group of share(GROUPS.slice(-MOVED))) telegram.move(group);
  return ASKING.flatMap((person) => telegram.api.sendText(person, person, `ask ${life}`));
}

/** What may have been begun when the process died and was not settled: of that alone nobody knows whether it was done. */
async function countOnTheirWay({ kysely }: Database): Promise<number> {
  const count = (rows: readonly unknown[]) => rows.length;
  const sending = kysely.selectFrom('deliveries').select('id').where('state', '=', 'sending').execute();
  const handling = kysely.selectFrom('inbox').select('id').where('handled_at', 'is', null);
  return count(await sending) + count(await handling.execute());
}

async function untilNothingWaits({ kysely }: Database, telegram: ChaosServer): Promise<void> {
  const until = performance.now() + LONGEST_END_MS;
  const unsettled = ['pending', 'leased', 'sending'] as const;
  for (;;) {
    const deliveries = await kysely.selectFrom('deliveries').select('id').where('state', 'in', unsettled).execute();
    const updates = await kysely.selectFrom('inbox').select('id').where('handled_at', 'is', null).execute();
    const waits = deliveries.length + updates.length + telegram.underWay();
    if (waits === 0) return;
    if (performance.now() > until) throw new Error(`${waits} messages and updates still wait`);
    await sleep(25);
  }
}

/** How messages ended that were not sent, for whoever looks for the reason. */
async function endsIn({ kysely }: Database): Promise<string> {
  const rows = await kysely
    .selectFrom('deliveries')
    .select(['chat_id', 'part', 'state', 'attempts', 'error'])
    .where('state', '!=', 'sent')
    .execute();
  return rows.map((row) => [row.chat_id, row.part, row.state, row.attempts, row.error].join(' ')).join('; ');
}

/** Compares what was due with what the server has applied. */
function judge(telegram: ChaosServer, kills: number, ends: string) {
  const readers = [...PEOPLE, ...GROUPS].filter((chat) => !telegram.blocked.has(chat));
  const answers = Array.from({ length: kills }, (_, life) => answerTo(`ask ${life}`) ?? '');
  const due = [
    ...readers.flatMap((chat) => telegram.partsOfBriefing.map((text) => ({ chat, text }))),
    ...ASKING.flatMap((chat) => answers.map((text) => ({ chat, text }))),
  ];
  const copies = due.map(({ chat, text }) => telegram.copies(chat, text));
  const expected = (chat: number) => (ASKING.includes(chat) ? answers : telegram.partsOfBriefing);
  return {
    due: due.length,
    lost: due.flatMap(({ chat, text }, place) => (copies[place] === 0 ? [`${text} in ${chat} (${ends})`] : [])),
    doubled: copies.reduce((sum, each) => sum + Math.max(0, each - 1), 0),
    outOfOrder: [...readers, ...ASKING].filter((chat) => {
      const firsts = [...new Set(telegram.texts(chat))];
      return (
        firsts.join() !==
        expected(chat)
          .filter((text) => firsts.includes(text))
          .join()
      );
    }),
  };
}
