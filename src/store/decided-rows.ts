import { type Kysely, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { DueRange } from '../delivery/due.ts';
import type { DueWritten } from '../delivery/outbox.ts';
import type { Schema } from './schema.ts';

/** A decision as the database takes it; `above` is how far the group was briefed. */
export interface DecidedRow extends Readonly<Record<keyof typeof DECIDED_COLUMNS, string | number | null>> {
  readonly edition_id: number | null;
}

export const DECIDED_COLUMNS = {
  audience: 'text',
  above: 'bigint',
  planned_at: 'bigint',
  up_to: 'bigint',
  edition_id: 'bigint',
  skipped: 'text',
} as const;

export type WriteDue = (
  kysely: Kysely<Schema>,
  range: DueRange,
  decided: readonly DecidedRow[],
  now: Temporal.Instant,
) => Promise<DueWritten>;

export const DELIVERY_COLUMNS = sql`edition_id, chat_id, part, urgency, silent, state, queued_at, not_before`;
