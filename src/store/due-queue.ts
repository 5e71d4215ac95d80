import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../delivery/chat.ts';
import type { DueGroup, DuePage, DuePlace, DueRange } from '../delivery/due.ts';
import { toChat } from './chat-rows.ts';
import type { Schema } from './schema.ts';
import { instant } from './time.ts';

// The queue is the index `chats_due`, whose condition must stand in each of these queries for SQLite to take it.

/** Up to `limit` due chats behind a place, told in groups: their rows stay in the database. */
export async function duePage(
  kysely: Kysely<Schema>,
  until: Temporal.Instant,
  after: DuePlace | undefined,
  limit: number,
): Promise<DuePage | undefined> {
  const { rows } = await sql<GroupRow>`
    with page as materialized (
      select id, next_due_at, audience, briefed_to from chats
      where ${isQueued(after)} and next_due_at <= ${until.epochMilliseconds}
      order by next_due_at, id limit ${limit}
    )
    select audience, briefed_to, count(*) as chats, min(id) as sample,
      (select next_due_at from page order by next_due_at desc, id desc limit 1) as last_due_at,
      (select id from page order by next_due_at desc, id desc limit 1) as last_id
    from page group by audience, briefed_to order by audience, briefed_to`.execute(kysely);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    range: { after, through: { dueAt: instant(row.last_due_at), chatId: row.last_id } },
    groups: rows.map(({ audience, briefed_to, chats, sample }) => ({ audience, briefedTo: briefed_to, chats, sample })),
  };
}

interface GroupRow {
  readonly audience: string;
  readonly briefed_to: number;
  readonly chats: number;
  readonly sample: number;
  readonly last_due_at: number;
  readonly last_id: number;
}

/** True of the chats of a range of the queue that are still in it. */
export function isInRange({ after, through }: DueRange): RawBuilder<boolean> {
  return sql<boolean>`${isQueued(after)} and (next_due_at, id) <= ${place(through)}`;
}

function isQueued(after: DuePlace | undefined): RawBuilder<boolean> {
  const behind = after === undefined ? sql`` : sql`and (next_due_at, id) > ${place(after)}`;
  return sql<boolean>`state = 'active' and next_due_at is not null ${behind}`;
}

function place({ dueAt, chatId }: DuePlace): RawBuilder<unknown> {
  return sql`(${dueAt.epochMilliseconds}, ${chatId})`;
}

/** One statement, so that the topics are those of the audience. */
export async function findSample(kysely: Kysely<Schema>, { sample, audience }: DueGroup): Promise<Chat | undefined> {
  const { rows } = await sql<Selectable<Schema['chats']> & { topics: string | null }>`
    select chats.*, (
      select string_agg(topic, ',' order by subscriptions.id) from subscriptions where chat_id = chats.id
    ) as topics
    from chats where id = ${sample} and audience = ${audience}`.execute(kysely);
  const [row] = rows;
  return row && toChat(row, row.topics?.split(',') ?? []);
}
