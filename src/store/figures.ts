import { type Kysely, sql } from 'kysely';
import { breathe } from '../delivery/breathe.ts';
import type { Figures } from '../delivery/figures.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

const CHATS_AT_ONCE = 5000;

/** What happened, one row a day and name. */
export function createFigures({ kysely }: Database): Figures {
  return {
    async add(day, counts) {
      if (counts.size === 0) return;
      await kysely
        .insertInto('figures')
        .values([...counts].map(([name, count]) => ({ day, name: storable(name), count })))
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'name'])
            .doUpdateSet(({ eb, ref }) => ({ count: eb(ref('figures.count'), '+', ref('excluded.count')) })),
        )
        .execute();
    },
    async put(figure) {
      await kysely
        .insertInto('figures')
        .values(figure)
        .onConflict((conflict) => conflict.columns(['day', 'name']).doUpdateSet({ count: figure.count }))
        .execute();
    },
    since: (day) =>
      kysely.selectFrom('figures').selectAll().where('day', '>=', day).orderBy('day').orderBy('name').execute(),
    countChats: () => countChats(kysely),
    countFollowers: () =>
      kysely
        .selectFrom('subscriptions')
        .select(({ fn }) => ['topic as country', fn.countAll<number>().as('chats')])
        .groupBy('topic')
        .orderBy('chats', 'desc')
        .orderBy('topic')
        .execute(),
  };
}

async function countChats(kysely: Kysely<Schema>): Promise<number> {
  let chats = 0;
  let after: number | null = null;
  do {
    const { rows }: { rows: { last: number | null; briefed: number }[] } = await sql<{
      last: number | null;
      briefed: number;
    }>`
      select max(id) as last, coalesce(sum(case when state = 'active' and next_due_at is not null then 1 else 0 end), 0) as briefed
      from (
        select id, state, next_due_at from chats ${after === null ? sql`` : sql`where id > ${after}`}
        order by id limit ${CHATS_AT_ONCE}
      ) as page`.execute(kysely);
    after = rows[0]?.last ?? null;
    chats += Number(rows[0]?.briefed ?? 0);
    await breathe();
  } while (after !== null);
  return chats;
}
