import { type RawBuilder, sql } from 'kysely';
import { SENDER_LEASE } from '../delivery/leases.ts';
import type { Reader } from './article-rows.ts';
import type { Engine } from './engine.ts';

/**
 * One row while the sender's lease is held under this token, none once another process has taken it. PostgreSQL holds
 * the row until the transaction ends, so nobody takes the lease between the look and the writing; SQLite has one
 * writer at a time.
 */
export function termRow(engine: Engine, term: number): RawBuilder<{ one: number }> {
  const held = sql<{ one: number }>`select 1 as one from leases
    where name = ${sql.lit(SENDER_LEASE)} and token = ${term} and until > 0`;
  return engine === 'postgres' ? sql`${held} for share` : held;
}

export async function holdsTerm(reader: Reader, engine: Engine, term: number): Promise<boolean> {
  const { rows } = await termRow(engine, term).execute(reader);
  return rows.length > 0;
}
