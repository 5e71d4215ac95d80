import { type Kysely, sql } from 'kysely';

const TABLES = [
  `create table renderings (
    article_id bigint not null,
    revision integer not null,
    language text not null,
    headline text,
    summary text,
    quotes text,
    made_by text,
    primary key (article_id, revision, language),
    foreign key (article_id, revision) references article_revisions (article_id, revision) on delete cascade,
    check ((headline is null) = (summary is null))
  )`,
  `create table model_calls (
    day text not null,
    prompt text not null,
    outcome text not null,
    count integer not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    micro_usd bigint not null,
    primary key (day, prompt, outcome)
  )`,
];

/** What a model writes in other languages, and the account of what it was asked. */
export const model = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
