import type { Kysely, Selectable, Updateable } from 'kysely';
import type { Chat } from '../delivery/chat.ts';
import type { ChatChanges } from '../delivery/chats.ts';
import type { QuietHours } from '../delivery/quiet-hours.ts';
import type { Schedule } from '../delivery/schedule.ts';
import type { CountryCode } from '../news/country.ts';
import type { Schema } from './schema.ts';
import { instantOrUndefined, millisecondsOrNull } from './time.ts';
import { storable } from './words.ts';

type ChatRow = Selectable<Schema['chats']>;

/** Chats as they are stored, each with its topics. */
export async function withTopics(kysely: Kysely<Schema>, rows: readonly ChatRow[]): Promise<Chat[]> {
  if (rows.length === 0) return [];
  const subscriptions = await kysely
    .selectFrom('subscriptions')
    .select(['chat_id', 'topic'])
    .where(
      'chat_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('id')
    .execute();
  const topics = Map.groupBy(subscriptions, (row) => row.chat_id);
  return rows.map((row) => toChat(row, topics.get(row.id)?.map(({ topic }) => topic) ?? []));
}

export function toChat(row: ChatRow, topics: readonly CountryCode[]): Chat {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    language: row.language,
    timeZone: row.time_zone,
    schedule: toSchedule(row),
    state: row.state,
    pausedUntil: instantOrUndefined(row.paused_until),
    topics,
    nextDueAt: instantOrUndefined(row.next_due_at),
    briefedTo: row.briefed_to,
    lastDueAt: instantOrUndefined(row.last_due_at),
    lastSkipped: row.last_skipped ?? undefined,
    quietNotes: row.quiet_notes === 1,
    length: row.briefing_length,
    quotes: row.with_quotes === 1,
    breaking: row.breaking === 1,
    quietHours: toQuietHours(row),
    sound: row.sound === 1,
    threadId: row.thread_id ?? undefined,
  };
}

function toSchedule({ times, days }: Pick<ChatRow, 'times' | 'days'>): Schedule | undefined {
  return times === null || days === null ? undefined : { times: JSON.parse(times), days: JSON.parse(days) };
}

export function toQuietHours(row: Pick<ChatRow, 'quiet_from' | 'quiet_until'>): QuietHours | undefined {
  const { quiet_from: from, quiet_until: until } = row;
  return from === null || until === null ? undefined : { from, until };
}

export function scheduleColumns(schedule: Schedule | undefined): Pick<ChatRow, 'times' | 'days'> {
  return {
    times: schedule ? JSON.stringify(schedule.times) : null,
    days: schedule ? JSON.stringify(schedule.days) : null,
  };
}

/** A field that is there and undefined is cleared; one that is not there stays as it is. */
export function changedColumns(changes: ChatChanges): Updateable<Schema['chats']> {
  return {
    ...(changes.title !== undefined && { title: storable(changes.title) }),
    ...(changes.kind !== undefined && { kind: changes.kind }),
    ...(changes.language !== undefined && { language: changes.language }),
    ...(changes.timeZone !== undefined && { time_zone: changes.timeZone }),
    ...(changes.state !== undefined && { state: changes.state }),
    ...(changes.state !== undefined && changes.state !== 'gone' && { gone_at: null }),
    ...(changes.quietNotes !== undefined && { quiet_notes: changes.quietNotes ? 1 : 0 }),
    ...(changes.length !== undefined && { briefing_length: changes.length }),
    ...(changes.quotes !== undefined && { with_quotes: changes.quotes ? 1 : 0 }),
    ...(changes.breaking !== undefined && { breaking: changes.breaking ? 1 : 0 }),
    ...('quietHours' in changes && {
      quiet_from: changes.quietHours?.from ?? null,
      quiet_until: changes.quietHours?.until ?? null,
    }),
    ...(changes.sound !== undefined && { sound: changes.sound ? 1 : 0 }),
    ...('schedule' in changes && scheduleColumns(changes.schedule)),
    ...('pausedUntil' in changes && { paused_until: millisecondsOrNull(changes.pausedUntil) }),
    ...('nextDueAt' in changes && { next_due_at: millisecondsOrNull(changes.nextDueAt) }),
    ...('threadId' in changes && { thread_id: changes.threadId ?? null }),
  };
}
