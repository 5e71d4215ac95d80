import type { Editors } from '../news/editors.ts';
import type { Database } from './database.ts';
import { instant } from './time.ts';

/** The editors in the database. */
export function createEditors({ kysely }: Database): Editors {
  return {
    async add(id, by, at) {
      const { numInsertedOrUpdatedRows } = await kysely
        .insertInto('editors')
        .values({ id, added_by: by, added_at: at.epochMilliseconds })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async remove(id) {
      const { numDeletedRows } = await kysely.deleteFrom('editors').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async isEditor(id) {
      return (await kysely.selectFrom('editors').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
    },
    async list() {
      const rows = await kysely.selectFrom('editors').selectAll().orderBy('added_at').orderBy('id').execute();
      return rows.map((row) => ({ id: row.id, addedBy: row.added_by, addedAt: instant(row.added_at) }));
    },
  };
}
