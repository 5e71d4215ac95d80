import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DatabaseUnavailable, openDatabase } from '../../src/store/database.ts';
import { bind } from '../../src/store/sqlite-dialect.ts';
import { onEachDatabase } from '../support/databases.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function refusal(url: string): Promise<DatabaseUnavailable> {
  try {
    await (await openDatabase(url)).close();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return error;
    throw error;
  }
  throw new Error('It opened');
}

onEachDatabase('a database', (open) => {
  it('is opened again with its tables as they were', async () => {
    const first = await open();
    await first.kysely.insertInto('editors').values({ id: 1, added_by: 2, added_at: 3 }).execute();
    const again = await open();
    expect(await again.kysely.selectFrom('editors').selectAll().execute()).toEqual([
      expect.objectContaining({ id: 1, added_by: 2, added_at: 3 }),
    ]);
  });

  it('keeps numbers beyond 32 bits as numbers', async () => {
    const { kysely } = await open();
    const large = Number.MAX_SAFE_INTEGER;
    await kysely.insertInto('editors').values({ id: -large, added_by: large, added_at: 1 }).execute();
    const row = await kysely.selectFrom('editors').select(['id', 'added_by']).executeTakeFirst();
    expect(row?.id).toBe(-large);
    expect(row?.added_by).toBe(large);
  });

  it('undoes all of a transaction that fails', async () => {
    const { kysely } = await open();
    const failing = kysely.transaction().execute(async (trx) => {
      await trx.insertInto('editors').values({ id: 1, added_by: 1, added_at: 1 }).execute();
      throw new Error('the process thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better');
    expect(await kysely.selectFrom('editors').selectAll().execute()).toEqual([]);
  });

  it('refuses a row that belongs to nothing', async () => {
    const { kysely } = await open();
    await expect(kysely.insertInto('subscriptions').values({ chat_id: 1, topic: 'KZ' }).execute()).rejects.toThrow(
      /foreign key/i,
    );
  });
});

describe('a SQLite database', () => {
  it('makes the folder of its file, and loses nothing at a power cut', async () => {
    const path = join(folder, 'deep', 'down', 'dateline.sqlite');
    const database = await openDatabase(`sqlite:${path}`);
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database.kysely);
    expect(rows[0]?.synchronous).toBe(2);
    await database.close();
    expect((await stat(path)).isFile()).toBe(true);
  });

  it('can live in memory', async () => {
    const database = await openDatabase('sqlite::memory:');
    expect(await database.kysely.selectFrom('editors').selectAll().execute()).toEqual([]);
    await database.close();
  });

  it.each([new Date(0), {}, [1], undefined, Number.NaN, Symbol.iterator])(
    'does not store %o for something else',
    (value) => {
      expect(() => bind(value)).toThrow('cannot store');
    },
  );
});

describe('a database that cannot be had', () => {
  it('is a wrong variable where the address names no engine', async () => {
    expect(await refusal('mysql://root:s3cret@localhost/x')).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^DATABASE_URL must be sqlite:PATH or postgres:/),
    });
    expect(await refusal('sqlite:')).toMatchObject({ exitCode: 2 });
  });

  it('is a wrong variable where the path cannot be a database file', async () => {
    await writeFile(
      join(folder, 'text.txt'),
      'This is no database, and long enough to see that it is none. '.repeat(50),
    );
    for (const path of [join(folder, 'text.txt'), join(folder, 'text.txt', 'below'), folder]) {
      const error = await refusal(`sqlite:${path}`);
      expect(error.exitCode).toBe(2);
      expect(error.message).toContain(`DATABASE_URL: the SQLite file ${path} cannot be opened: `);
    }
  });

  it('is a server that is away, and the password is not told', async () => {
    const error = await refusal('postgres://dateline:s3cret@127.0.0.1:1/news');
    expect(error.exitCode).toBe(1);
    expect(error.message).toBe('PostgreSQL at 127.0.0.1:1/news cannot be used: nothing listens there (ECONNREFUSED)');
  });

  it('is a wrong variable where PostgreSQL refuses the password or has no such database', async () => {
    const server = new URL(inject('postgresUrl'));
    const wrong = new URL('/postgres', server);
    wrong.password = 's3cret';
    const refused = await refusal(wrong.href);
    expect(refused).toMatchObject({ exitCode: 2, message: expect.stringContaining('the password is wrong') });
    const missing = await refusal(new URL('/no_such_database', server).href);
    expect(missing).toMatchObject({ exitCode: 2, message: expect.stringContaining('no database of that name') });
    for (const error of [refused, missing]) {
      expect(error.message).toMatch(/^DATABASE_URL: .*\. Example: DATABASE_URL=postgres:\S+$/);
      expect(JSON.stringify([error.message, error.stack, error.cause ?? ''])).not.toMatch(/s3cret|:password@/);
    }
  });

  it('is a wrong variable where the address of PostgreSQL is no URL', async () => {
    const error = await refusal('postgres://dateline:s3cret@localhost:port/news');
    expect(error.exitCode).toBe(2);
    expect(error.message).not.toContain('s3cret');
  });
});
