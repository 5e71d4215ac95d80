import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A database with its tables, of which each test gets a copy: that takes a third of making them. */
export const TEMPLATE = 'template_dateline';

/** Starts one PostgreSQL server for all tests of the run; what it returns stops it. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startEmbeddedPostgres();
  await makeTemplate(url);
  project.provide('postgresUrl', url);
  return stop;
}

async function makeTemplate(server: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await (await openDatabase(`${server}/${TEMPLATE}`)).close();
}
