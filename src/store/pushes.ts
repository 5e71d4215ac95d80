import type { Pushes } from '../delivery/pushes.ts';
import type { Database } from './database.ts';

/** The pushes that are under way, oldest article first; `publishArticle` opens them. */
export function createPushes({ kysely }: Database): Pushes {
  return {
    async open() {
      const rows = await kysely.selectFrom('pushes').selectAll().orderBy('article_id').execute();
      return rows.map(({ article_id, after_chat }) => ({ articleId: article_id, afterChat: after_chat ?? undefined }));
    },
    async advance(articleId, afterChat) {
      await kysely.updateTable('pushes').set({ after_chat: afterChat }).where('article_id', '=', articleId).execute();
    },
    async close(articleId) {
      await kysely.deleteFrom('pushes').where('article_id', '=', articleId).execute();
    },
  };
}
