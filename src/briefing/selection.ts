import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import type { CountryCode } from '../news/country.ts';

/** A stretch of the publish sequence: everything above `above`, up to and with `upTo`. */
export interface SequenceWindow {
  readonly above: number;
  readonly upTo: number;
}

/** A briefing after a long gap shows the newest so many; older ones are left to the archive. */
export const MOST_ARTICLES = 50;

/** The published articles on any of the topics whose number lies in the window, newest first. */
export async function selectArticles(
  articles: Pick<Articles, 'select'>,
  topics: readonly CountryCode[],
  window: SequenceWindow,
): Promise<Article[]> {
  if (topics.length === 0 || window.upTo <= window.above) return [];
  return articles.select({ countries: topics, above: window.above, upTo: window.upTo, limit: MOST_ARTICLES });
}
