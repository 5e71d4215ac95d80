import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { SENDER_LEASE } from '../../src/delivery/leases.ts';
import type { Database } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { createLeases } from '../../src/store/leases.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T03:00:00Z');
const NOTHING_HELD = { ids: [], chatIds: [] };

async function lead(database: Database, owner: string, now = NOW): Promise<number> {
  const taken = await createLeases(database).acquire(SENDER_LEASE, owner, 6000, now);
  return taken.kind === 'taken' ? taken.token : 0;
}

const arrival = (updateId: number, chatId = 7) => ({
  updateId,
  chatId,
  body: JSON.stringify({ update_id: updateId, text: 'Озеро \u0000 \ud800 "' }),
});

onEachDatabase('the inbox', (open) => {
  async function opened() {
    const database = await open();
    const inbox = createInbox(database);
    const waiting = async (limit = 100, except: Parameters<typeof inbox.waiting>[1] = NOTHING_HELD) =>
      (await inbox.waiting(limit, except)).map(({ body }) => JSON.parse(body).update_id);
    return { database, inbox, waiting };
  }

  it('gives back what came, word for word', async () => {
    const { inbox } = await opened();
    expect(await inbox.store([arrival(5, -100_123_456_789)], NOW)).toBe(1);
    const [stored] = await inbox.waiting(10, NOTHING_HELD);
    expect(stored).toMatchObject({ chatId: -100_123_456_789, body: arrival(5).body });
  });

  it('keeps the order in which batches came, also after Telegram began to count anew', async () => {
    const { inbox, waiting } = await opened();
    await inbox.store([arrival(900), arrival(902), arrival(901)], NOW);
    await inbox.store([arrival(3), arrival(4)], NOW);
    expect(await waiting()).toEqual([900, 901, 902, 3, 4]);
    expect(await waiting(2)).toEqual([900, 901]);
  });

  it('takes an update once, however often it comes, in one batch or later, handled or not', async () => {
    const { inbox, waiting } = await opened();
    expect(await inbox.store([arrival(1), arrival(1), arrival(2)], NOW)).toBe(2);
    const [first] = await inbox.waiting(1, NOTHING_HELD);
    await inbox.finish([first?.id ?? 0], NOW);
    expect(await inbox.store([arrival(1), arrival(2), arrival(3)], NOW)).toBe(1);
    expect(await waiting()).toEqual([2, 3]);
  });

  it('is stored by several processes at once, each update by one of them', async () => {
    const [one, other] = [await opened(), await opened()];
    const batch = Array.from({ length: 50 }, (_, index) => arrival(index + 1));
    const stored = await Promise.all([one.inbox.store(batch, NOW), other.inbox.store([...batch].reverse(), NOW)]);
    expect(stored[0] + stored[1]).toBe(50);
    expect(await one.waiting()).toEqual(batch.map(({ updateId }) => updateId));
  });

  it('leaves out what is in hand, and chats that have enough', async () => {
    const { inbox, waiting } = await opened();
    await inbox.store([arrival(1, 7), arrival(2, 8), arrival(3, 7), arrival(4, 9)], NOW);
    const [first] = await inbox.waiting(1, NOTHING_HELD);
    expect(await waiting(10, { ids: [first?.id ?? 0], chatIds: [] })).toEqual([2, 3, 4]);
    expect(await waiting(10, { ids: [], chatIds: [7, 8] })).toEqual([4]);
  });

  it('counts the tries of updates, and none of what is handled', async () => {
    const { database, inbox } = await opened();
    const term = await lead(database, 'one');
    await inbox.store([arrival(1), arrival(2)], NOW);
    const [first = 0, second = 0] = (await inbox.waiting(2, NOTHING_HELD)).map(({ id }) => id);
    expect([...(await inbox.tryAgain([first, second], term))].sort()).toEqual([
      [first, 2],
      [second, 2],
    ]);
    expect([...(await inbox.tryAgain([second], term))]).toEqual([[second, 3]]);
    await inbox.finish([first], NOW);
    expect([...(await inbox.tryAgain([first, second, second + 1], term))]).toEqual([[second, 4]]);
    expect((await inbox.tryAgain([], term)).size).toBe(0);
  });

  it('lets nobody try who does not lead any more', async () => {
    const { database, inbox } = await opened();
    const term = await lead(database, 'one');
    await inbox.store([arrival(1)], NOW);
    const [{ id } = { id: 0 }] = await inbox.waiting(1, NOTHING_HELD);
    const next = await lead(database, 'other', NOW.add({ seconds: 10 }));
    expect((await inbox.tryAgain([id], term)).size).toBe(0);
    expect((await inbox.tryAgain([id], next)).get(id)).toBe(2);
  });

  it('knows the newest that it has, also when that is handled', async () => {
    const { inbox } = await opened();
    expect(await inbox.newest()).toBe(0);
    await inbox.store([arrival(1), arrival(2)], NOW);
    const ids = (await inbox.waiting(2, NOTHING_HELD)).map(({ id }) => id);
    await inbox.finish(ids, NOW);
    expect(await inbox.newest()).toBe(Math.max(...ids));
  });

  it('keeps of what is handled neither the words nor the chat', async () => {
    const { database, inbox } = await opened();
    await inbox.store([arrival(1)], NOW);
    const [{ id } = { id: 0 }] = await inbox.waiting(1, NOTHING_HELD);
    await inbox.finish([id], NOW);
    const rows = await database.kysely.selectFrom('inbox').select(['update_id', 'chat_id', 'body']).execute();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ update_id: 1, chat_id: 0, body: null }]);
  });

  it('forgets what is handled and old, and what waits never', async () => {
    const { inbox, waiting } = await opened();
    await inbox.store([arrival(1), arrival(2)], NOW.subtract({ hours: 50 }));
    await inbox.store([arrival(3)], NOW);
    for (const { id } of (await inbox.waiting(3, NOTHING_HELD)).filter((_, index) => index !== 1))
      await inbox.finish([id], NOW);
    expect(await inbox.prune(NOW.subtract({ hours: 48 }))).toBe(1);
    expect(await waiting()).toEqual([2]);
    expect(await inbox.store([arrival(1), arrival(3)], NOW)).toBe(1);
  });

  it('prunes a backlog of any length', async () => {
    const { database, inbox } = await opened();
    const many = Array.from({ length: 6001 }, (_, index) => arrival(index));
    for (let from = 0; from < many.length; from += 2000) await inbox.store(many.slice(from, from + 2000), NOW);
    await database.kysely.updateTable('inbox').set({ handled_at: 1, body: null }).execute();
    expect(await inbox.prune(NOW.add({ seconds: 1 }))).toBe(6001);
  });

  it('says how many wait, and since when', async () => {
    const { inbox } = await opened();
    expect(await inbox.size()).toEqual({ waiting: 0, oldestAt: undefined });
    await inbox.store([arrival(1)], NOW);
    await inbox.store([arrival(2), arrival(3)], NOW.add({ seconds: 5 }));
    const [{ id } = { id: 0 }] = await inbox.waiting(1, NOTHING_HELD);
    const { waiting, oldestAt } = await inbox.size();
    expect([waiting, oldestAt?.toString()]).toEqual([3, NOW.toString()]);
    await inbox.finish([id], NOW);
    expect((await inbox.size()).oldestAt?.toString()).toBe(NOW.add({ seconds: 5 }).toString());
  });
});
