import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../test/support/embedded-postgres.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;

/** Where databases are made, each empty and gone after its use. */
export interface DatabaseMaker {
  withFresh<T>(use: (url: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** PostgreSQL comes out of the embedded-postgres packages; its server does not wait for the disk. */
export function openDatabaseMaker(engine: (typeof ENGINES)[number]): Promise<DatabaseMaker> {
  return engine === 'sqlite' ? inFolders() : onServer();
}

async function inFolders(): Promise<DatabaseMaker> {
  return {
    async withFresh(use) {
      const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
      try {
        return await use(`sqlite:${join(folder, 'bench.sqlite')}`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: async () => {},
  };
}

async function onServer(): Promise<DatabaseMaker> {
  const server = await startEmbeddedPostgres();
  return {
    async withFresh(use) {
      await tell(server.url, 'create database bench');
      try {
        return await use(`${server.url}/bench`);
      } finally {
        await tell(server.url, 'drop database bench with (force)');
      }
    },
    close: server.stop,
  };
}

async function tell(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}
