/** How the check does on labelled sentences, by kind and together. */

/** False alarms that the bound allows on unseen sentences; under the goal's 8 %, for other data is never the same. */
const MOST_FALSE_ALARMS = 0.078;
/** Kinds with fewer of either label are not averaged. */
const LEAST_AVERAGED = 20;

export interface Row {
  readonly article: string;
  readonly sentence: string;
  readonly supported: boolean;
  readonly source: string;
}

export interface Case extends Row {
  /** What the check says before any weighing. */
  readonly plain: 'flagged' | 'verbatim' | 'open';
  readonly signs: readonly number[];
}

function isFlagged(one: Case, scores: ReadonlyMap<Case, number>, from: number): boolean {
  return one.plain === 'flagged' || (scores.get(one) ?? Number.NEGATIVE_INFINITY) >= from;
}

/** The lowest bound that keeps false alarms under the limit. */
export function boundFor(cases: readonly Case[], scores: ReadonlyMap<Case, number>): number {
  const kinds = averaged(cases);
  const supported = cases.filter((one) => one.supported && kinds.has(one.source));
  const allowed =
    Math.floor(MOST_FALSE_ALARMS * supported.length) - supported.filter(({ plain }) => plain === 'flagged').length;
  const doubts = supported.flatMap((one) => scores.get(one) ?? []).sort((a, b) => b - a);
  return doubts[Math.max(0, allowed)] ?? 0;
}

function averaged(cases: readonly Case[]): Set<string> {
  const enough = [...Map.groupBy(cases, ({ source }) => source)].filter(([, rows]) =>
    [true, false].every((label) => rows.filter(({ supported }) => supported === label).length >= LEAST_AVERAGED),
  );
  return new Set(enough.map(([source]) => source));
}

export function report(title: string, cases: readonly Case[], scores: ReadonlyMap<Case, number>): void {
  const from = boundFor(cases, scores);
  const kinds = [...averaged(cases)].map((source) => ({
    source,
    ...rates(
      cases.filter((one) => one.source === source),
      scores,
      from,
    ),
  }));
  const all = rates(
    cases.filter(({ source }) => averaged(cases).has(source)),
    scores,
    from,
  );
  const mean = kinds.reduce((sum, { found, alarms }) => sum + (found + 1 - alarms) / 2, 0) / kinds.length;
  console.log(
    `${title}: mean balanced accuracy ${percent(mean)}, found ${percent(all.found)} at ${percent(all.alarms)} false alarms`,
  );
  for (const { source, found, alarms } of kinds)
    console.log(`  ${source.padEnd(22)}${percent((found + 1 - alarms) / 2)}  ${percent(found)} at ${percent(alarms)}`);
}

function rates(
  rows: readonly Case[],
  scores: ReadonlyMap<Case, number>,
  from: number,
): { found: number; alarms: number } {
  const share = (supported: boolean): number => {
    const own = rows.filter((one) => one.supported === supported);
    return own.filter((one) => isFlagged(one, scores, from)).length / own.length;
  };
  return { found: share(false), alarms: share(true) };
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
