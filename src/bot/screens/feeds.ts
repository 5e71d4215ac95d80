import type { Temporal } from 'temporal-polyfill';
import type { Button, Message } from '../../delivery/outbox.ts';
import type { Feed } from '../../news/feeds.ts';
import { clip, countryLabel, formatMoment, type Reader } from '../format.ts';
import { type Html, html, joinHtml, link } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { MESSAGE_LENGTH, packBlocks } from '../split.ts';

/** Every feed with how it stands, each with a button that opens it. */
export function feedList(feeds: readonly Feed[], reader: Reader, now: Temporal.Instant): Message {
  const words = wordsIn(reader.language).feeds;
  const blocks = [html`<b>${words.title}</b>`, ...feeds.map((feed) => feedBlock(feed, reader, now))];
  const opening = feeds.map(({ id }): Button => ({ label: words.number(id), action: `feed ${id}` }));
  const [first] = packBlocks(blocks, MESSAGE_LENGTH);
  return { html: first?.text.html ?? '', buttons: inRows(opening, 4) };
}

/** One feed, and what can be done with it. */
export function feedScreen(feed: Feed, reader: Reader, now: Temporal.Instant): Message {
  const words = wordsIn(reader.language).feeds;
  return {
    html: joinHtml([feedBlock(feed, reader, now), html`<code>${feed.url}</code>`], '\n').html,
    buttons: [
      [{ label: feed.publishes ? words.makeDrafts : words.publishAtOnce, action: `feedset ${feed.id}` }],
      [{ label: words.remove, action: `feedrm ${feed.id}` }],
    ],
  };
}

function feedBlock(feed: Feed, reader: Reader, now: Temporal.Instant): Html {
  const words = wordsIn(reader.language).feeds;
  const country = feed.country === undefined ? [] : [countryLabel(feed.country, reader.language)];
  const line = [...country, feed.publishes ? words.published : words.drafted, words.filed(feed.filed)].join(' · ');
  return joinHtml(
    [
      html`<b>№ ${feed.id}</b> ${link(feed.url, clip(feed.title ?? feed.url))}`,
      html`${line}`,
      html`${standing(feed, reader, now)}`,
    ],
    '\n',
  );
}

/** How its last reading went, and when the next one is due. */
function standing(feed: Feed, reader: Reader, now: Temporal.Instant): string {
  const words = wordsIn(reader.language).feeds;
  if (feed.error !== undefined) {
    const next = feed.nextPollAt === undefined ? words.givenUp : words.nextTry(formatMoment(feed.nextPollAt, reader));
    return `⚠️ ${words.failed(feedError(feed.error, reader), feed.failures)} ${next}`;
  }
  if (feed.polledAt === undefined) return words.notYet;
  const minutes = Math.max(0, Math.floor(now.since(feed.polledAt).total('minutes')));
  return minutes < 60 ? words.readMinutesAgo(minutes) : words.readAt(formatMoment(feed.polledAt, reader));
}

/** A stored error (`status 404`, `too-slow`) in the reader's words; one that has none stays as it is. */
export function feedError(error: string, reader: Reader): string {
  const words = wordsIn(reader.language).fetching;
  const status = /^status (\d+)$/.exec(error)?.[1];
  if (status !== undefined) return words.status(Number(status));
  if (error === 'not-a-feed') return words.notAFeed;
  return fetchFault(error, reader) ?? clip(error);
}

/** What an address gives: a text, or why there is none. */
export type FetchedText =
  | { readonly kind: 'text'; readonly url: string; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'fault'; readonly fault: string };

/** Why an address gave no text, in the reader's words. */
export function fetchedFault(fetched: Exclude<FetchedText, { kind: 'text' }>, reader: Reader): string {
  const error = fetched.kind === 'status' ? `status ${fetched.status}` : fetched.fault;
  return feedError(error, reader);
}

/** Why an address could not be read, in the reader's words. */
export function fetchFault(fault: string, reader: Reader): string | undefined {
  const words = wordsIn(reader.language).fetching;
  switch (fault) {
    case 'not-an-address':
      return words.notAnAddress;
    case 'not-public':
      return words.notPublic;
    case 'unknown-host':
      return words.unknownHost;
    case 'too-many-redirects':
      return words.tooManyRedirects;
    case 'too-large':
      return words.tooLarge;
    case 'too-slow':
      return words.tooSlow;
    case 'wrong-type':
      return words.wrongType;
    case 'unreachable':
      return words.unreachable;
    default:
      return undefined;
  }
}
