import { describe, expect, it } from 'vitest';
import { runChaos } from '../support/chaos.ts';
import { FRESH } from '../support/databases.ts';

const KILLS = 10;
const SEED = 20_261_125;
const LONGEST_MS = 30_000;

describe.concurrent('a process that is killed ten times while everything goes wrong', () => {
  it.each(['sqlite', 'postgres'] as const)(
    'loses nothing that is due, on %s, and doubles no more than was on its way',
    { timeout: LONGEST_MS },
    async (engine) => {
      const fresh = await FRESH[engine]();
      try {
        const report = await runChaos(fresh.url, SEED, KILLS);
        expect(report.lost).toEqual([]);
        expect(report.doubled).toBeLessThanOrEqual(report.onTheirWay + report.cutAfterApplying);
        expect(report.outOfOrder).toEqual([]);
        expect(report.restartMs.length).toBeGreaterThan(KILLS / 2);
      } finally {
        await fresh.erase();
      }
    },
  );
});
