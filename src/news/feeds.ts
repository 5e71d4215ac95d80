import type { Temporal } from 'temporal-polyfill';
import type { CountryCode } from './country.ts';

/** An RSS, Atom or JSON feed whose entries become drafts or, where set so, are published. */
export interface Feed {
  readonly id: number;
  readonly url: string;
  /** As the feed names itself; undefined before it was first read. */
  readonly title: string | undefined;
  /** What its articles are about besides what the reading finds. */
  readonly country: CountryCode | undefined;
  /** True where its articles are published without an editor's eye. */
  readonly publishes: boolean;
  readonly addedBy: number;
  readonly addedAt: Temporal.Instant;
  /** When it was last read, well or not. */
  readonly polledAt: Temporal.Instant | undefined;
  /** Undefined where it is not read any more: it is gone for good. */
  readonly nextPollAt: Temporal.Instant | undefined;
  /** In a row. */
  readonly failures: number;
  /** What went wrong last; undefined while all is well. */
  readonly error: string | undefined;
  readonly validators: FeedValidators;
  /** How long the last reading took, in milliseconds. */
  readonly tookMs: number | undefined;
  /** Articles made of it so far. */
  readonly filed: number;
}

/** What a server gave with its last answer, so that it need not send the same again (RFC 9110, 13.1). */
export interface FeedValidators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** One entry of a feed, as plain text. */
export interface FeedEntry {
  /** What tells it from the others: its id, or its address. */
  readonly key: string;
  readonly url: string | undefined;
  readonly headline: string;
  readonly byline: string | undefined;
  /** The text that the feed itself carries: a whole article, a teaser or nothing. */
  readonly text: string;
}

export type FeedOutcome =
  | {
      readonly kind: 'entries';
      readonly title: string | undefined;
      /** In the feed's order, mostly newest first. */
      readonly entries: readonly FeedEntry[];
      readonly validators: FeedValidators;
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed';
      /** A short word for what went wrong: `status 404`, `not-a-feed`, `too-slow` … */
      readonly error: string;
      readonly retryAfterSeconds: number | undefined;
      /** The server says that it will never come back (410). */
      readonly forGood: boolean;
    };

/** Port: reads a feed at its address; never throws. */
export type ReadFeed = (url: string, validators: FeedValidators) => Promise<FeedOutcome>;

/** How a feed stands after it was read. */
export interface FeedStanding {
  readonly title: string | undefined;
  readonly polledAt: Temporal.Instant;
  readonly nextPollAt: Temporal.Instant | undefined;
  readonly failures: number;
  readonly error: string | undefined;
  readonly validators: FeedValidators;
  readonly tookMs: number;
  /** Articles made of it this time. */
  readonly filed: number;
}

/** Port: where feeds are kept, with what was seen of each. */
export interface Feeds {
  /** Undefined where a feed of this address is there already. */
  add(feed: Pick<Feed, 'url' | 'country' | 'addedBy' | 'addedAt'>): Promise<Feed | undefined>;
  /** False where there is none of this number. */
  remove(id: number): Promise<boolean>;
  find(id: number): Promise<Feed | undefined>;
  /** By number. */
  list(): Promise<Feed[]>;
  setPublishes(id: number, publishes: boolean): Promise<void>;
  /** Those whose time has come, the longest waiting first. */
  due(now: Temporal.Instant, limit: number): Promise<Feed[]>;
  settle(id: number, standing: FeedStanding): Promise<void>;
  /** Of these keys, those that were not seen in this feed. */
  unseen(id: number, keys: readonly string[]): Promise<Set<string>>;
  markSeen(id: number, keys: readonly string[], at: Temporal.Instant): Promise<void>;
  /** Forgets entries seen before an instant; at most `limit` of them. Returns how many. */
  forgetSeen(before: Temporal.Instant, limit: number): Promise<number>;
}
