import type { Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { DueDecision, DueRange } from '../delivery/due.ts';
import type { DueWritten } from '../delivery/outbox.ts';
import type { DecidedRow, WriteDue } from './decided-rows.ts';
import { writeDueInPostgres } from './due-writing-postgres.ts';
import { writeDueInSqlite } from './due-writing-sqlite.ts';
import type { Engine } from './engine.ts';
import { isOneOf } from './given-ids.ts';
import type { Schema } from './schema.ts';
import { millisecondsOrNull } from './time.ts';

const WRITE: Record<Engine, WriteDue> = { sqlite: writeDueInSqlite, postgres: writeDueInPostgres };

/** Writes down what was decided for the groups of a range: no chat's row comes into the program. */
export async function writeDue(
  kysely: Kysely<Schema>,
  engine: Engine,
  range: DueRange,
  decisions: readonly DueDecision[],
  now: Temporal.Instant,
): Promise<DueWritten> {
  const stored = await storedEditions(kysely, engine, decisions);
  // Where an edition is not there, its chats stay due: a briefing is late then, and not lost.
  const decided = decisions.filter(({ editionId }) => editionId === undefined || stored.has(editionId)).map(decidedRow);
  return decided.length === 0 ? { chats: 0, deliveries: 0 } : WRITE[engine](kysely, range, decided, now);
}

async function storedEditions(
  kysely: Kysely<Schema>,
  engine: Engine,
  decisions: readonly DueDecision[],
): Promise<ReadonlySet<number>> {
  const ids = [...new Set(decisions.flatMap(({ editionId }) => editionId ?? []))];
  if (ids.length === 0) return new Set();
  const rows = await kysely
    .selectFrom('editions')
    .select('id')
    .where(isOneOf(engine, 'id', ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function decidedRow({ group, nextDueAt, briefedUpTo, editionId, skipped }: DueDecision): DecidedRow {
  return {
    audience: group.audience,
    above: group.briefedTo,
    planned_at: millisecondsOrNull(nextDueAt),
    up_to: Math.max(group.briefedTo, briefedUpTo),
    edition_id: editionId ?? null,
    skipped: skipped ?? null,
  };
}
