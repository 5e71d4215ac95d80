import type { StoryTraits } from '../news/story-traits.ts';
import type { Reader } from './article-rows.ts';

/** The traits of articles, by id; an article whose traits were not made yet has none. */
export async function readTraits(reader: Reader, ids: readonly number[]): Promise<Map<number, StoryTraits>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('article_traits').selectAll().where('article_id', 'in', ids).execute();
  return new Map(rows.map(({ article_id, traits }): [number, StoryTraits] => [article_id, JSON.parse(traits)]));
}

/** The traits of the newest articles, whatever their state. */
export async function newestTraits(reader: Reader, limit: number): Promise<StoryTraits[]> {
  const rows = await reader
    .selectFrom('article_traits')
    .select('traits')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ traits }): StoryTraits => JSON.parse(traits));
}
