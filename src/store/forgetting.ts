import { type Kysely, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Schema } from './schema.ts';

/** Ids rise with the time at which messages are queued, so the oldest need no index of their own. */
export async function forgetDeliveries(
  kysely: Kysely<Schema>,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from deliveries where queued_at < ${before.epochMilliseconds} and id in (
      select id from deliveries order by id limit ${limit}
    )`.execute(kysely);
  return Number(numAffectedRows ?? 0n);
}

/** An edition counts as composed whenever it is queued. Its parts go with it. */
export async function forgetEditions(kysely: Kysely<Schema>, before: Temporal.Instant, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from editions where composed_at < ${before.epochMilliseconds} and id in (
      select id from editions where composed_at < ${before.epochMilliseconds} order by composed_at limit ${limit}
    )`.execute(kysely);
  return Number(numAffectedRows ?? 0n);
}
