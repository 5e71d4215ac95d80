import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** An open database with its tables up to date. */
export interface Database {
  readonly engine: Engine;
  readonly kysely: Kysely<Schema>;
  close(): Promise<void>;
}

/**
 * The database that was asked for cannot be had. The message is for the operator and holds no secret;
 * `exitCode` is 2 where the address is wrong, 1 where the address is good and the database is not there.
 */
export class DatabaseUnavailable extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnavailable';
    this.exitCode = exitCode;
  }
}

const EXAMPLE = 'Example: DATABASE_URL=sqlite:data/dateline.sqlite';
const POSTGRES_EXAMPLE = 'Example: DATABASE_URL=postgres://dateline:PASSWORD@localhost:5432/dateline';

/**
 * Opens `sqlite:PATH` (the folder is made), `sqlite::memory:`, or `postgres://…`, and migrates it.
 * Throws `DatabaseUnavailable`.
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  throw new DatabaseUnavailable(`DATABASE_URL must be sqlite:PATH or postgres://…. ${EXAMPLE}`, 2);
}

async function openSqlite(path: string): Promise<Database> {
  if (path === '') {
    throw new DatabaseUnavailable(`DATABASE_URL has no path. ${EXAMPLE}`, 2);
  }
  try {
    if (path !== ':memory:') await mkdir(dirname(path), { recursive: true });
    return await ready('sqlite', sqliteDialect(path));
  } catch (error) {
    const fault = `DATABASE_URL: the SQLite file ${path} cannot be opened: ${messageOf(error)}`;
    throw new DatabaseUnavailable(`${fault}. ${EXAMPLE}`, 2, error);
  }
}

async function openPostgres(url: string): Promise<Database> {
  try {
    return await ready('postgres', postgresDialect(url));
  } catch (error) {
    // The error itself may carry the URL with its password, so it does not go on as the cause.
    const code = codeOf(error);
    const fault = `PostgreSQL at ${withoutSecrets(url)} cannot be used: ${KNOWN_CODES[code] ?? withoutPassword(messageOf(error), url)}`;
    if (!CONFIGURATION_CODES.has(code)) throw new DatabaseUnavailable(fault, 1);
    throw new DatabaseUnavailable(`DATABASE_URL: ${fault}. ${POSTGRES_EXAMPLE}`, 2);
  }
}

async function ready(engine: Engine, dialect: Dialect): Promise<Database> {
  const kysely = new Kysely<Schema>({ dialect });
  try {
    await sql`select 1`.execute(kysely);
    await migrate(kysely, engine);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { engine, kysely, close: () => kysely.destroy() };
}

function withoutSecrets(url: string): string {
  const address = URL.parse(url);
  return address ? `${address.host}${address.pathname}` : 'that address';
}

function withoutPassword(message: string, url: string): string {
  const password = URL.parse(url)?.password ?? '';
  return password === '' ? message : message.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'without a code';
}

/** What a person should set right in DATABASE_URL, as against a server that is away for now. */
const CONFIGURATION_CODES: ReadonlySet<string> = new Set(['ENOTFOUND', 'ERR_INVALID_URL', '28P01', '28000', '3D000']);

const KNOWN_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ENOTFOUND: 'the host does not exist (ENOTFOUND)',
  ERR_INVALID_URL: 'that is not a URL',
  '28P01': 'the password is wrong (28P01)',
  '28000': 'this user may not connect (28000)',
  '3D000': 'there is no database of that name (3D000)',
};
