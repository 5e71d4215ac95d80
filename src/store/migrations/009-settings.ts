import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  "alter table chats add column briefing_length text not null default 'short'",
  'alter table chats add column with_quotes integer not null default 1',
  'alter table chats add column breaking integer not null default 1',
  'alter table chats add column quiet_from text',
  'alter table chats add column quiet_until text',
  'alter table chats add column sound integer not null default 0',
  `update chats set audience =
    coalesce((
      select string_agg(topic, '+' order by topic) from subscriptions where subscriptions.chat_id = chats.id
    ), '') || '/' || language || '/' || quiet_notes || '/' || briefing_length || '/' || with_quotes || '/' ||
    coalesce(times, '') || '/' || coalesce(days, '') || '/' || time_zone`,
  `create table passing_notices (
    chat_id bigint not null,
    message_id bigint not null,
    until bigint not null,
    primary key (chat_id, message_id)
  )`,
];

/** What a chat may choose beside topics and times, and notices in groups that are to vanish. */
export const settings = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
