import type { Briefing, Section } from '../briefing/edition.ts';
import { articlesOf } from '../briefing/edition.ts';
import type { Leads } from '../briefing/lead.ts';
import type { Translations } from '../briefing/translations.ts';
import type { ComposeEdition } from '../delivery/composing.ts';
import type { Article } from '../news/article.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { wordsIn } from './messages/words.ts';
import { composeBriefing } from './screens/briefing.ts';

export interface EditionComposerDeps {
  readonly translations: Pick<Translations, 'readSoon'>;
  /** One sentence on what matters most in a section; undefined where there is none. */
  readonly leadSoon: (section: Section, language: InterfaceLanguage) => Promise<string | undefined>;
}

/** Composes scheduled briefings: in the reader's language as far as a model has rendered them, with their leads. */
export function createEditionComposer({ translations, leadSoon }: EditionComposerDeps): ComposeEdition {
  return async (briefing, reader) => {
    const articles = briefing.sections.flatMap(({ stories }) => articlesOf(stories));
    const told = retold(briefing, await translations.readSoon(articles, reader.language));
    const leads: [string, string | undefined][] = await Promise.all(
      told.sections.map(async (section) => [section.country, await leadSoon(section, reader.language)]),
    );
    const title = wordsIn(reader.language).briefing.title;
    return composeBriefing(told, { title, at: reader.dueAt, leads: leadsAmong(leads) }, reader);
  };
}

/** The same stories, told by these articles in the place of those with their ids. */
export function retold(briefing: Briefing, articles: readonly Article[]): Briefing {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const retell = (article: Article) => byId.get(article.id) ?? article;
  return {
    ...briefing,
    sections: briefing.sections.map(({ country, stories }) => ({
      country,
      stories: stories.map(({ lead, also }) => ({ lead: retell(lead), also: also.map(retell) })),
    })),
  };
}

function leadsAmong(leads: readonly [string, string | undefined][]): Leads {
  return new Map(leads.flatMap(([country, lead]) => (lead === undefined ? [] : [[country, lead] as const])));
}
