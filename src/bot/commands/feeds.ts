import type { CountryCode } from '../../news/country.ts';
import type { Feed, Feeds } from '../../news/feeds.ts';
import { parseTopics } from '../../news/topic.ts';
import { onlyAddress } from '../../news/web-address.ts';
import { type Answer, NOTHING, say, show, toast } from '../answer.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { feedError, feedList, feedScreen } from '../screens/feeds.ts';
import type { Talk } from '../talk.ts';
import { editorOf } from './draft.ts';

export interface FeedDeps {
  readonly feeds: Feeds;
  readonly talk: Talk;
  /** Reads the feeds that are due, beside what the bot does; resolves when that is done. */
  readonly pollFeeds: () => Promise<void>;
  /** Does slow work beside what the bot does. */
  readonly aside: (work: () => Promise<unknown>) => void;
}

/** `/feeds`: every feed, how it stands, and its error where it fails. */
export function feedsCommand({ feeds }: FeedDeps): Handler {
  return async ({ chat, words, now }) => {
    const all = await feeds.list();
    return all.length === 0 ? say(words.feeds.none) : say(feedList(all, chat, now));
  };
}

/** `/feed add https://… [COUNTRY]`, `/feed remove 3`, `/feed 3`; alone, the list. */
export function feedCommand(deps: FeedDeps): Handler {
  return async (request) => {
    const [verb = '', ...rest] = request.text.split(/\s+/);
    if (/^add$/i.test(verb)) return addFeed(deps, request, rest);
    if (/^(remove|delete)$/i.test(verb)) return removeFeed(deps, request, rest[0] ?? '');
    if (verb === '') return feedsCommand(deps)(request);
    const feed = await feedOf(deps, verb);
    return feed === undefined ? say(request.words.feeds.usage) : say(feedScreen(feed, request.chat, request.now));
  };
}

async function addFeed(deps: FeedDeps, request: Request, [typed = '', ...country]: readonly string[]): Promise<Answer> {
  const words = request.words.feeds;
  const url = onlyAddress(typed);
  if (url === undefined) return say(words.usage);
  const about = countryOf(country.join(' '));
  if (about === 'unknown') return say(words.unknownCountry);
  const feed = await deps.feeds.add({ url, country: about, addedBy: editorOf(request), addedAt: request.now });
  if (feed === undefined) return say(html`${words.known}`);
  await showWhenRead(deps, request, feed);
  return NOTHING;
}

/**
 * The address is read beside what the bot does; the message that says so then shows how it went. An address of which
 * nothing can be read is not kept.
 */
async function showWhenRead(deps: FeedDeps, { chat, threadId, words, now }: Request, added: Feed): Promise<void> {
  const place = { id: chat.id, kind: chat.kind, threadId };
  const messageId = await deps.talk.say(place, { html: html`${words.feeds.reading}`.html, buttons: [] });
  deps.aside(async () => {
    await deps.pollFeeds();
    const feed = await deps.feeds.find(added.id);
    if (messageId === undefined || feed === undefined) return;
    if (feed.error === undefined) return deps.talk.edit(place, messageId, feedScreen(feed, chat, now));
    await deps.feeds.remove(feed.id);
    const why = html`${words.feeds.notAdded(feedError(feed.error, chat))}`;
    return deps.talk.edit(place, messageId, { html: why.html, buttons: [] });
  });
}

function countryOf(typed: string): CountryCode | undefined | 'unknown' {
  if (typed === '') return undefined;
  const { countries, unknown } = parseTopics(typed);
  return unknown.length === 0 && countries.length === 1 ? countries[0] : 'unknown';
}

async function removeFeed({ feeds }: FeedDeps, { words }: Request, id: string): Promise<Answer> {
  if (!/^\d{1,9}$/.test(id)) return say(words.feeds.usage);
  return say(html`${(await feeds.remove(Number(id))) ? words.feeds.removed(Number(id)) : words.feeds.unknown(id)}`);
}

async function feedOf({ feeds }: FeedDeps, id: string): Promise<Feed | undefined> {
  return /^\d{1,9}$/.test(id) ? feeds.find(Number(id)) : undefined;
}

/** A button that opens a feed. */
export function feedAction(deps: FeedDeps): Handler {
  return onFeed(deps, async (feed, { chat, now }) => show(feedScreen(feed, chat, now)));
}

/** Whether a feed's articles are published at once or wait as drafts. */
export function feedSetAction(deps: FeedDeps): Handler {
  return onFeed(deps, async (feed, { chat, now }) => {
    const publishes = !feed.publishes;
    await deps.feeds.setPublishes(feed.id, publishes);
    return show(feedScreen({ ...feed, publishes }, chat, now));
  });
}

export function feedRemoveAction(deps: FeedDeps): Handler {
  return onFeed(deps, async (feed, { words }) => {
    await deps.feeds.remove(feed.id);
    return show(html`${words.feeds.removed(feed.id)}`);
  });
}

function onFeed(deps: FeedDeps, act: (feed: Feed, request: Request) => Promise<Answer>): Handler {
  return async (request) => {
    const feed = await feedOf(deps, request.text);
    return feed === undefined ? toast(request.words.feeds.unknown(request.text)) : act(feed, request);
  };
}
