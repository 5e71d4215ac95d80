import type { Article } from '../news/article.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { inLanguage } from './in-language.ts';
import type { Patience } from './patience.ts';
import { renderArticle, type TranslatorDeps } from './translator.ts';

export interface TranslationsDeps extends Omit<TranslatorDeps, 'model'> {
  /** Undefined where no model is configured: then only what was rendered before is read. */
  readonly model: TranslatorDeps['model'] | undefined;
  readonly soon: Patience;
}

/** Articles as readers of a language read them. */
export interface Translations {
  /** As they are rendered now; nobody waits for a model. */
  read(articles: readonly Article[], language: InterfaceLanguage): Promise<Article[]>;
  /** The same, after the model was asked for what is missing, and waited for a little. */
  readSoon(articles: readonly Article[], language: InterfaceLanguage): Promise<Article[]>;
  /** Asks the model for what is missing. */
  prepare(articles: readonly Article[], language: InterfaceLanguage): Promise<void>;
}

/** One question an (article, language), however many ask for it at the same time. */
export function createTranslations(deps: TranslationsDeps): Translations {
  const { model, renderings, soon } = deps;
  const underWay = new Map<string, Promise<unknown>>();

  function render(article: Article, language: InterfaceLanguage, asking: TranslatorDeps): Promise<unknown> {
    const key = `${article.id} ${article.revision} ${language}`;
    const asked = underWay.get(key) ?? renderArticle(asking, article, language).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  async function prepare(articles: readonly Article[], language: InterfaceLanguage): Promise<void> {
    if (model === undefined) return;
    const foreign = articles.filter((article) => article.language !== language);
    const ids = foreign.map(({ id }) => id);
    const missing = new Set(await renderings.missing(ids, language));
    const asking = { ...deps, model };
    await Promise.all(foreign.filter(({ id }) => missing.has(id)).map((article) => render(article, language, asking)));
  }

  const read: Translations['read'] = (articles, language) => inLanguage(renderings, articles, language);
  return {
    read,
    async readSoon(articles, language) {
      await soon(prepare(articles, language), undefined);
      return read(articles, language);
    },
    prepare,
  };
}
