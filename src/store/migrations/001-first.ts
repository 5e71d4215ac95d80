import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';

const TABLES = (id: string): string[] => [
  `create table articles (
    id ${id},
    status text not null check (status in ('draft', 'embargoed', 'published', 'held', 'retracted')),
    revision integer not null check (revision > 0),
    sequence bigint unique,
    filed_by bigint not null,
    filed_at bigint not null,
    released_at bigint,
    embargoed_until bigint,
    headline_key text not null,
    url_key text,
    body_key text not null,
    check (status <> 'published' or (sequence is not null and released_at is not null)),
    check (status <> 'embargoed' or embargoed_until is not null)
  )`,
  `create table article_revisions (
    article_id bigint not null references articles (id) on delete cascade,
    revision integer not null,
    headline text not null,
    byline text,
    dateline text,
    source text,
    url text,
    language text not null,
    body text not null,
    raw text not null,
    note text,
    made_at bigint not null,
    primary key (article_id, revision)
  )`,
  `create table article_countries (
    article_id bigint not null references articles (id) on delete cascade,
    country text not null,
    rank integer not null,
    sequence bigint,
    released_at bigint,
    primary key (article_id, country)
  )`,
  `create table quotes (
    article_id bigint not null,
    revision integer not null,
    ordinal integer not null,
    spans text not null,
    speaker text,
    speaker_words text,
    role text,
    rank integer,
    primary key (article_id, revision, ordinal),
    foreign key (article_id, revision) references article_revisions (article_id, revision) on delete cascade
  )`,
  `create table summaries (
    article_id bigint not null,
    revision integer not null,
    language text not null,
    text text not null,
    made_by text not null check (made_by in ('extract', 'editor', 'model')),
    prompt text,
    primary key (article_id, revision, language),
    foreign key (article_id, revision) references article_revisions (article_id, revision) on delete cascade
  )`,
  'create table publish_sequence (id integer primary key check (id = 1), last bigint not null)',
  'insert into publish_sequence (id, last) values (1, 0)',
  `create table audit (
    id ${id},
    article_id bigint not null,
    at bigint not null,
    editor bigint not null,
    action text not null,
    note text
  )`,
  `create table chats (
    id bigint primary key,
    kind text not null check (kind in ('private', 'group', 'supergroup', 'channel')),
    title text not null,
    language text not null,
    time_zone text not null,
    times text,
    days text,
    state text not null check (state in ('active', 'paused', 'stopped', 'gone')),
    paused_until bigint,
    next_due_at bigint,
    briefed_to bigint not null,
    last_due_at bigint,
    last_skipped text,
    thread_id bigint,
    check ((times is null) = (days is null))
  )`,
  `create table subscriptions (
    id ${id},
    chat_id bigint not null references chats (id) on delete cascade on update cascade,
    topic text not null,
    unique (chat_id, topic)
  )`,
  `create table pushes (
    article_id bigint primary key references articles (id) on delete cascade,
    after_chat bigint
  )`,
  `create table editions (
    id ${id},
    key text not null unique,
    kind text not null check (kind in ('breaking', 'correction', 'briefing')),
    composed_at bigint not null
  )`,
  `create table edition_parts (
    edition_id bigint not null references editions (id) on delete cascade,
    part integer not null,
    html text not null,
    buttons text not null,
    primary key (edition_id, part)
  )`,
  `create table edition_articles (
    edition_id bigint not null,
    part integer not null,
    article_id bigint not null references articles (id) on delete cascade,
    primary key (article_id, edition_id, part),
    foreign key (edition_id, part) references edition_parts (edition_id, part) on delete cascade
  )`,
  `create table deliveries (
    id ${id},
    edition_id bigint not null,
    chat_id bigint not null references chats (id) on delete cascade on update cascade,
    part integer not null,
    urgency integer not null,
    silent integer not null,
    state text not null check (state in ('pending', 'leased', 'sending', 'sent', 'failed', 'skipped')),
    attempts integer not null default 0,
    queued_at bigint not null,
    not_before bigint not null,
    leased_until bigint,
    sent_at bigint,
    message_id bigint,
    error text,
    possible_double integer not null default 0,
    unique (chat_id, edition_id, part),
    foreign key (edition_id, part) references edition_parts (edition_id, part) on delete cascade,
    check (state <> 'leased' or leased_until is not null)
  )`,
  'create table editors (id bigint primary key, added_by bigint not null, added_at bigint not null)',
  'create table leases (name text primary key, owner text not null, token bigint not null, until bigint not null)',
  `create table keyv (
    namespace text not null,
    key text not null,
    value text not null,
    expires bigint,
    primary key (namespace, key)
  )`,
];

const INDEXES = [
  "create index articles_published on articles (sequence) where status = 'published'",
  "create index articles_released on articles (released_at, sequence) where status = 'published'",
  "create index articles_unpublished on articles (filed_at, id) where status in ('draft', 'embargoed')",
  "create index articles_embargoed on articles (embargoed_until) where status = 'embargoed'",
  'create index articles_headline on articles (headline_key)',
  'create index articles_url on articles (url_key) where url_key is not null',
  'create index articles_body on articles (body_key)',
  'create index countries_sequence on article_countries (country, sequence) where sequence is not null',
  'create index countries_released on article_countries (country, released_at, sequence) where sequence is not null',
  'create index countries_coverage on article_countries (released_at, country) where released_at is not null',
  'create index audit_article on audit (article_id, id)',
  'create index chats_due on chats (next_due_at) where next_due_at is not null',
  'create index chats_paused on chats (paused_until) where paused_until is not null',
  'create index subscriptions_topic on subscriptions (topic, chat_id)',
  'create index edition_articles_edition on edition_articles (edition_id, part)',
  "create index deliveries_pending on deliveries (urgency, not_before, id) where state = 'pending'",
  "create index deliveries_retried on deliveries (not_before) where state = 'pending' and not_before > queued_at",
  "create index deliveries_leased on deliveries (leased_until) where state = 'leased'",
  "create index deliveries_sending on deliveries (id) where state = 'sending'",
  'create index deliveries_delivered on deliveries (edition_id, part) where message_id is not null',
  'create index keyv_expires on keyv (expires) where expires is not null',
];

/** Words come folded and parted already (see `words.ts`), so both engines find the same articles. */
const FULL_TEXT: Record<Engine, string[]> = {
  sqlite: [
    "create virtual table article_search using fts5 (headline, body, speakers, content = '', contentless_delete = 1)",
    `create trigger article_search_erased after delete on articles begin
      delete from article_search where rowid = old.id;
    end`,
  ],
  postgres: [
    `create table article_words (
      article_id bigint primary key references articles (id) on delete cascade,
      words tsvector not null
    )`,
    'create index article_words_index on article_words using gin (words)',
  ],
};

/** Ids are never used twice, even after the newest row is gone: an editor may still name it. */
const IDENTITY: Record<Engine, string> = {
  sqlite: 'integer primary key autoincrement',
  postgres: 'bigint generated by default as identity primary key',
};

export function first(engine: Engine) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of [...TABLES(IDENTITY[engine]), ...FULL_TEXT[engine], ...INDEXES]) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}
