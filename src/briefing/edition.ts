import { createHash } from 'node:crypto';
import type { Article } from '../news/article.ts';
import type { CountryCode } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { SequenceWindow } from './selection.ts';
import type { BriefingStyle } from './style.ts';

/** What a briefing says, before anyone has put it into words. */
export interface Briefing {
  readonly sections: readonly Section[];
  /** Articles of earlier briefings that were corrected since. */
  readonly corrected?: readonly Article[];
}

export interface Section {
  readonly country: CountryCode;
  readonly stories: readonly Story[];
}

/** One event: the article that tells it, and those that tell it, too, in the order of the selection. */
export interface Story {
  readonly lead: Article;
  readonly also: readonly Article[];
}

/** All the articles of a section or of a briefing, story by story, the lead of each first. */
export function articlesOf(stories: readonly Story[]): Article[] {
  return stories.flatMap(({ lead, also }) => [lead, ...also]);
}

/**
 * Puts articles under the countries that a chat follows, those on one event (`groups` has their ids) as one story. Each
 * article appears once: it belongs to the first of its countries (they are ordered by salience) that is among the
 * topics, a story to its lead's; an article that has none is left out. The country with most articles comes first,
 * of two with as many the one with the newest article. Within a country stories stand as the first of their
 * articles does in `articles`.
 */
export function arrangeBriefing(
  articles: readonly Article[],
  topics: readonly CountryCode[],
  groups: readonly (readonly number[])[] = [],
): Briefing {
  const followed = new Set(topics);
  const countryOf = ({ countries }: Article) => countries.find((code) => followed.has(code));
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id): [number, string] => [id, `group ${group}`])));
  const told = articles.filter((article) => countryOf(article) !== undefined);
  const stories = [...Map.groupBy(told, ({ id }) => groupOf.get(id) ?? id).values()].map(storyOf);
  return {
    sections: [...Map.groupBy(stories, ({ lead }) => countryOf(lead) ?? '')]
      .map(([country, own]) => ({ country, stories: own }))
      .sort((one, other) => count(other) - count(one) || newest(other) - newest(one)),
  };
}

/** A newer article leads, unless it is a mere note beside the fullest: shorter than half of it. */
export function storyOf(articles: readonly Article[]): Story {
  const fullest = Math.max(...articles.map(({ body }) => body.length));
  const full = articles.filter(({ body }) => body.length * 2 >= fullest);
  const lead = full.reduce((one, other) => ((other.sequence ?? 0) > (one.sequence ?? 0) ? other : one));
  return { lead, also: articles.filter((article) => article !== lead) };
}

function count({ stories }: Section): number {
  return articlesOf(stories).length;
}

function newest({ stories }: Section): number {
  return Math.max(...articlesOf(stories).map(({ sequence }) => sequence ?? 0));
}

/** All that a scheduled edition's text depends on, beside the articles themselves. */
export interface EditionScope {
  readonly topics: readonly CountryCode[];
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  /** The local day that the edition is dated, `YYYY-MM-DD`. */
  readonly day: string;
  readonly window: SequenceWindow;
  readonly style: BriefingStyle;
}

/** Names what is asked for: two chats with the same scope get the same edition. The order of topics is no matter. */
export function scopeKey({ topics, language, timeZone, day, window, style }: EditionScope): string {
  const told = `${style.length}${style.quotes ? '' : '-without-quotes'}`;
  return `briefing/${[...topics].sort().join('+')}/${language}/${timeZone}/${day}/${window.above}-${window.upTo}/${told}`;
}

/**
 * Names what is said: the scope and a digest of the text. An article that is corrected or retracted between two
 * deliveries of one scope makes another edition, so no stored text outlives what it tells.
 */
export function editionKey(scope: string, parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
  return `${scope}#${digest}`;
}
