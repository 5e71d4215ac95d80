import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServerReport } from './postgres-server.ts';

/** A PostgreSQL server that lives as long as whoever started it. */
export interface EmbeddedPostgres {
  /** Of the server, without a database. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const server = fork(join(import.meta.dirname, 'postgres-server.ts'), { execArgv: [] });
  const report = await firstReport(server);
  if (report.kind === 'failed') throw new Error(`PostgreSQL does not start:\n${report.log}`);
  return {
    url: report.url,
    async stop() {
      const stopped = once(server, 'exit');
      server.disconnect();
      await stopped;
    },
  };
}

async function firstReport(server: ChildProcess): Promise<ServerReport> {
  return new Promise((resolve) => {
    server.once('message', (report: ServerReport) => resolve(report));
    server.once('exit', (code) => resolve({ kind: 'failed', log: `its process ended with code ${code}` }));
  });
}
