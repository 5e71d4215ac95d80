import type { Article } from '../news/article.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Rendering, Renderings } from './renderings.ts';

/**
 * The articles as a reader of a language reads them: headline and summary of those that a model has rendered, the others
 * as they were written. Quotes stay in the original, with their translations beside them.
 */
export async function inLanguage(
  renderings: Pick<Renderings, 'find'>,
  articles: readonly Article[],
  language: InterfaceLanguage,
): Promise<Article[]> {
  const foreign = articles.filter((article) => article.language !== language).map(({ id }) => id);
  const found = foreign.length === 0 ? [] : await renderings.find(foreign, language);
  const byArticle = new Map(found.map((rendering) => [rendering.articleId, rendering]));
  return articles.map((article) => withRendering(article, byArticle.get(article.id)));
}

function withRendering(article: Article, rendering: Rendering | undefined): Article {
  if (rendering === undefined || rendering.revision !== article.revision) return article;
  const { headline, summary, quotes } = rendering;
  return { ...article, headline, summary, translatedQuotes: quotes };
}
