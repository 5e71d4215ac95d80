import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';

type Column = 'bigint' | 'text';

/**
 * Rows from the program as a table in the `from` clause, under the name `given`: one JSON parameter, so a
 * statement for a thousand rows is the same as for one, prepared once, and far from any limit on parameters.
 */
export function givenRows<Name extends string>(
  engine: Engine,
  columns: Readonly<Record<Name, Column>>,
  rows: readonly Readonly<Record<Name, number | string | null>>[],
): RawBuilder<unknown> {
  const json = JSON.stringify(rows);
  const names = Object.entries<Column>(columns);
  if (engine === 'sqlite') {
    const values = names.map(([name]) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(values)} from json_each(${json})) as given`;
  }
  const types = names.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  return sql`jsonb_to_recordset(${json}::jsonb) as given(${sql.join(types)})`;
}
