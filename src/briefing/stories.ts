import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import { type Commonness, commonnessOf, groupStories, type Told } from '../reading/story-groups.ts';

/** What is common in a newsroom is seen in so many of its newest articles. */
const NEWEST = 300;

/** Gives the ids of articles, those on one event together. */
export type FindStories = (articles: readonly Article[]) => Promise<readonly (readonly number[])[]>;

/**
 * Groups what is selected by what was noted when it was filed, so that no body is read again. What is common is looked
 * up once: make a finder for each tick or request. An article of which nothing is noted yet stands alone.
 */
export function createStoryFinder(articles: Pick<Articles, 'traits' | 'newestTraits'>): FindStories {
  let known: Promise<Commonness> | undefined;
  return async (selected) => {
    if (selected.length < 2) return [];
    const traits = await articles.traits(selected.map(({ id }) => id));
    known ??= articles.newestTraits(NEWEST).then(commonnessOf);
    const told = selected.flatMap(({ id, countries, releasedAt, filedAt }): Told[] => {
      const noted = traits.get(id);
      const at = (releasedAt ?? filedAt).epochMilliseconds;
      return noted === undefined ? [] : [{ id, traits: noted, countries, at }];
    });
    return groupStories(told, await known);
  };
}
