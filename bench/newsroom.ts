import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { isRepeat } from '../src/news/likeness.ts';
import { createArticles } from '../src/store/articles.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { likenessKeys } from '../src/store/likeness.ts';
import { BenchUsageError } from './rows.ts';
import { countArticles, growArchive } from './support/archive.ts';
import { measureEditions, measureLine } from './support/article-line.ts';
import { describeMachine } from './support/machine.ts';
import { type ArticleMaker, createArticleMaker } from './support/made-articles.ts';
import { median, milliseconds, percentile, timed } from './support/stopwatch.ts';
import { table } from './support/table.ts';

export const about = 'articles a second through the whole line, and near-duplicates in an archive of a million';

const ARCHIVES = [1_000, 100_000, 1_000_000];
const LINE_ARTICLES = 300;
const LINE_WORDS = 400;
const ARCHIVE_WORDS = 100;
const LOOK_UPS = 200;

/** `--database postgres://…`: an empty database to measure beside SQLite; `--most N`: the largest archive; `--seed N`. */
export async function run(args: readonly string[]): Promise<void> {
  const { database, most, seed } = optionsOf(args);
  console.log(`${describeMachine(['kysely', 'pg'])}\nSeed ${seed}; articles made by chance; no model.\n`);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const path = join(folder, 'bench.sqlite');
    await measure('SQLite', `sqlite:${path}`, most, seed);
    console.log(`The file: ${Math.round((await stat(path)).size / 2 ** 20)} MB.\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (database !== undefined) await measure('PostgreSQL', database, most, seed);
  console.log(`Peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { database: { type: 'string' }, most: { type: 'string' }, seed: { type: 'string' } },
    });
    const most = Number(values.most ?? ARCHIVES.at(-1));
    const seed = Number(values.seed ?? 1);
    if (!Number.isSafeInteger(most) || most < 1_000) throw new Error('--most takes a number from 1000 on');
    if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a number');
    return { database: values.database, most, seed };
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault));
  }
}

async function measure(name: string, url: string, most: number, seed: number): Promise<void> {
  const database = await openDatabase(url);
  try {
    if ((await countArticles(database)) > 0) throw new BenchUsageError(`the ${name} database is not empty`);
    console.log(`## ${name} ${await versionOf(database)}\n`);
    const maker = createArticleMaker(seed);
    console.log(`${await measureArchives(database, maker, most)}\n`);
    console.log(`${await measureLine(database, maker, LINE_ARTICLES, LINE_WORDS)}\n`);
    console.log(`${await measureEditions(database, maker)}\n`);
  } finally {
    await database.close();
  }
}

async function versionOf({ engine, kysely }: Database): Promise<string> {
  const version = engine === 'sqlite' ? sql`sqlite_version()` : sql`current_setting('server_version')`;
  const { rows } = await sql<{ version: string }>`select ${version} as version`.execute(kysely);
  return rows[0]?.version ?? '';
}

async function measureArchives(database: Database, maker: ArticleMaker, most: number): Promise<string> {
  const rows: string[][] = [];
  let first = 0;
  for (const size of ARCHIVES.filter((one) => one <= most)) {
    const before = await countArticles(database);
    const filling = await timed(() => growArchive(database, maker, size, ARCHIVE_WORDS));
    const { times, found, mistaken } = await lookUp(database, maker, size);
    const bare = await bareSelects(database, size);
    first ||= median(times);
    rows.push([
      size.toLocaleString('en'),
      milliseconds(median(times)),
      milliseconds(percentile(times, 99)),
      `${(median(times) / first).toFixed(2)} ×`,
      milliseconds(bare),
      `${(median(times) / bare).toFixed(0)} ×`,
      `${found} of ${LOOK_UPS / 2}`,
      `${mistaken} of ${LOOK_UPS / 2}`,
      `${Math.round(((size - before) / filling) * 1000).toLocaleString('en')}/s`,
    ]);
  }
  const head =
    'stored articles, look-up: median, p99, against the first row, bare indexed select, against that, rewrites found, others taken for one, stored';
  return table(head.split(', '), rows);
}

/** Half of the texts are light rewrites of stored ones, half are new. */
async function lookUp(database: Database, maker: ArticleMaker, size: number) {
  const articles = createArticles(database);
  const times: number[] = [];
  let [found, mistaken] = [0, 0];
  for (let count = 0; count < LOOK_UPS; count += 1) {
    const original = count % 2 === 0 ? 1 + ((count * 7_919) % size) : undefined;
    const body =
      original === undefined
        ? maker.make(ARCHIVE_WORDS).paragraphs.join('\n\n')
        : maker.reword(await bodyOf(database, original));
    const started = performance.now();
    const alike = await articles.alike({ headline: `Look-up ${count}`, url: undefined, body });
    times.push(performance.now() - started);
    const ids = alike.filter(isRepeat).map(({ id }) => id);
    if (original !== undefined && ids.includes(original)) found += 1;
    if (ids.some((id) => id !== original)) mistaken += 1;
  }
  return { times, found, mistaken };
}

async function bodyOf({ kysely }: Database, id: number): Promise<string> {
  const row = kysely.selectFrom('article_revisions').select('body').where('article_id', '=', id);
  return (await row.executeTakeFirstOrThrow()).body;
}

/** The median of what any query by an index costs here: one article by its text. */
async function bareSelects(database: Database, size: number): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < LOOK_UPS; count += 1) {
    const body = await bodyOf(database, 1 + ((count * 7_919) % size));
    const { body_key } = likenessKeys({ headline: '', url: undefined, body });
    const query = database.kysely.selectFrom('articles').select('id').where('body_key', '=', body_key);
    times.push(await timed(() => query.execute()));
  }
  return median(times);
}
