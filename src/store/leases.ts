import type { Kysely } from 'kysely';
import type { Leases } from '../delivery/leases.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { instant } from './time.ts';

/** Leases as rows: one statement decides, so two contenders cannot both win. */
export function createLeases({ kysely }: Database): Leases {
  return {
    async acquire(name, owner, ttlMs, now) {
      const until = now.epochMilliseconds + ttlMs;
      const token = await take(kysely, { name, owner, until }, now.epochMilliseconds);
      if (token !== undefined) return { kind: 'taken', token, until: instant(until) };
      const holder = await kysely.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
      return { kind: 'held', by: holder.owner, until: instant(holder.until) };
    },
    async renew(name, token, ttlMs, now) {
      const { numUpdatedRows } = await kysely
        .updateTable('leases')
        .set({ until: now.epochMilliseconds + ttlMs })
        .where('name', '=', name)
        .where('token', '=', token)
        // What was released is free, even to the one who held it.
        .where('until', '>', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async release(name, token) {
      await kysely
        .updateTable('leases')
        .set({ until: 0 })
        .where('name', '=', name)
        .where('token', '=', token)
        .execute();
    },
  };
}

/** The new token; undefined where another holds the lease. The row stays for ever, so tokens always rise. */
async function take(
  kysely: Kysely<Schema>,
  { name, owner, until }: { name: string; owner: string; until: number },
  now: number,
): Promise<number | undefined> {
  const taken = await kysely
    .insertInto('leases')
    .values({ name, owner, until, token: 1 })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(({ eb, ref }) => ({ owner, until, token: eb(ref('leases.token'), '+', 1) }))
        .where(({ or, eb }) => or([eb('leases.until', '<=', now), eb('leases.owner', '=', owner)])),
    )
    .returning('token')
    .executeTakeFirst();
  return taken?.token;
}
