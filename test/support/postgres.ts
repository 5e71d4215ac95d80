import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';
import type { ServerReport } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A database with its tables, of which each test gets a copy: that takes a third of making them. */
export const TEMPLATE = 'template_dateline';

/** Starts one PostgreSQL server for all tests of the run; what it returns stops it. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = fork(join(import.meta.dirname, 'postgres-server.ts'), { execArgv: [] });
  const report = await firstReport(server);
  if (report.kind === 'failed') throw new Error(`PostgreSQL does not start:\n${report.log}`);
  await makeTemplate(report.url);
  project.provide('postgresUrl', report.url);
  return async () => {
    const stopped = once(server, 'exit');
    server.disconnect();
    await stopped;
  };
}

async function firstReport(server: ChildProcess): Promise<ServerReport> {
  return new Promise((resolve) => {
    server.once('message', (report: ServerReport) => resolve(report));
    server.once('exit', (code) => resolve({ kind: 'failed', log: `its process ended with code ${code}` }));
  });
}

async function makeTemplate(server: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await (await openDatabase(`${server}/${TEMPLATE}`)).close();
}
