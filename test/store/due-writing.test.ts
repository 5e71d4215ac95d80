import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { DueDecision } from '../../src/delivery/due.ts';
import type { Edition } from '../../src/delivery/outbox.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { onEachDatabase } from '../support/databases.ts';
import { decideAll, pageOf } from '../support/due.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const TOMORROW = NOW.add({ hours: 24 });

function anEdition(key: string, parts = 1): Edition {
  const message = (part: number) => ({ html: `${key} ${part}`, buttons: [] });
  return {
    key,
    kind: 'briefing',
    parts: Array.from({ length: parts }, (_, part) => ({ message: message(part), articleIds: [] })),
  };
}

const skipping: Omit<DueDecision, 'group'> = {
  nextDueAt: TOMORROW,
  briefedUpTo: 5,
  editionId: undefined,
  skipped: 'nothing-new',
};

/** Chats that are due at one time, of two audiences: odd ids follow KZ, even ones BY. */
async function enrolDue(database: Database, ids: readonly number[], dueAt = NOW) {
  const chats = createChats(database);
  for (const id of ids) {
    const settings = { title: '', language: 'en', timeZone: 'UTC', schedule: undefined, newsSince: NOW } as const;
    await chats.enrol({ id, kind: 'private', ...settings });
    await chats.subscribe(id, [id % 2 === 0 ? 'BY' : 'KZ']);
    await chats.change(id, { nextDueAt: dueAt });
  }
  return { chats, outbox: createOutbox(database) };
}

async function deliveriesIn({ kysely }: Database): Promise<string[]> {
  const rows = await kysely
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'edition_id')
    .select(['chat_id', 'key', 'part', 'silent', 'state'])
    .orderBy('deliveries.id')
    .execute();
  return rows.map(({ chat_id, key, part, silent, state }) => `${chat_id} ${key} ${part} ${silent} ${state}`);
}

/** Until one transaction waits for another. */
async function isWaiting({ kysely }: Database): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(kysely);
    waiting = rows[0]?.waiting ?? 0;
  }
}

onEachDatabase('the queue of due chats', (open) => {
  it('tells in groups who is alike, a page at a time, longest overdue first', async () => {
    const { chats } = await enrolDue(await open(), [1, 2, 3, 4, 5]);
    await chats.change(4, { nextDueAt: NOW.subtract({ minutes: 5 }) });
    await chats.change(5, { nextDueAt: NOW.add({ milliseconds: 1 }) });
    const first = await chats.duePage(NOW, undefined, 2);
    expect(first?.groups.map(({ sample, chats: count }) => [sample, count])).toEqual([
      [4, 1],
      [1, 1],
    ]);
    const second = await chats.duePage(NOW, first?.range.through, 2);
    expect(second?.groups.map(({ sample }) => sample)).toEqual([2, 3]);
    expect(await chats.duePage(NOW, second?.range.through, 2)).toBeUndefined();
    const all = await chats.duePage(NOW, undefined, 10);
    expect(all?.groups.map(({ sample, chats: count }) => [sample, count])).toEqual([
      [4, 2],
      [1, 2],
    ]);
  });

  it('leaves out who stopped, paused or is gone, and who was briefed to elsewhere is not alike', async () => {
    const database = await open();
    const { chats } = await enrolDue(database, [1, 3, 5, 7, 9]);
    await chats.change(1, { state: 'stopped' });
    await chats.change(3, { state: 'paused', pausedUntil: NOW });
    await chats.markGone(5, NOW);
    await database.kysely.updateTable('chats').set({ briefed_to: 3 }).where('id', '=', 9).execute();
    const page = await chats.duePage(NOW, undefined, 10);
    expect(page?.groups.map(({ sample, briefedTo }) => [sample, briefedTo])).toEqual([
      [7, 0],
      [9, 3],
    ]);
  });

  it('shows one of a group with its topics as it chose them, unless it has changed meanwhile', async () => {
    const { chats } = await enrolDue(await open(), [1]);
    await chats.subscribe(1, ['AM']);
    const [group] = (await chats.duePage(NOW, undefined, 10))?.groups ?? [];
    if (group === undefined) throw new Error('nobody is due');
    expect(await chats.findSample(group)).toEqual(await chats.find(1));
    expect((await chats.findSample(group))?.topics).toEqual(['KZ', 'AM']);
    await chats.unsubscribe(1, ['AM']);
    expect(await chats.findSample(group)).toBeUndefined();
  });
});

onEachDatabase('what the tick decides', (open, engine) => {
  it('is written for all of a group together: what they get, and when they are due next', async () => {
    const database = await open();
    const { chats, outbox } = await enrolDue(database, [1, 2, 3]);
    const editionId = await outbox.store(anEdition('a', 2), NOW);
    const page = await chats.duePage(NOW, undefined, 10);
    if (page === undefined) throw new Error('nobody is due');
    const decisions = page.groups.map((group) => ({
      group,
      ...skipping,
      ...(group.sample === 1 && { editionId, skipped: undefined }),
    }));
    expect(await outbox.commitDue(page.range, decisions, NOW)).toEqual({ chats: 3, deliveries: 4 });
    expect(await deliveriesIn(database)).toEqual([
      '1 a 0 1 pending',
      '1 a 1 1 pending',
      '3 a 0 1 pending',
      '3 a 1 1 pending',
    ]);
    for (const [id, lastSkipped] of [
      [1, undefined],
      [2, 'nothing-new'],
    ] as const) {
      expect(await chats.find(id)).toMatchObject({ briefedTo: 5, lastSkipped, nextDueAt: TOMORROW, lastDueAt: NOW });
    }
  });

  it('is written once, however often it is decided', async () => {
    const database = await open();
    const { outbox } = await enrolDue(database, [1]);
    const editionId = await outbox.store(anEdition('a'), NOW);
    const page = await pageOf(database, 1, NOW);
    const decisions = decideAll(page, { ...skipping, editionId, skipped: undefined });
    expect(await outbox.commitDue(page.range, decisions, NOW)).toEqual({ chats: 1, deliveries: 1 });
    expect(await outbox.commitDue(page.range, decisions, NOW)).toEqual({ chats: 0, deliveries: 0 });
  });

  it('is not for a chat that stopped, paused, went, moved its hour or its topics meanwhile', async () => {
    const database = await open();
    const { chats, outbox } = await enrolDue(database, [1, 3, 5, 7, 9, 11]);
    const editionId = await outbox.store(anEdition('a'), NOW);
    const page = await chats.duePage(NOW, undefined, 10);
    if (page === undefined) throw new Error('nobody is due');
    await chats.change(1, { state: 'stopped' });
    await chats.change(3, { state: 'paused', pausedUntil: NOW });
    await chats.markGone(5, NOW);
    await chats.change(7, { nextDueAt: TOMORROW.add({ hours: 1 }) });
    await chats.subscribe(9, ['UZ']);
    const decisions = decideAll(page, { ...skipping, editionId, skipped: undefined });
    expect(await outbox.commitDue(page.range, decisions, NOW)).toEqual({ chats: 1, deliveries: 1 });
    expect(await deliveriesIn(database)).toEqual(['11 a 0 1 pending']);
    expect(await chats.find(1)).toMatchObject({ state: 'stopped', briefedTo: 0 });
    expect(await chats.find(3)).toMatchObject({ state: 'paused', briefedTo: 0 });
    expect(await chats.find(9)).toMatchObject({ nextDueAt: NOW, briefedTo: 0 });
  });

  it.runIf(engine === 'postgres')('is not for a chat whose change is under way and is made in the end', async () => {
    const database = await open();
    const { chats, outbox } = await enrolDue(database, [1, 3]);
    const editionId = await outbox.store(anEdition('a'), NOW);
    const page = await chats.duePage(NOW, undefined, 10);
    if (page === undefined) throw new Error('nobody is due');
    const decisions = decideAll(page, { ...skipping, editionId, skipped: undefined });
    const written = await database.kysely.transaction().execute(async (trx) => {
      await trx.updateTable('chats').set({ state: 'stopped' }).where('id', '=', 1).execute();
      const writing = outbox.commitDue(page.range, decisions, NOW);
      await isWaiting(database);
      return { writing };
    });
    expect(await written.writing).toEqual({ chats: 1, deliveries: 1 });
    expect(await deliveriesIn(database)).toEqual(['3 a 0 1 pending']);
    expect(await chats.find(1)).toMatchObject({ state: 'stopped', briefedTo: 0 });
  });

  it('is not for chats whose edition is not there: they stay due', async () => {
    const database = await open();
    const { chats, outbox } = await enrolDue(database, [1]);
    const page = await pageOf(database, 1, NOW);
    const lost = decideAll(page, { ...skipping, editionId: 77, skipped: undefined });
    expect(await outbox.commitDue(page.range, lost, NOW)).toEqual({ chats: 0, deliveries: 0 });
    expect((await chats.find(1))?.nextDueAt).toEqual(NOW);
  });

  it('never moves a watermark back', async () => {
    const database = await open();
    const { chats, outbox } = await enrolDue(database, [1]);
    for (const [dueAt, briefedUpTo] of [
      [NOW, 9],
      [TOMORROW, 3],
    ] as const) {
      const page = await pageOf(database, 1, dueAt);
      await outbox.commitDue(page.range, decideAll(page, { ...skipping, briefedUpTo }), dueAt);
    }
    expect((await chats.find(1))?.briefedTo).toBe(9);
  });

  it('keeps an edition under one id, with its text as it was first stored', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const id = await outbox.store(anEdition('a', 2), NOW);
    expect(await outbox.store({ ...anEdition('a'), kind: 'briefing' }, NOW)).toBe(id);
    expect(await database.kysely.selectFrom('edition_parts').selectAll().execute()).toHaveLength(2);
  });
});
