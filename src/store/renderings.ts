import type { Transaction } from 'kysely';
import type { Renderings } from '../briefing/renderings.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { storable } from './words.ts';

/** Articles in other languages than their own, by article, revision and language. */
export function createRenderings({ kysely }: Database): Renderings {
  const current = (articleIds: readonly number[], language: string) =>
    kysely
      .selectFrom('renderings')
      .innerJoin('articles', (join) =>
        join.onRef('articles.id', '=', 'renderings.article_id').onRef('articles.revision', '=', 'renderings.revision'),
      )
      .where('renderings.article_id', 'in', articleIds)
      .where('renderings.language', '=', language);

  return {
    async find(articleIds, language) {
      if (articleIds.length === 0) return [];
      const rows = await current(articleIds, language).selectAll('renderings').execute();
      return rows.flatMap(({ article_id: articleId, revision, headline, summary, quotes }) =>
        headline === null || summary === null
          ? []
          : [{ articleId, revision, language, headline, summary, quotes: JSON.parse(quotes ?? '{}') }],
      );
    },
    async missing(articleIds, language) {
      if (articleIds.length === 0) return [];
      const rows = await current(articleIds, language).select('renderings.article_id').execute();
      const tried = new Set(rows.map(({ article_id }) => article_id));
      return articleIds.filter((id) => !tried.has(id));
    },
    async save({ articleId, revision, language, headline, summary, quotes }, by) {
      await put({
        article_id: articleId,
        revision,
        language,
        headline: storable(headline),
        summary: storable(summary),
        quotes: storable(JSON.stringify(quotes)),
        made_by: by,
      });
    },
    async giveUp(articleId, revision, language) {
      const nothing = { headline: null, summary: null, quotes: null, made_by: null };
      await put({ article_id: articleId, revision, language, ...nothing });
    },
  };

  async function put(row: Schema['renderings']): Promise<void> {
    const { headline, summary, quotes, made_by } = row;
    await kysely
      .insertInto('renderings')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['article_id', 'revision', 'language']).doUpdateSet({ headline, summary, quotes, made_by }),
      )
      .execute();
  }
}

/** What was rendered of words that an editor has changed is no longer true to them. */
export async function dropRenderings(trx: Transaction<Schema>, articleId: number): Promise<void> {
  await trx.deleteFrom('renderings').where('article_id', '=', articleId).execute();
}
