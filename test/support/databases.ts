import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import type { Engine } from '../../src/store/engine.ts';

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
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await onServer(server, `create database ${name}`);
    return {
      url: `${server}/${name}`,
      erase: () => onServer(server, `drop database ${name} with (force)`),
    };
  },
};

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
