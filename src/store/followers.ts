import { type Kysely, type Selectable, sql } from 'kysely';
import type { Follower } from '../delivery/chats.ts';
import type { CountryCode } from '../news/country.ts';
import { toQuietHours } from './chat-rows.ts';
import type { Schema } from './schema.ts';

type FollowerRow = Pick<Follower, 'id' | 'language' | 'timeZone'> &
  Pick<Selectable<Schema['chats']>, 'breaking' | 'quiet_from' | 'quiet_until'>;

export async function countFollowing(kysely: Kysely<Schema>, topics: readonly CountryCode[]): Promise<number> {
  if (topics.length === 0) return 0;
  const { chats } = await kysely
    .selectFrom('chats')
    .where('state', '=', 'active')
    .where('breaking', '=', 1)
    .where('id', 'in', (rows) => rows.selectFrom('subscriptions').select('chat_id').where('topic', 'in', topics))
    .select(({ fn }) => fn.countAll<number>().as('chats'))
    .executeTakeFirstOrThrow();
  return chats;
}

/** Each topic is one range of one index, of which `limit` rows are read: a page costs the same among a million. */
export async function following(
  kysely: Kysely<Schema>,
  topics: readonly CountryCode[],
  afterId: number | undefined,
  limit: number,
): Promise<Follower[]> {
  if (topics.length === 0) return [];
  const behind = afterId === undefined ? sql`` : sql`and subscriptions.chat_id > ${afterId}`;
  // A cross join: SQLite then begins at the subscriptions, which are in order.
  const ranges = [...new Set(topics)].map(
    (topic) => sql`select * from (
      select chats.id, chats.language, chats.time_zone as "timeZone", chats.breaking, chats.quiet_from, chats.quiet_until
      from subscriptions cross join chats
      where subscriptions.topic = ${topic} ${behind} and chats.id = subscriptions.chat_id and chats.state = 'active'
      order by subscriptions.chat_id limit ${limit}
    ) as followers`,
  );
  const { rows } = await sql<FollowerRow>`
    select * from (${sql.join(ranges, sql` union `)}) as found order by id limit ${limit}`.execute(kysely);
  return rows.map(({ id, language, timeZone, breaking, ...quiet }) => ({
    ...{ id, language, timeZone },
    breaking: breaking === 1,
    quietHours: toQuietHours(quiet),
  }));
}
