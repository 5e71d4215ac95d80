import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';

/** Whether a column is one of these numbers: one parameter, so a statement for many is the same as for one. */
export function isOneOf(engine: Engine, column: string, ids: readonly number[]): RawBuilder<boolean> {
  const json = JSON.stringify(ids);
  return engine === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${json}))`
    : sql<boolean>`${sql.ref(column)} = any(array(select jsonb_array_elements_text(${json}::jsonb)::bigint))`;
}
