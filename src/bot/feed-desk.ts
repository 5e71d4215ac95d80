import type { Chats } from '../delivery/chats.ts';
import type { Log } from '../delivery/log.ts';
import type { NewArticle } from '../news/articles.ts';
import { type FeedPollingDeps, pollFeeds } from '../news/feed-polling.ts';
import type { Feed } from '../news/feeds.ts';
import { type FilingDeps, fileEntry } from '../news/file-entry.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { ReadOutcome } from '../reading/read-article.ts';
import { html } from './html.ts';
import { wordsIn } from './messages/words.ts';
import type { Talk } from './talk.ts';

export interface FeedDeskDeps
  extends Pick<FeedPollingDeps, 'feeds' | 'readFeed' | 'now' | 'random'>,
    Pick<FilingDeps, 'articles' | 'write'> {
  readonly chats: Pick<Chats, 'find'>;
  readonly talk: Talk;
  readonly fetchArticle: (url: string) => Promise<{ readonly kind: string; readonly text?: string }>;
  readonly read: (raw: string, url?: string) => ReadOutcome;
  readonly defaultLanguage: InterfaceLanguage;
  readonly log: Log;
}

/** Where feeds are read, one round after the other. */
export interface FeedDesk {
  /** Reads what is due; after the round that is under way, where there is one. */
  poll(): Promise<void>;
  /** The same, unless a round is under way. */
  pollIfIdle(): Promise<void>;
}

/** The editor who added a feed is told of the drafts that it brought. */
export function createFeedDesk(deps: FeedDeskDeps): FeedDesk {
  const { feeds, readFeed, now, random, log } = deps;
  let rounds = 0;
  let last = Promise.resolve();

  const filing: FilingDeps = {
    articles: deps.articles,
    write: deps.write,
    now,
    fetchText: async (url) => {
      const fetched = await deps.fetchArticle(url);
      return fetched.kind === 'text' ? fetched.text : undefined;
    },
    read: (raw, url) => newArticleOf(deps.read(raw, url)),
  };

  async function round(): Promise<void> {
    await pollFeeds({
      ...{ feeds, readFeed, now, random },
      fileEntry: (feed, entry) => fileEntry(filing, feed, entry),
      onFiled: (feed, articles) => void tellOf(deps, feed, articles).catch(logged),
    });
  }

  const logged = (error: unknown) => log.error({ error: String(error) }, 'feeds could not be read');

  function poll(): Promise<void> {
    rounds += 1;
    last = last
      .then(round)
      .catch(logged)
      .finally(() => {
        rounds -= 1;
      });
    return last;
  }

  return { poll, pollIfIdle: () => (rounds > 0 ? Promise.resolve() : poll()) };
}

function newArticleOf(outcome: ReadOutcome): Omit<NewArticle, 'filedBy' | 'filedAt'> | undefined {
  if (outcome.kind !== 'article') return undefined;
  const { article, countries, quotes, summary } = outcome;
  return { text: article, countries, quotes, summary: { text: summary, madeBy: 'extract' } };
}

async function tellOf({ chats, talk, defaultLanguage }: FeedDeskDeps, feed: Feed, articles: number): Promise<void> {
  if (feed.publishes) return;
  const chat = await chats.find(feed.addedBy);
  const words = wordsIn(chat?.language ?? defaultLanguage);
  const text = html`${words.feeds.arrived(feed.title ?? feed.url, articles)}`;
  const button = { label: words.desk.drafts, action: 'drafts' };
  await talk.say({ id: feed.addedBy, kind: 'private', threadId: undefined }, { html: text.html, buttons: [[button]] });
}
