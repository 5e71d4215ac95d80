import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds as an instant; null, the database's nothing, as undefined. */
export function instantOrUndefined(milliseconds: number | null): Temporal.Instant | undefined {
  return milliseconds === null ? undefined : instant(milliseconds);
}

export function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

export function millisecondsOrNull(at: Temporal.Instant | undefined): number | null {
  return at === undefined ? null : at.epochMilliseconds;
}
