import { expect, it } from 'vitest';
import { onEachDatabase } from '../support/databases.ts';
import { createDesk, MONDAY } from '../support/tick-desk.ts';

const days = (count: number) => ({ hours: 24 * count });

onEachDatabase('what has had its time', (open) => {
  it('goes: messages after sixty days, sent or not, and editions a day later', async () => {
    const database = await open();
    const desk = createDesk(database);
    await desk.enrol(1, ['KZ']);
    await desk.enrol(2, ['KZ']);
    const old = await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    await desk.sent();
    await desk.chats.change(1, { state: 'stopped', nextDueAt: undefined });
    const recent = await desk.publish('The council meets again', 'KZ');
    await desk.tickAt(MONDAY.add(days(1)));
    await desk.sent();
    await desk.chats.change(2, { state: 'stopped', nextDueAt: undefined });

    expect(await desk.tickAt(MONDAY.add(days(60)))).toMatchObject({ cleared: 0 });
    expect(await desk.outbox.deliveredWith(old)).toHaveLength(2);
    expect(await desk.tickAt(MONDAY.add(days(60)).add({ minutes: 1 }))).toMatchObject({ cleared: 2 });
    expect(await desk.outbox.deliveredWith(old)).toEqual([]);
    expect(await desk.outbox.deliveredWith(recent)).toMatchObject([{ chatId: 2 }]);
    expect(await desk.tickAt(MONDAY.add(days(61)).add({ minutes: 1 }))).toMatchObject({ cleared: 2 });
    expect(await desk.tickAt(MONDAY.add(days(63)))).toMatchObject({ cleared: 1 });
    for (const table of ['deliveries', 'editions', 'edition_parts', 'edition_articles'] as const)
      expect(await database.kysely.selectFrom(table).selectAll().execute()).toEqual([]);
    expect((await desk.articles.history(old)).length).toBeGreaterThan(0);
  });

  it('goes in bounded pages, and what is left goes with the next tick', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrolAlike(1, 6000);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    const limits: number[] = [];
    const outbox: typeof desk.outbox = {
      ...desk.outbox,
      async forgetDeliveries(before, limit) {
        const rows = await desk.outbox.forgetDeliveries(before, limit);
        limits.push(rows);
        return rows;
      },
    };
    await desk.tickAt(MONDAY.add(days(61)), { outbox });
    expect(limits).toEqual([5000, 1000]);
  });

  it('does not take an edition from those who get it again, however old it is', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, []);
    const edition = {
      key: 'breaking',
      kind: 'breaking',
      parts: [{ message: { html: 'x', buttons: [] }, articleIds: [] }],
    } as const;
    await desk.outbox.send(edition, [1], MONDAY);
    await desk.enrol(2, []);
    await desk.outbox.send(edition, [1, 2], MONDAY.add(days(70)));
    await desk.chats.change(1, { nextDueAt: undefined });
    await desk.chats.change(2, { nextDueAt: undefined });
    await desk.tickAt(MONDAY.add(days(70)));
    expect((await desk.sent()).map(([chat]) => chat)).toEqual([2]);
  });
});

onEachDatabase('a chat that is gone', (open) => {
  it('is erased thirty days after it went, however often that was noticed, with all that was its own', async () => {
    const database = await open();
    const desk = createDesk(database);
    await desk.enrol(1, ['KZ']);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    await desk.chats.markGone(1, MONDAY);
    await desk.chats.markGone(1, MONDAY.add(days(20)));
    await desk.tickAt(MONDAY.add(days(30)));
    expect(await desk.chats.find(1)).toMatchObject({ state: 'gone', topics: ['KZ'] });
    await desk.tickAt(MONDAY.add(days(30)).add({ minutes: 1 }));
    expect(await desk.chats.find(1)).toBeUndefined();
    for (const table of ['deliveries', 'subscriptions'] as const)
      expect(await database.kysely.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it('is kept where it came back, and its thirty days begin anew when it goes again', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.chats.markGone(1, MONDAY);
    await desk.chats.change(1, { state: 'stopped' });
    await desk.tickAt(MONDAY.add(days(40)));
    expect(await desk.chats.find(1)).toMatchObject({ state: 'stopped' });
    await desk.chats.markGone(1, MONDAY.add(days(40)));
    await desk.tickAt(MONDAY.add(days(69)));
    expect(await desk.chats.find(1)).toMatchObject({ state: 'gone' });
    await desk.tickAt(MONDAY.add(days(71)));
    expect(await desk.chats.find(1)).toBeUndefined();
  });
});
