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
    select audience, briefed_to, next_due_at, count(*) as chats, min(id) as sample, max(id) as last
    from (
      select id, next_due_at, audience, briefed_to from chats
      where ${isQueued(after)} and next_due_at <= ${until.epochMilliseconds}
      order by next_due_at, id limit ${limit}
    ) as page
    group by audience, briefed_to, next_due_at order by audience, briefed_to, next_due_at`.execute(kysely);
  const [first] = rows;
  if (first === undefined) return undefined;
  const end = rows.reduce((one, other) => (isBehind(other, one) ? other : one), first);
  const through = { dueAt: instant(end.next_due_at), chatId: end.last };
  return { range: { after, through }, groups: mergeDueTimes(rows) };
}

interface GroupRow {
  readonly audience: string;
  readonly briefed_to: number;
  readonly next_due_at: number;
  readonly chats: number;
  readonly sample: number;
  readonly last: number;
}

function isBehind(one: GroupRow, other: GroupRow): boolean {
  return one.next_due_at > other.next_due_at || (one.next_due_at === other.next_due_at && one.last > other.last);
}

/** After some time without a tick, chats that are alike may have fallen due at different times. */
function mergeDueTimes(rows: readonly GroupRow[]): DueGroup[] {
  const alike = Map.groupBy(rows, ({ audience, briefed_to }) => `${briefed_to} ${audience}`);
  return [...alike.values()].flatMap((some) => {
    const [one] = some;
    if (one === undefined) return [];
    const chats = some.reduce((sum, row) => sum + row.chats, 0);
    return [{ audience: one.audience, briefedTo: one.briefed_to, sample: one.sample, chats }];
  });
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
