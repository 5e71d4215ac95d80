import { type Selectable, sql } from 'kysely';
import type { Feed, Feeds } from '../news/feeds.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { instant, instantOrUndefined } from './time.ts';
import { storable, storableOrNull } from './words.ts';

/** Feeds, and the keys of the entries that were seen of each. */
export function createFeeds({ kysely }: Database): Feeds {
  return {
    async add({ url, country, addedBy, addedAt }) {
      const at = addedAt.epochMilliseconds;
      const row = await kysely
        .insertInto('feeds')
        .values({ url, country: country ?? null, added_by: addedBy, added_at: at, next_poll_at: at })
        .onConflict((conflict) => conflict.column('url').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toFeed(row);
    },
    async remove(id) {
      const { numDeletedRows } = await kysely.deleteFrom('feeds').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async find(id) {
      const row = await kysely.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toFeed(row);
    },
    async list() {
      return (await kysely.selectFrom('feeds').selectAll().orderBy('id').execute()).map(toFeed);
    },
    async setPublishes(id, publishes) {
      await kysely
        .updateTable('feeds')
        .set({ publishes: publishes ? 1 : 0 })
        .where('id', '=', id)
        .execute();
    },
    async due(now, limit) {
      const rows = await kysely
        .selectFrom('feeds')
        .selectAll()
        .where('next_poll_at', '<=', now.epochMilliseconds)
        .orderBy('next_poll_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toFeed);
    },
    async settle(id, { title, polledAt, nextPollAt, failures, error, validators, tookMs, filed }) {
      await kysely
        .updateTable('feeds')
        .set(({ eb }) => ({
          title: storableOrNull(title),
          polled_at: polledAt.epochMilliseconds,
          next_poll_at: nextPollAt?.epochMilliseconds ?? null,
          failures,
          error: storableOrNull(error),
          etag: storableOrNull(validators.etag),
          last_modified: storableOrNull(validators.lastModified),
          took_ms: Math.round(tookMs),
          filed: eb('filed', '+', filed),
        }))
        .where('id', '=', id)
        .execute();
    },
    async unseen(id, keys) {
      const stored = keys.map(storable);
      const rows =
        keys.length === 0
          ? []
          : await kysely
              .selectFrom('feed_entries')
              .select('key')
              .where('feed_id', '=', id)
              .where('key', 'in', stored)
              .execute();
      const seen = new Set(rows.map(({ key }) => key));
      return new Set(keys.filter((key) => !seen.has(storable(key))));
    },
    async markSeen(id, keys, at) {
      if (keys.length === 0) return;
      await kysely
        .insertInto('feed_entries')
        .values(keys.map((key) => ({ feed_id: id, key: storable(key), seen_at: at.epochMilliseconds })))
        .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doNothing())
        .execute();
    },
    async forgetSeen(before, limit) {
      const { numAffectedRows } = await sql`delete from feed_entries where (feed_id, key) in (
        select feed_id, key from feed_entries where seen_at < ${before.epochMilliseconds} limit ${limit}
      )`.execute(kysely);
      return Number(numAffectedRows ?? 0);
    },
  };
}

function toFeed(row: Selectable<Schema['feeds']>): Feed {
  return {
    id: row.id,
    url: row.url,
    title: row.title ?? undefined,
    country: row.country ?? undefined,
    publishes: row.publishes === 1,
    addedBy: row.added_by,
    addedAt: instant(row.added_at),
    polledAt: instantOrUndefined(row.polled_at),
    nextPollAt: instantOrUndefined(row.next_poll_at),
    failures: row.failures,
    error: row.error ?? undefined,
    validators: { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined },
    tookMs: row.took_ms ?? undefined,
    filed: row.filed,
  };
}
