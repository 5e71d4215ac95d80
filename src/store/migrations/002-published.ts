import type { Kysely } from 'kysely';

/** When the source says that it published an article. */
export const published = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('article_revisions').addColumn('published_at', 'text').execute();
  },
};
