import type { Temporal } from 'temporal-polyfill';
import type { Article } from './article.ts';
import type { Articles, NewArticle } from './articles.ts';
import type { EntryOutcome } from './feed-polling.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import { isRepeat } from './likeness.ts';

/** What the reading of a text gives; undefined where it is no article. */
export type ReadText = (raw: string, url: string | undefined) => Omit<NewArticle, 'filedBy' | 'filedAt'> | undefined;

export interface FilingDeps {
  readonly articles: Pick<Articles, 'file' | 'publish' | 'alike' | 'withAddress'>;
  /** The article at an address as plain text; undefined where none can be read. */
  readonly fetchText: (url: string) => Promise<string | undefined>;
  readonly read: ReadText;
  /** Lets a model write about a draft, where one is configured. */
  readonly write: (draft: Article) => Promise<unknown>;
  readonly now: () => Temporal.Instant;
}

/** A feed that carries so many words of an entry carries the article; with fewer it is a teaser, and the page is read. */
const WHOLE_ARTICLE_WORDS = 150;

/**
 * Makes a draft of a feed's entry, or publishes it where the feed is set so. What is stored under its address already
 * is known; what tells a stored article once more stays a draft, so that an editor looks at it. The editor who
 * added the feed answers for it.
 */
export async function fileEntry(deps: FilingDeps, feed: Feed, entry: FeedEntry): Promise<EntryOutcome> {
  const { articles, read, now } = deps;
  if (entry.url !== undefined && (await articles.withAddress(entry.url)) !== undefined) return 'known';
  const reading = read(await rawText(deps, entry), entry.url);
  if (reading === undefined) return 'no-article';
  const alike = await articles.alike(reading.text);
  const byline = reading.text.byline ?? entry.byline;
  const source = reading.text.source ?? feed.title;
  const filed = await articles.file({
    ...reading,
    text: { ...reading.text, byline, source },
    countries: withCountry(reading.countries, feed),
    filedBy: feed.addedBy,
    filedAt: now(),
  });
  await deps.write(filed);
  if (feed.publishes && !alike.some(isRepeat)) await articles.publish(filed.id, feed.addedBy, now(), 'published');
  return 'filed';
}

/** The headline above the text, as in a paste. A page has its own. */
async function rawText({ fetchText }: FilingDeps, { url, headline, text }: FeedEntry): Promise<string> {
  const isWhole = text.split(/\s+/).length >= WHOLE_ARTICLE_WORDS;
  const page = isWhole || url === undefined ? undefined : await fetchText(url);
  return page ?? `${headline}\n\n${text}`;
}

function withCountry(countries: NewArticle['countries'], { country }: Feed): NewArticle['countries'] {
  return country === undefined || countries.includes(country) ? countries : [...countries, country];
}
