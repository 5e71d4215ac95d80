import { parseArgs } from 'node:util';
import { type ChaosReport, runChaos } from '../test/support/chaos.ts';
import { BenchUsageError } from './rows.ts';
import { NONE, startBotApi } from './support/bot-api.ts';
import { type DatabaseMaker, ENGINES, openDatabaseMaker } from './support/fresh-databases.ts';
import { describeMachine } from './support/machine.ts';
import { startProgram } from './support/program.ts';
import { table } from './support/table.ts';

export const about = 'what is lost and doubled when the process that sends is killed while everything goes wrong';

const KILLS_A_ROUND = 10;
const RESTARTS = 10;
const NEVER = new AbortController().signal;

const HEAD = [
  ...['database', 'rounds', 'kills', 'due', 'lost', 'doubled', 'bound', 'out of order'],
  ...['at work again, median', 'worst'],
];

export async function run(args: readonly string[]): Promise<void> {
  const { rounds, seed } = optionsOf(args);
  console.log(`${describeMachine(['kysely', 'pg', 'undici'])}\n`);
  const rows: string[][] = [];
  for (const engine of ENGINES) {
    const databases = await openDatabaseMaker(engine);
    try {
      const reports: ChaosReport[] = [];
      for (let round = seed; round < seed + rounds; round++) {
        const report = await databases.withFresh((url) => runChaos(url, round, KILLS_A_ROUND, NEVER));
        console.log(`${engine}, seed ${round}: ${verdictOn(report)}`);
        reports.push(report);
      }
      rows.push([engine, ...chaosCells(reports), ...spread(await restarts(databases))]);
    } finally {
      await databases.close();
    }
  }
  console.log(`\n${table(HEAD, rows)}\n\n${legend(seed)}`);
}

function optionsOf(args: readonly string[]): { rounds: number; seed: number } {
  const options = { rounds: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } } as const;
  try {
    const { rounds, seed } = parseArgs({ args: [...args], options }).values;
    if (!/^[1-9]\d*$/.test(rounds)) throw new Error('--rounds must be a whole number above 0');
    if (!/^\d+$/.test(seed)) throw new Error('--seed must be a whole number');
    return { rounds: Number(rounds), seed: Number(seed) };
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

function verdictOn({ lost, doubled, onTheirWay, cutAfterApplying, outOfOrder }: ChaosReport): string {
  const faults = [
    ...lost.map((what) => `LOST ${what}`),
    ...(doubled > onTheirWay + cutAfterApplying ? ['DOUBLED MORE THAN WAS ON ITS WAY'] : []),
    ...outOfOrder.map((chat) => `OUT OF ORDER in ${chat}`),
  ];
  return [`${doubled} doubled of at most ${onTheirWay + cutAfterApplying}`, ...faults].join('; ');
}

function chaosCells(reports: readonly ChaosReport[]): string[] {
  const sum = (of: (report: ChaosReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  const cut = sum(({ cutAfterApplying }) => cutAfterApplying);
  const onTheirWay = sum((report) => report.onTheirWay);
  return [
    String(reports.length),
    ...[sum(({ kills }) => kills), sum(({ due }) => due)].map((count) => count.toLocaleString('en')),
    String(sum(({ lost }) => lost.length)),
    String(sum(({ doubled }) => doubled)),
    `${onTheirWay} + ${cut}`,
    String(sum(({ outOfOrder }) => outOfOrder.length)),
  ];
}

/** Seconds from the kill of the whole program until its successor is at work, the lease of the dead included. */
async function restarts(databases: DatabaseMaker): Promise<number[]> {
  const botApi = await startBotApi({ limits: NONE, jitterMs: 0 });
  try {
    return await databases.withFresh(async (url) => {
      const seconds: number[] = [];
      let program = await startProgram(url, botApi.url, {});
      for (let count = 0; count < RESTARTS; count++) {
        await program.kill();
        const killed = performance.now();
        program = await startProgram(url, botApi.url, {});
        seconds.push((performance.now() - killed) / 1000);
      }
      await program.kill();
      return seconds;
    });
  } finally {
    await botApi.close();
  }
}

function spread(seconds: readonly number[]): string[] {
  const sorted = [...seconds].sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((each) => `${(each ?? 0).toFixed(1)} s`);
}

function legend(seed: number): string {
  return [
    `Seeds from ${seed}. Each round: 120 people and 8 groups are due a briefing of two messages, three people ask; 15 % of`,
    'the calls are cut before or after they are applied or get 429, 500 or 502, six people block, four groups move.',
    'Bound: messages begun and updates taken, and not settled at the kills + calls cut after they were applied.',
    `At work again: ${RESTARTS} kills of the whole program, until its successor has the lease and works.`,
  ].join('\n');
}
