import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../delivery/chat.ts';
import type { DueGroup, DuePage, DuePlace, DueRange } from '../delivery/due.ts';
import { toChat } from './chat-rows.ts';
import type { Schema } from './schema.ts';
import { instant } from './time.ts';

// The queue is the index `chats_due`, whose condition must stand in each of these queries for SQLite to take it.

/** Behind every chat that is due at one time. */
const LAST_ID = Number.MAX_SAFE_INTEGER;

/** Up to `limit` due chats behind a place, told in groups: their rows stay in the database. */
export async function duePage(
  kysely: Kysely<Schema>,
  until: Temporal.Instant,
  after: DuePlace | undefined,
  limit: number,
): Promise<DuePage | undefined> {
  const last = await sql<{ next_due_at: number; id: number }>`
    select next_due_at, id from chats
    where ${isQueued(after)} and next_due_at <= ${until.epochMilliseconds}
    order by next_due_at, id limit 1 offset ${limit - 1}`.execute(kysely);
  const [row] = last.rows;
  const through = row ? { dueAt: instant(row.next_due_at), chatId: row.id } : { dueAt: until, chatId: LAST_ID };
  const range = { after, through };
  const { rows } = await sql<{ audience: string; briefed_to: number; chats: number; sample: number }>`
    select audience, briefed_to, count(*) as chats, min(id) as sample from chats
    where ${isInRange(range)} group by audience, briefed_to order by audience, briefed_to`.execute(kysely);
  if (rows.length === 0) return undefined;
  return { range, groups: rows.map(({ briefed_to, ...group }) => ({ ...group, briefedTo: briefed_to })) };
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
