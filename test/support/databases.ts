import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import type { Engine } from '../../src/store/engine.ts';
import { TEMPLATE } from './postgres.ts';

/** Opens the test's own fresh database; called again, it opens a second connection to the same. */
export type Open = () => Promise<Database>;

/** An empty database and how to be rid of it. */
export interface Fresh {
  readonly url: string;
  erase(): Promise<void>;
}

/**
 * Runs the tests once on SQLite (a file) and once on PostgreSQL. Each test has a database of its own; what it
 * opened is closed and erased when it is over.
 */
export function onEachDatabase(name: string, tests: (open: Open, engine: Engine) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])(`${name} on %s`, (engine) => {
    let fresh: Fresh;
    let opened: Database[] = [];
    beforeEach(async () => {
      fresh = await FRESH[engine]();
    });
    afterEach(async () => {
      await Promise.all(opened.map((database) => database.close()));
      opened = [];
      await fresh.erase();
    });
    tests(async () => {
      const database = await openDatabase(fresh.url);
      opened.push(database);
      return database;
    }, engine);
  });
}

export const FRESH: Record<Engine, () => Promise<Fresh>> = {
  async sqlite() {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
    return {
      url: `sqlite:${join(folder, 'test.sqlite')}`,
      erase: () => rm(folder, { recursive: true, force: true }),
    };
  },
  async postgres() {
    const server = inject('postgresUrl');
    const name = emptied.pop() ?? (await copyOfTemplate(server));
    return {
      url: `${server}/${name}`,
      async erase() {
        await onServer(`${server}/${name}`, EMPTY_ALL_TABLES);
        emptied.push(name);
      },
    };
  },
};

/** Databases of tests that are over: emptying one takes a fraction of the time that making one does. */
const emptied: string[] = [];

async function copyOfTemplate(server: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`${server}/postgres`, `create database ${name} template ${TEMPLATE}`);
  return name;
}

const EMPTY_ALL_TABLES = `do $$ begin
  execute (
    select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
    from pg_tables
    where schemaname = 'public' and tablename <> 'publish_sequence' and tablename not like 'kysely%'
  );
  update publish_sequence set last = 0;
end $$`;

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
