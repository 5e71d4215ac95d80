import type { Log, LogFields } from '../../src/delivery/log.ts';

/** A log that a test can read: each line is the event and its fields. */
export function createMemoryLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (fields: LogFields, event: string) => {
    lines.push(`${event}: ${Object.values(fields).join(' ')}`);
  };
  return { lines, info: keep, warn: keep, error: keep };
}
