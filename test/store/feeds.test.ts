import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createFeeds } from '../../src/store/feeds.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const STEPPE = { url: 'https://steppe.example/rss', country: 'KZ', addedBy: 1, addedAt: NOW };
const LAKE = { url: 'https://lake.example/atom', country: undefined, addedBy: 2, addedAt: NOW };
const WELL = {
  title: 'Steppe Wire',
  polledAt: NOW,
  nextPollAt: NOW.add({ minutes: 15 }),
  failures: 0,
  error: undefined,
  validators: { etag: '"7"', lastModified: undefined },
  tookMs: 120.4,
  filed: 3,
};

onEachDatabase('feeds', (open) => {
  it('are kept once an address, and listed by number', async () => {
    const feeds = createFeeds(await open());
    const steppe = await feeds.add(STEPPE);
    expect(steppe).toMatchObject({ id: 1, ...STEPPE, publishes: false, failures: 0, filed: 0, polledAt: undefined });
    expect(await feeds.add({ ...STEPPE, addedBy: 5 })).toBeUndefined();
    const lake = await feeds.add(LAKE);
    expect((await feeds.list()).map(({ url }) => url)).toEqual([STEPPE.url, LAKE.url]);
    expect(await feeds.find(lake?.id ?? 0)).toMatchObject({ url: LAKE.url, country: undefined });
  });

  it('are due at once when they are added, and then when they were put off to', async () => {
    const feeds = createFeeds(await open());
    await feeds.add(STEPPE);
    await feeds.add(LAKE);
    expect((await feeds.due(NOW, 10)).map(({ id }) => id)).toEqual([1, 2]);
    expect(await feeds.due(NOW, 1)).toHaveLength(1);
    await feeds.settle(1, WELL);
    await feeds.settle(2, { ...WELL, nextPollAt: undefined, failures: 4, error: 'status 410' });
    expect(await feeds.due(NOW.add({ minutes: 14 }), 10)).toEqual([]);
    expect(await feeds.due(NOW.add({ hours: 900 }), 10)).toMatchObject([
      { id: 1, title: 'Steppe Wire', validators: WELL.validators, tookMs: 120, filed: 3, error: undefined },
    ]);
    await feeds.settle(1, WELL);
    expect(await feeds.find(1)).toMatchObject({ filed: 6 });
    expect(await feeds.find(2)).toMatchObject({ failures: 4, error: 'status 410', nextPollAt: undefined });
  });

  it('remember which entries were seen, each in its own feed', async () => {
    const feeds = createFeeds(await open());
    await feeds.add(STEPPE);
    await feeds.add(LAKE);
    await feeds.markSeen(1, ['a', 'b'], NOW);
    await feeds.markSeen(1, ['b', 'c\0d'], NOW);
    expect(await feeds.unseen(1, ['a', 'c\0d', 'e'])).toEqual(new Set(['e']));
    expect(await feeds.unseen(2, ['a'])).toEqual(new Set(['a']));
    expect(await feeds.unseen(1, [])).toEqual(new Set());
  });

  it('forget old entries, a bounded number at a time', async () => {
    const feeds = createFeeds(await open());
    await feeds.add(STEPPE);
    await feeds.markSeen(1, ['a', 'b', 'c'], NOW);
    await feeds.markSeen(1, ['d'], NOW.add({ hours: 1 }));
    expect(await feeds.forgetSeen(NOW.add({ minutes: 1 }), 2)).toBe(2);
    expect(await feeds.forgetSeen(NOW.add({ minutes: 1 }), 2)).toBe(1);
    expect(await feeds.unseen(1, ['a', 'd'])).toEqual(new Set(['a']));
  });

  it('are removed with what was seen of them', async () => {
    const feeds = createFeeds(await open());
    await feeds.add(STEPPE);
    await feeds.markSeen(1, ['a'], NOW);
    await feeds.setPublishes(1, true);
    expect(await feeds.find(1)).toMatchObject({ publishes: true });
    expect(await feeds.remove(1)).toBe(true);
    expect(await feeds.remove(1)).toBe(false);
    expect(await feeds.unseen(1, ['a'])).toEqual(new Set(['a']));
  });
});
