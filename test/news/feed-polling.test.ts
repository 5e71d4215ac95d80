import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { type FeedPollingDeps, pollFeeds } from '../../src/news/feed-polling.ts';
import type { FeedEntry, FeedOutcome, FeedValidators } from '../../src/news/feeds.ts';
import { createFeeds } from '../../src/store/feeds.ts';
import { onEachDatabase } from '../support/databases.ts';

const START = Temporal.Instant.from('2026-03-02T08:00:00Z');
const NONE: FeedValidators = { etag: undefined, lastModified: undefined };
const TAGGED: FeedValidators = { etag: '"7"', lastModified: undefined };

const entry = (key: string): FeedEntry => ({ key, url: undefined, headline: key, byline: undefined, text: '' });
/** Newest first, as feeds list them. */
const entries = (...keys: string[]): FeedOutcome => ({
  kind: 'entries',
  title: 'Steppe Wire',
  entries: keys.map(entry),
  validators: TAGGED,
});
const failed = (retryAfterSeconds?: number, forGood = false): FeedOutcome => ({
  kind: 'failed',
  error: 'status 503',
  retryAfterSeconds,
  forGood,
});

onEachDatabase('polling feeds', (open) => {
  /** One feed that answers as `outcome` says at a time that `now` says. */
  async function desk() {
    const feeds = createFeeds(await open());
    await feeds.add({ url: 'https://steppe.example/rss', country: undefined, addedBy: 1, addedAt: START });
    const state = {
      feeds,
      now: START,
      outcome: entries(),
      filed: [] as string[],
      asked: [] as FeedValidators[],
      told: [] as number[],
      broken: undefined as string | undefined,
    };
    const deps: FeedPollingDeps = {
      feeds,
      readFeed: async (_, validators) => {
        state.asked.push(validators);
        return state.outcome;
      },
      fileEntry: async (_, { key }) => {
        if (key === state.broken) throw new Error('the disk is full');
        if (key.startsWith('known')) return 'known';
        state.filed.push(key);
        return 'filed';
      },
      onFiled: (_, articles) => state.told.push(articles),
      now: () => state.now,
      random: () => 0,
    };
    const poll = async (outcome: FeedOutcome) => {
      state.outcome = outcome;
      return pollFeeds(deps);
    };
    const wait = (minutes: number) => {
      state.now = state.now.add({ minutes });
    };
    return { state, poll, wait, feed: async () => (await feeds.list())[0] };
  }

  it('makes articles of the newest three entries at first, the oldest of them first, and none of the older later', async () => {
    const { state, poll, wait } = await desk();
    await poll(entries('e', 'd', 'c', 'b', 'a'));
    wait(15);
    await poll(entries('g', 'f', 'e', 'd', 'c', 'b', 'a'));
    expect(state.filed).toEqual(['c', 'd', 'e', 'f', 'g']);
    expect(state.told).toEqual([3, 2]);
  });

  it('takes a flood of entries ten at a time, the oldest first, and asks for the rest a minute later', async () => {
    const { state, poll, wait } = await desk();
    await poll(entries('start'));
    const flood = Array.from({ length: 25 }, (_, at) => `n${at}`);
    wait(15);
    await poll(entries(...flood));
    wait(1);
    await poll(entries(...flood));
    wait(1);
    await poll(entries(...flood));
    expect(state.filed).toEqual(['start', ...flood.toReversed()]);
    // What the server would call unchanged still has entries to be taken.
    expect(state.asked).toEqual([NONE, TAGGED, NONE, NONE]);
  });

  it('makes one article of an entry that stands twice, and counts none that is known', async () => {
    const { state, poll, wait } = await desk();
    await poll(entries());
    wait(15);
    await poll(entries('a', 'a', 'known'));
    expect([state.filed, state.told]).toEqual([['a'], [1]]);
  });

  it('does not read before its time, and asks only for what has changed', async () => {
    const { state, poll, wait } = await desk();
    await poll(entries('a'));
    wait(14);
    expect(await poll({ kind: 'unchanged' })).toBe(0);
    wait(1);
    expect(await poll({ kind: 'unchanged' })).toBe(1);
    expect(state.asked).toEqual([NONE, TAGGED]);
  });

  it('comes back to a failing feed after half an hour, then one, two … and after a day at most', async () => {
    const { state, poll, feed } = await desk();
    const waits: number[] = [];
    for (let failures = 1; failures <= 9; failures += 1) {
      await poll(failed());
      const next = (await feed())?.nextPollAt ?? state.now;
      waits.push(next.since(state.now).total('minutes'));
      state.now = next;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(await feed()).toMatchObject({ failures: 9, error: 'status 503', validators: NONE });
  });

  it('obeys a wait that the server asks for, and forgets its failures when it is well again', async () => {
    const { poll, wait, feed } = await desk();
    await poll(failed(7200));
    expect((await feed())?.nextPollAt).toEqual(START.add({ hours: 2 }));
    wait(120);
    await poll(entries('a'));
    expect(await feed()).toMatchObject({ failures: 0, error: undefined, filed: 1, title: 'Steppe Wire' });
  });

  it('leaves a feed alone that is gone for good, and says so', async () => {
    const { poll, wait, feed } = await desk();
    await poll(failed(undefined, true));
    wait(100_000);
    expect(await poll(entries('a'))).toBe(0);
    expect(await feed()).toMatchObject({ nextPollAt: undefined, error: 'status 503' });
  });

  it('shows what went wrong with an entry, and tries it again', async () => {
    const { state, poll, wait, feed } = await desk();
    await poll(entries());
    wait(15);
    state.broken = 'b';
    await poll(entries('c', 'b', 'a'));
    expect(await feed()).toMatchObject({ failures: 1, error: 'Error: the disk is full' });
    wait(30);
    state.broken = undefined;
    await poll(entries('c', 'b', 'a'));
    expect(state.filed).toEqual(['a', 'b', 'c']);
  });
});
