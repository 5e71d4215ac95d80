import { type RawBuilder, sql } from 'kysely';
import { likenessBands } from '../../src/reading/near-duplicates.ts';
import type { Database } from '../../src/store/database.ts';
import { givenRows } from '../../src/store/given-rows.ts';
import { likenessKeys } from '../../src/store/likeness.ts';
import type { ArticleMaker } from './made-articles.ts';

/** Articles in one transaction; their bands are the most rows of a statement. */
const AT_ONCE = 200;
const NOW = Date.UTC(2026, 10, 25);

/**
 * Fills an archive up to so many published articles of about so many words, as `file` and `publish` leave them, but
 * without what a look-up never reads: full text, quotes, traits, trail. Memory does not grow with the archive.
 */
export async function growArchive(database: Database, maker: ArticleMaker, upTo: number, words: number): Promise<void> {
  let stored = await countArticles(database);
  while (stored < upTo) {
    const made = Array.from({ length: Math.min(AT_ONCE, upTo - stored) }, (_, at) => {
      const { headline, paragraphs } = maker.make(words);
      return {
        id: stored + at + 1,
        headline,
        url: `https://made.example/${stored + at + 1}`,
        body: paragraphs.join('\n\n'),
      };
    });
    await storeAll(database, made);
    stored += made.length;
  }
  await goOnFrom(database, stored);
}

/** The next article that is filed and published gets the numbers that follow. */
async function goOnFrom({ engine, kysely }: Database, last: number): Promise<void> {
  await kysely.updateTable('publish_sequence').set({ last }).execute();
  if (engine === 'postgres')
    await sql`select setval(pg_get_serial_sequence('articles', 'id'), ${last})`.execute(kysely);
}

export async function countArticles({ kysely }: Database): Promise<number> {
  const { count } = await kysely
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

interface Made {
  readonly id: number;
  readonly headline: string;
  readonly url: string;
  readonly body: string;
}

async function storeAll({ engine, kysely }: Database, made: readonly Made[]): Promise<void> {
  const articles = made.map((article) => ({ id: article.id, ...likenessKeys(article) }));
  const bands = made.flatMap(({ id, body }) => likenessBands(body).map((band) => ({ band, id })));
  const statements: RawBuilder<unknown>[] = [
    sql`insert into articles (id, status, revision, sequence, filed_by, filed_at, released_at, headline_key, url_key, body_key, likeness)
      select id, 'published', 1, id, 1, ${NOW} + id, ${NOW} + id, headline_key, url_key, body_key, 1
      from ${givenRows(engine, { id: 'bigint', headline_key: 'text', url_key: 'text', body_key: 'text' }, articles)}`,
    sql`insert into article_revisions (article_id, revision, headline, url, language, body, raw, made_at)
      select id, 1, headline, url, 'en', body, '', ${NOW}
      from ${givenRows(engine, { id: 'bigint', headline: 'text', url: 'text', body: 'text' }, [...made])}`,
    // In the order of the index: for SQLite that halves the time.
    sql`insert into article_bands (band, article_id)
      select band, id from ${givenRows(engine, { band: 'bigint', id: 'bigint' }, bands)} order by band`,
  ];
  await kysely.transaction().execute(async (trx) => {
    for (const statement of statements) await statement.execute(trx);
  });
}
