import type { Article } from '../../news/article.ts';
import type { Articles } from '../../news/articles.ts';
import type { InterfaceLanguage } from '../../news/language.ts';

/** What the commands that show published articles work with. */
export interface ReadingDeps {
  readonly articles: Articles;
  /** The articles in a reader's language, as far as they are rendered in it; nobody waits for the rest. */
  readonly inLanguage: (articles: readonly Article[], language: InterfaceLanguage) => Promise<Article[]>;
}
