import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { noteLikeness } from './likeness.ts';

/** Articles in one transaction: it holds the database for about a twentieth of a second. */
const AT_ONCE = 20;

/**
 * Makes what is missing of articles that were stored before there were bands and traits, the newest first; returns how
 * many it made, at most `limit`. The rest of the program goes on in between.
 */
export async function makeMissingLikenesses(database: Database, limit: number): Promise<number> {
  let made = 0;
  while (made < limit) {
    const some = await makeSome(database, Math.min(AT_ONCE, limit - made));
    made += some;
    if (some < AT_ONCE) return made;
    await setImmediate();
  }
  return made;
}

function makeSome({ kysely }: Database, limit: number): Promise<number> {
  return kysely.transaction().execute(async (trx) => {
    const texts = await trx
      .selectFrom('articles')
      .innerJoin('article_revisions as text', (join) =>
        join.onRef('text.article_id', '=', 'articles.id').onRef('text.revision', '=', 'articles.revision'),
      )
      .select(['articles.id', 'text.headline', 'text.url', 'text.body', 'text.language'])
      .where(sql<boolean>`articles.likeness is null`)
      .orderBy('articles.id', 'desc')
      .limit(limit)
      .execute();
    for (const { id, url, ...text } of texts) await noteLikeness(trx, id, { ...text, url: url ?? undefined });
    return texts.length;
  });
}
