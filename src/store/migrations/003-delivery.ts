import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

const CHATS = [
  "alter table chats add column audience text not null default ''",
  'alter table chats add column quiet_notes integer not null default 0',
  'alter table chats add column gone_at bigint',
  `update chats set audience =
    coalesce((
      select string_agg(topic, '+' order by topic) from subscriptions where subscriptions.chat_id = chats.id
    ), '') || '/' || language || '/' || quiet_notes || '/' || coalesce(times, '') || '/' || coalesce(days, '') ||
    '/' || time_zone`,
  'drop index chats_due',
  "create index chats_due on chats (next_due_at, id) where state = 'active' and next_due_at is not null",
  'create index chats_gone on chats (gone_at) where gone_at is not null',
  'create index editions_composed on editions (composed_at)',
];

/** How long a chat was gone before there was a column for it is not known: its time begins now. */
const GONE_SINCE: Record<Engine, string> = {
  sqlite: "update chats set gone_at = unixepoch() * 1000 where state = 'gone'",
  postgres: "update chats set gone_at = cast(extract(epoch from now()) * 1000 as bigint) where state = 'gone'",
};

const COLUMNS = `id, edition_id, chat_id, part, urgency, silent, state, attempts, queued_at, not_before, leased_until,
  sent_at, message_id, error, possible_double`;

/**
 * The foreign keys of a delivery cost more than the delivery: a million rows took PostgreSQL 11.6 s with them and 3.3 s
 * without, and SQLite, which can drop them only with the table, half as long again. Its checks made that a third more; the
 * program can write no other states.
 */
const DELIVERIES: Record<Engine, string[]> = {
  sqlite: [
    `create table deliveries_without_keys (
      id integer primary key autoincrement,
      edition_id bigint not null,
      chat_id bigint not null,
      part integer not null,
      urgency integer not null,
      silent integer not null,
      state text not null,
      attempts integer not null default 0,
      queued_at bigint not null,
      not_before bigint not null,
      leased_until bigint,
      sent_at bigint,
      message_id bigint,
      error text,
      possible_double integer not null default 0,
      unique (chat_id, edition_id, part)
    )`,
    `insert into deliveries_without_keys (${COLUMNS}) select ${COLUMNS} from deliveries order by id`,
    'drop table deliveries',
    'alter table deliveries_without_keys rename to deliveries',
    "create index deliveries_pending on deliveries (urgency, not_before, id) where state = 'pending'",
    "create index deliveries_leased on deliveries (leased_until) where state = 'leased'",
    "create index deliveries_sending on deliveries (id) where state = 'sending'",
    'create index deliveries_delivered on deliveries (edition_id, part) where message_id is not null',
  ],
  postgres: [
    'alter table deliveries drop constraint deliveries_chat_id_fkey',
    'alter table deliveries drop constraint deliveries_edition_id_part_fkey',
    'alter table deliveries drop constraint deliveries_state_check',
    'alter table deliveries drop constraint deliveries_check',
    // The sender looks at the head of the queue by itself, so nobody asks when the next retry is due.
    'drop index deliveries_retried',
  ],
};

/** What lets the tick decide for many chats at once, and clear away what is old. */
export function delivery(engine: Engine) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of [...CHATS, GONE_SINCE[engine], ...DELIVERIES[engine]]) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}
