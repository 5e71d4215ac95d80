import type { Translations } from '../briefing/translations.ts';
import type { Recomposed } from '../delivery/amend.ts';
import type { ShownPart } from '../delivery/amendments.ts';
import type { Amendment } from '../news/amendment.ts';
import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { recomposePart, withoutLayout } from './screens/amended.ts';

export interface RecomposeDeps {
  readonly articles: Pick<Articles, 'find'>;
  readonly translations: Pick<Translations, 'readSoon'>;
  readonly defaults: { readonly language: InterfaceLanguage; readonly timeZone: string };
}

/** Puts stored messages together anew, from their articles as they are now, in their readers' language. */
export function createRecomposer({ articles, translations, defaults }: RecomposeDeps) {
  return async (part: ShownPart, amendment: Amendment): Promise<Recomposed> => {
    const { layout, message } = part;
    if (layout === undefined) return withoutLayout(part, amendment, defaults);
    const present = await articlesOf(
      layout.stories.flatMap(({ articleIds }) => articleIds),
      layout.language,
    );
    const kill = amendment.kind === 'kill' ? amendment : undefined;
    const unsent = recomposePart({ message, layout }, { articles: present, kill: undefined });
    const sent = recomposePart({ message, layout }, { articles: present, kill });
    return { unsent, sent: sent ?? message };
  };

  async function articlesOf(ids: readonly number[], language: InterfaceLanguage): Promise<Map<number, Article>> {
    const found: Article[] = [];
    for (const id of ids) {
      const article = await articles.find(id);
      if (article !== undefined) found.push(article);
    }
    return new Map((await translations.readSoon(found, language)).map((article) => [article.id, article]));
  }
}
