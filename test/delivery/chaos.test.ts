import { describe, expect, it } from 'vitest';
import { runChaos } from '../support/chaos.ts';
import { FRESH } from '../support/databases.ts';

const SEED = 20_261_125;
const LONGEST_MS = 30_000;

/** `npm run bench chaos` kills as often on both, and as often as it is told. */
const KILLS = { sqlite: 10, postgres: 3 };

describe.concurrent('a process that is killed again and again while everything goes wrong', () => {
  it.for(['sqlite', 'postgres'] as const)(
    'loses nothing that is due, on %s, and doubles no more than was on its way',
    { timeout: LONGEST_MS },
    async (engine, { signal, onTestFinished }) => {
      const fresh = await FRESH[engine]();
      onTestFinished(fresh.erase);
      const report = await runChaos(fresh.url, SEED, KILLS[engine], signal);
      expect(report.lost).toEqual([]);
      expect(report.doubled).toBeLessThanOrEqual(report.onTheirWay + report.cutAfterApplying);
      expect(report.outOfOrder).toEqual([]);
      expect(report.restartMs.length).toBeGreaterThan(KILLS[engine] / 2);
    },
  );
});
