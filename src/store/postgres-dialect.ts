import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** How long a first connection may take, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * A process that stands still in the middle of a transaction (suspended, or swapped out) keeps its locks no longer than
 * this, in milliseconds: another is to take over within 15 s. No transaction here waits for anything but the database.
 */
const IDLE_IN_TRANSACTION_MS = 8_000;

/** PostgreSQL over a pool of connections; `bigint` comes back as a number, as from SQLite. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    types: { getTypeParser: numbersForBigints },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

const numbersForBigints: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? exactNumber : pg.types.getTypeParser(oid, format);

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
