import { parseFeed } from 'feedsmith';
import type { FeedEntry, FeedOutcome, ReadFeed } from '../../news/feeds.ts';
import { withoutTracking } from '../../news/web-address.ts';
import { htmlToText } from '../web-page.ts';
import { decodePage } from './decode-page.ts';
import type { Fetched, PublicFetch } from './fetch-public.ts';

/** As feeds are served, rightly and wrongly. */
const TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
  'text/html',
  'text/plain',
]);

/** A feed holds the newest entries; one with thousands is an archive, whose end nobody waits for. */
const MOST_ENTRIES = 200;

/** Reads RSS, RDF, Atom and JSON feeds at public addresses, asking only for what has changed. */
export function createFeedReader(fetchPublic: PublicFetch): ReadFeed {
  return async (url, { etag, lastModified }) => {
    const headers = {
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    };
    const fetched = await fetchPublic(url, { types: TYPES, headers });
    switch (fetched.kind) {
      case 'page':
        return readEntries(fetched);
      case 'unchanged':
        return fetched;
      case 'status': {
        const { status, retryAfterSeconds } = fetched;
        return { kind: 'failed', error: `status ${status}`, retryAfterSeconds, forGood: status === 410 };
      }
      case 'fault':
        return failed(fetched.fault);
      default:
        return fetched satisfies never;
    }
  };
}

function failed(error: string): FeedOutcome {
  return { kind: 'failed', error, retryAfterSeconds: undefined, forGood: false };
}

function readEntries(page: Extract<Fetched, { kind: 'page' }>): FeedOutcome {
  const decoded = decodePage(page);
  if (decoded.kind !== 'text') return failed(decoded.kind);
  const parsed = parse(decoded.text);
  if (parsed === undefined) return failed('not-a-feed');
  const entries = rawEntries(parsed)
    .slice(0, MOST_ENTRIES)
    .flatMap((entry) => entryOf(entry, page.url));
  const { headers } = page;
  const validators = {
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  };
  return { kind: 'entries', title: textOf(parsed.feed.title), entries, validators };
}

type Parsed = ReturnType<typeof parseFeed>;

function parse(text: string): Parsed | undefined {
  try {
    return parseFeed(text, { maxItems: MOST_ENTRIES });
  } catch {
    return undefined;
  }
}

/** What the formats have in common. */
interface RawEntry {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** The whole text where the feed carries it, else a teaser; HTML or plain. */
  readonly content: string | undefined;
}

function rawEntries(parsed: Parsed): RawEntry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(({ guid, link, title, authors, dc, content, description }) => ({
        id: guid?.value ?? link,
        link,
        title,
        author: dc?.creators?.[0] ?? textOf(authors?.[0]),
        content: content?.encoded ?? description,
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map(({ id, links, title, authors, content, summary }) => ({
        id,
        link: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        title: textOf(title),
        author: authors?.[0]?.name,
        content: textOf(content) ?? textOf(summary),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map(({ link, title, dc, content, description }) => ({
        id: link,
        link,
        title,
        author: dc?.creators?.[0],
        content: content?.encoded ?? description,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map(({ id, url, title, authors, content_html, content_text, summary }) => ({
        id: id ?? url,
        link: url,
        title,
        author: authors?.[0]?.name,
        content: content_html ?? content_text ?? summary,
      }));
    default:
      return parsed satisfies never;
  }
}

/** Parts of a feed are plain strings in one format and objects in another. */
function textOf(part: unknown): string | undefined {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return undefined;
  if ('value' in part && typeof part.value === 'string') return part.value;
  return 'name' in part && typeof part.name === 'string' ? part.name : undefined;
}

/** An entry without a headline, or without anything that tells it from the others, is left out. */
function entryOf({ id, link, title, author, content }: RawEntry, base: string): FeedEntry[] {
  const url = link === undefined ? undefined : URL.parse(link, base)?.href;
  const headline = oneLine(title ?? '');
  const key = id ?? url;
  if (headline === '' || key === undefined) return [];
  const text = content === undefined ? '' : htmlToText(content);
  const address = url === undefined || !/^https?:/.test(url) ? undefined : withoutTracking(url);
  return [{ key: key.slice(0, 500), url: address, headline, byline: oneLine(author ?? '') || undefined, text }];
}

function oneLine(text: string): string {
  return htmlToText(text).replace(/\s+/g, ' ').trim();
}
