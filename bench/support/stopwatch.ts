/** How long something takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

export function median(times: readonly number[]): number {
  return percentile(times, 50);
}

/** The least time that so many percent do not exceed; 0 of none. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(2)} ms`;
}
