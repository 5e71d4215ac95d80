import type { Temporal } from 'temporal-polyfill';
import type { Feed, FeedEntry, FeedOutcome, FeedStanding, Feeds, ReadFeed } from './feeds.ts';

/** What became of an entry. */
export type EntryOutcome = 'filed' | 'known' | 'no-article';

export interface FeedPollingDeps {
  readonly feeds: Feeds;
  readonly readFeed: ReadFeed;
  /** Makes an article of an entry. A failure of its own is thrown, and the entry is tried again with the next poll. */
  readonly fileEntry: (feed: Feed, entry: FeedEntry) => Promise<EntryOutcome>;
  /** Told where entries of a feed became articles. */
  readonly onFiled: (feed: Feed, articles: number) => void;
  readonly now: () => Temporal.Instant;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

const MINUTE_MS = 60_000;
const EVERY_MS = 15 * MINUTE_MS;
const LONGEST_BACK_OFF_MS = 24 * 60 * MINUTE_MS;
const AT_ONCE = 4;
/** Of a feed that was just added, only the newest few are news; and a flood of entries is taken in turns. */
const FIRST_ENTRIES = 3;
const MOST_ENTRIES = 10;

/** Reads the feeds whose time has come, a few side by side; returns how many. One that fails does not touch the others. */
export async function pollFeeds(deps: FeedPollingDeps, signal?: AbortSignal): Promise<number> {
  let polled = 0;
  for (;;) {
    const due = signal?.aborted ? [] : await deps.feeds.due(deps.now(), AT_ONCE);
    if (due.length === 0) return polled;
    await Promise.all(due.map((feed) => pollFeed(deps, feed)));
    polled += due.length;
  }
}

async function pollFeed(deps: FeedPollingDeps, stored: Feed): Promise<void> {
  const from = deps.now();
  const outcome = await deps.readFeed(stored.url, stored.validators);
  // As it names itself now, for the credits of its articles.
  const feed = outcome.kind === 'entries' ? { ...stored, title: outcome.title ?? stored.title } : stored;
  const { end, taken } = await take(deps, feed, outcome);
  const tookMs = deps.now().since(from).total('milliseconds');
  await deps.feeds.settle(feed.id, { ...standingAfter(feed, end, taken, deps), tookMs, filed: taken.filed });
  if (taken.filed > 0) deps.onFiled(feed, taken.filed);
}

/** An entry of which no article can be made for a fault of ours is a failure of its feed: it waits, and the others go on. */
async function take(
  deps: FeedPollingDeps,
  feed: Feed,
  outcome: FeedOutcome,
): Promise<{ readonly end: FeedOutcome; readonly taken: Taken }> {
  if (outcome.kind !== 'entries') return { end: outcome, taken: ALL_TAKEN };
  try {
    return { end: outcome, taken: await takeEntries(deps, feed, outcome.entries) };
  } catch (error) {
    const end = { kind: 'failed', error: String(error), retryAfterSeconds: undefined, forGood: false } as const;
    return { end, taken: ALL_TAKEN };
  }
}

interface Taken {
  readonly filed: number;
  /** False where entries are left for the next poll: the validators must not hide them. */
  readonly all: boolean;
}

const ALL_TAKEN: Taken = { filed: 0, all: true };

/** Makes articles of the entries that were not seen before, the oldest first, as they happened. */
async function takeEntries(
  { feeds, fileEntry, now }: FeedPollingDeps,
  feed: Feed,
  entries: readonly FeedEntry[],
): Promise<Taken> {
  const isFirst = feed.polledAt === undefined;
  const unseen = await feeds.unseen(feed.id, [...new Set(entries.map(({ key }) => key))]);
  const fresh = entries.filter(
    ({ key }, at) => unseen.has(key) && entries.findIndex((entry) => entry.key === key) === at,
  );
  const wanted = isFirst ? fresh.slice(0, FIRST_ENTRIES) : fresh.slice(-MOST_ENTRIES);
  let filed = 0;
  for (const entry of wanted.toReversed()) {
    if ((await fileEntry(feed, entry)) === 'filed') filed += 1;
    await feeds.markSeen(feed.id, [entry.key], now());
  }
  if (isFirst)
    await feeds.markSeen(
      feed.id,
      fresh.slice(FIRST_ENTRIES).map(({ key }) => key),
      now(),
    );
  return { filed, all: isFirst || wanted.length === fresh.length };
}

/**
 * When a feed is read next: every quarter of an hour; after failures in a row half an hour, one, two … up to a day,
 * and never before the server's `retry-after`; one that is gone for good (410) is left alone. Up to a tenth more, so
 * that feeds do not come in step.
 */
function standingAfter(
  feed: Feed,
  outcome: FeedOutcome,
  { all }: Taken,
  { now, random }: Pick<FeedPollingDeps, 'now' | 'random'>,
): Omit<FeedStanding, 'tookMs' | 'filed'> {
  const polledAt = now();
  const after = (ms: number) => polledAt.add({ milliseconds: Math.round(ms * (1 + random() / 10)) });
  const { title, validators } = feed;
  switch (outcome.kind) {
    case 'entries':
      return {
        title,
        polledAt,
        nextPollAt: after(all ? EVERY_MS : MINUTE_MS),
        failures: 0,
        error: undefined,
        validators: all ? outcome.validators : NO_VALIDATORS,
      };
    case 'unchanged':
      return { title, polledAt, nextPollAt: after(EVERY_MS), failures: 0, error: undefined, validators };
    case 'failed': {
      const failures = feed.failures + 1;
      const asked = (outcome.retryAfterSeconds ?? 0) * 1000;
      const wait = Math.max(asked, Math.min(EVERY_MS * 2 ** failures, LONGEST_BACK_OFF_MS));
      const nextPollAt = outcome.forGood ? undefined : after(Math.min(wait, 7 * LONGEST_BACK_OFF_MS));
      return { title, polledAt, nextPollAt, failures, error: outcome.error, validators };
    }
    default:
      return outcome satisfies never;
  }
}

const NO_VALIDATORS = { etag: undefined, lastModified: undefined };
