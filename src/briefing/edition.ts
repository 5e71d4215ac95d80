import { createHash } from 'node:crypto';
import type { Article } from '../news/article.ts';
import type { CountryCode } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { SequenceWindow } from './selection.ts';

/** What a briefing says, before anyone has put it into words. */
export interface Briefing {
  readonly sections: readonly Section[];
}

export interface Section {
  readonly country: CountryCode;
  readonly articles: readonly Article[];
}

/**
 * Puts articles under the countries that a chat follows. Each article appears once, under the first of its countries
 * (they are ordered by salience) that is among the topics; one that has none is left out. The country with
 * most articles comes first, of two with as many the one with the newest article. Within a country the
 * order of `articles` stays.
 */
export function arrangeBriefing(articles: readonly Article[], topics: readonly CountryCode[]): Briefing {
  const followed = new Set(topics);
  const sections = new Map<CountryCode, Article[]>();
  for (const article of articles) {
    const country = article.countries.find((code) => followed.has(code));
    if (country !== undefined) sections.set(country, [...(sections.get(country) ?? []), article]);
  }
  return {
    sections: [...sections]
      .map(([country, own]) => ({ country, articles: own }))
      .sort((one, other) => other.articles.length - one.articles.length || newest(other) - newest(one)),
  };
}

function newest({ articles }: Section): number {
  return Math.max(...articles.map(({ sequence }) => sequence ?? 0));
}

/** All that a scheduled edition's text depends on, beside the articles themselves. */
export interface EditionScope {
  readonly topics: readonly CountryCode[];
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  /** The local day that the edition is dated, `YYYY-MM-DD`. */
  readonly day: string;
  readonly window: SequenceWindow;
}

/** Names what is asked for: two chats with the same scope get the same edition. The order of topics is no matter. */
export function scopeKey({ topics, language, timeZone, day, window }: EditionScope): string {
  return `briefing/${[...topics].sort().join('+')}/${language}/${timeZone}/${day}/${window.above}-${window.upTo}`;
}

/**
 * Names what is said: the scope and a digest of the text. An article that is corrected or retracted between two
 * deliveries of one scope makes another edition, so no stored text outlives what it tells.
 */
export function editionKey(scope: string, parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
  return `${scope}#${digest}`;
}
