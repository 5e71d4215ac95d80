import { type Kysely, sql } from 'kysely';

/** What happened on a UTC day, counted: `delivered`, `failed: WHY`, and how many chats there were. */
export const figures = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        'create table figures (day text not null, name text not null, count bigint not null, primary key (day, name))',
      )
      .execute(db);
  },
};
