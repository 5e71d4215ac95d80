import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** Statements kept prepared; the program has about a hundred, but lists of values make more. */
const CACHED_STATEMENTS = 200;

/** How long a statement waits for another process that holds the write lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Kysely's SQLite dialect over the `node:sqlite` that comes with Node. */
export function sqliteDialect(path: string): Dialect {
  const config = { database: async () => cachingStatements(openFile(path)) };
  const dialect = new SqliteDialect(config);
  return {
    createDriver: () => new ImmediateDriver(config),
    createAdapter: () => new TransactionalDdlAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** FULL costs 0.2 ms a commit on an ordinary disk, and nothing that was committed is lost at a power cut. */
function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = WAL');
  database.exec('pragma synchronous = FULL');
  database.exec('pragma cache_size = -65536');
  database.exec('pragma temp_store = MEMORY');
  return database;
}

/**
 * A transaction that reads first and writes later fails with "database is locked" where another process wrote
 * in between, whatever the timeout; taking the write lock at once makes it wait instead.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite does roll back DDL; Kysely's own adapter leaves a half-run migration behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function cachingStatements(database: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = cache.get(text);
      if (known) return known;
      const statement = asKyselyStatement(database, text);
      if (cache.size >= CACHED_STATEMENTS) forgetOldest(cache);
      cache.set(text, statement);
      return statement;
    },
  };
}

function forgetOldest(cache: Map<string, SqliteStatement>): void {
  const [oldest] = cache.keys();
  if (oldest !== undefined) cache.delete(oldest);
}

function asKyselyStatement(database: DatabaseSync, text: string): SqliteStatement {
  const statement: StatementSync = database.prepare(text);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bind)),
    run: (parameters) => statement.run(...parameters.map(bind)),
    // An iterator holds its statement until it is read to the end, so it cannot share one.
    iterate: (parameters) => database.prepare(text).iterate(...parameters.map(bind)),
  };
}

/**
 * Refuses what `node:sqlite` would take silently for something else: an object as the first parameter counts as
 * named parameters and shifts the rest, and NaN becomes NULL.
 */
export function bind(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'bigint' || value === null) return value;
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store ${value === undefined ? 'undefined' : String(value)}`);
}
