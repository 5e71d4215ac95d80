import { type RawBuilder, sql } from 'kysely';
import { likenessBands } from '../../src/reading/near-duplicates.ts';
import type { Database } from '../../src/store/database.ts';
import { givenRows } from '../../src/store/given-rows.ts';
import { likenessKeys } from '../../src/store/likeness.ts';
import type { ArticleMaker } from './made-articles.ts';

const ROWS_IN_A_STATEMENT = 5_000;
/** Bands are stored for so many articles together, in the order of their index: one by one, each is a page of its own. */
const BANDS_AT_ONCE = 20_000;
const NOW = Date.UTC(2026, 10, 25);

/**
 * Fills an archive up to so many published articles of about so many words, as `file` and `publish` leave them, but
 * without what a look-up never reads: full text, quotes, traits, trail. Memory does not grow with the archive.
 */
export async function growArchive(database: Database, maker: ArticleMaker, upTo: number, words: number): Promise<void> {
  let stored = await countArticles(database);
  while (stored < upTo) {
    const bands: Band[] = [];
    for (const until = Math.min(stored + BANDS_AT_ONCE, upTo); stored < until; ) {
      const count = Math.min(ROWS_IN_A_STATEMENT, until - stored);
      const made = Array.from({ length: count }, (_, at) => makeRow(maker, stored + at + 1, words));
      await storeArticles(database, made);
      for (const { id, body } of made) for (const band of likenessBands(body)) bands.push({ band, id });
      stored += count;
    }
    await storeBands(
      database,
      bands.sort((one, other) => one.band - other.band),
    );
  }
  await goOnFrom(database, stored);
}

function makeRow(maker: ArticleMaker, id: number, words: number): Made {
  const { headline, paragraphs } = maker.make(words);
  return { id, headline, url: `https://made.example/${id}`, body: paragraphs.join('\n\n') };
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

interface Band {
  readonly band: number;
  readonly id: number;
}

async function storeArticles({ engine, kysely }: Database, made: readonly Made[]): Promise<void> {
  const articles = made.map((article) => ({ id: article.id, ...likenessKeys(article) }));
  await inOneTransaction(kysely, [
    sql`insert into articles (id, status, revision, sequence, filed_by, filed_at, released_at, headline_key, url_key, body_key, likeness)
      select id, 'published', 1, id, 1, ${NOW} + id, ${NOW} + id, headline_key, url_key, body_key, 1
      from ${givenRows(engine, { id: 'bigint', headline_key: 'text', url_key: 'text', body_key: 'text' }, articles)}`,
    sql`insert into article_revisions (article_id, revision, headline, url, language, body, raw, made_at)
      select id, 1, headline, url, 'en', body, '', ${NOW}
      from ${givenRows(engine, { id: 'bigint', headline: 'text', url: 'text', body: 'text' }, [...made])}`,
  ]);
}

async function storeBands({ engine, kysely }: Database, bands: readonly Band[]): Promise<void> {
  const statements: RawBuilder<unknown>[] = [];
  for (let from = 0; from < bands.length; from += ROWS_IN_A_STATEMENT) {
    const some = bands.slice(from, from + ROWS_IN_A_STATEMENT).map(({ band, id }) => ({ band, id }));
    statements.push(sql`insert into article_bands (band, article_id)
      select band, id from ${givenRows(engine, { band: 'bigint', id: 'bigint' }, some)}`);
  }
  await inOneTransaction(kysely, statements);
}

async function inOneTransaction(kysely: Database['kysely'], statements: readonly RawBuilder<unknown>[]): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    for (const statement of statements) await statement.execute(trx);
  });
}
