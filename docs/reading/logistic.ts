/** Weights of a logistic regression, for signs as they are. */
export interface Model {
  readonly weights: readonly number[];
  readonly intercept: number;
}

const STEPS = 8;
/** Penalty on the square of each standardised weight, for rows that weigh one on average. */
const PENALTY = 8;

export function scoreOf({ weights, intercept }: Model, signs: readonly number[]): number {
  return signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), intercept);
}

/** Logistic regression with an L2 penalty by Newton's method, each row with its weight. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  rowWeights: readonly number[],
): Model {
  const size = rows[0]?.length ?? 0;
  const scale = rows.length / rowWeights.reduce((sum, weight) => sum + weight, 0);
  const means = columns(size, (at) => mean(rows.map((row) => row[at] ?? 0)));
  const spreads = columns(
    size,
    (at) => Math.sqrt(mean(rows.map((row) => ((row[at] ?? 0) - (means[at] ?? 0)) ** 2))) || 1,
  );
  const standard = rows.map((row) => [...row.map((sign, at) => (sign - (means[at] ?? 0)) / (spreads[at] ?? 1)), 1]);
  let fitted = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const change = newtonStep(
      standard,
      labels,
      rowWeights.map((weight) => weight * scale),
      fitted,
    );
    fitted = fitted.map((weight, at) => weight + (change[at] ?? 0));
  }
  const weights = columns(size, (at) => (fitted[at] ?? 0) / (spreads[at] ?? 1));
  const shift = weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { weights, intercept: (fitted[size] ?? 0) - shift };
}

function newtonStep(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  rowWeights: readonly number[],
  fitted: readonly number[],
): number[] {
  const last = fitted.length - 1;
  const penalty = (at: number): number => (at === last ? 1e-6 : PENALTY);
  const slope = fitted.map((weight, at) => -penalty(at) * (at === last ? 0 : weight));
  const curve = fitted.map((_, one) => fitted.map((__, other) => (one === other ? penalty(one) : 0)));
  for (const [index, row] of rows.entries()) {
    const chance = 1 / (1 + Math.exp(-row.reduce((sum, sign, at) => sum + sign * (fitted[at] ?? 0), 0)));
    const weight = rowWeights[index] ?? 0;
    const error = weight * (Number(labels[index]) - chance);
    for (const [one, sign] of row.entries()) {
      slope[one] = (slope[one] ?? 0) + error * sign;
      const line = curve[one] ?? [];
      const part = weight * chance * (1 - chance) * sign;
      for (const [other, value] of row.entries()) line[other] = (line[other] ?? 0) + part * value;
    }
  }
  return solve(curve, slope);
}

/** Solves a system of linear equations by Gauss's method with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const below = rows.slice(column).map((row, at) => [Math.abs(row[column] ?? 0), at + column] as const);
    const [, best] = below.reduce((most, one) => (one[0] > most[0] ? one : most));
    const [pivot = [], moved = []] = [rows[best], rows[column]];
    rows[column] = pivot;
    if (best !== column) rows[best] = moved;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  const found = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const known = found.reduce((sum, value, other) => sum + (other > at ? value * (row[other] ?? 0) : 0), 0);
    found[at] = ((row[rows.length] ?? 0) - known) / (row[at] ?? 1);
  }
  return found;
}

function columns(count: number, valueAt: (at: number) => number): number[] {
  return Array.from({ length: count }, (_, at) => valueAt(at));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
