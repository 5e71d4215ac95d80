import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Delivery, DueOutcome, Edition } from '../../src/delivery/outbox.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const TOMORROW = NOW.add({ hours: 24 });
const LEASED = NOW.add({ minutes: 1 });

function anEdition(key: string, parts = 1, overrides: Partial<Edition> = {}): Edition {
  return {
    key,
    kind: 'briefing',
    parts: Array.from({ length: parts }, (_, part) => ({
      message: { html: `<b>${key}</b> ${part}`, buttons: [[{ label: 'More', action: `more:${part}` }]] },
      articleIds: [],
    })),
    ...overrides,
  };
}

function dueOutcome(chatId: number, edition: string | undefined, overrides: Partial<DueOutcome> = {}): DueOutcome {
  const skipped = edition === undefined ? 'nothing-new' : undefined;
  return { chatId, dueAt: NOW, nextDueAt: TOMORROW, briefedTo: 5, edition, skipped, ...overrides };
}

/** Chats that are due now. */
async function enrolDue(database: Database, ids: readonly number[]): Promise<void> {
  const chats = createChats(database);
  for (const id of ids) {
    await chats.enrol({
      id,
      kind: 'group',
      title: '',
      language: 'en',
      timeZone: 'UTC',
      schedule: undefined,
      newsSince: NOW,
    });
    await chats.change(id, { nextDueAt: NOW });
  }
}

const places = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ chatId, edition, part }) => `${chatId} ${edition} ${part}`);

onEachDatabase('the outbox', (open, engine) => {
  it('writes down the briefings of due chats and moves the chats on, together', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2, 3]);
    const outcomes = [dueOutcome(1, 'a'), dueOutcome(2, undefined), dueOutcome(3, 'a', { nextDueAt: undefined })];
    expect(await outbox.commitDue(outcomes, [anEdition('a', 2)], NOW)).toBe(4);
    const chats = createChats(database);
    expect(await chats.find(1)).toMatchObject({ briefedTo: 5, lastSkipped: undefined });
    expect((await chats.find(1))?.nextDueAt?.equals(TOMORROW)).toBe(true);
    expect((await chats.find(1))?.lastDueAt?.equals(NOW)).toBe(true);
    expect(await chats.find(2)).toMatchObject({ briefedTo: 5, lastSkipped: 'nothing-new' });
    expect((await chats.find(3))?.nextDueAt).toBeUndefined();
    expect(await outbox.lease(10, LEASED, NOW)).toEqual([
      {
        id: 1,
        chatId: 1,
        chatKind: 'group',
        threadId: undefined,
        edition: 'a',
        part: 0,
        kind: 'briefing',
        message: { html: '<b>a</b> 0', buttons: [[{ label: 'More', action: 'more:0' }]] },
        silent: true,
        attempts: 0,
        possibleDouble: false,
      },
      expect.objectContaining({ chatId: 3, part: 0 }),
    ]);
  });

  it('passes over what was decided already: a tick that runs twice writes nothing twice', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    expect(await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a')], NOW)).toBe(1);
    const again = [dueOutcome(1, 'b'), dueOutcome(2, 'a')];
    expect(await outbox.commitDue(again, [anEdition('a'), anEdition('b')], NOW)).toBe(1);
    expect(places(await outbox.lease(10, LEASED, NOW))).toEqual(['1 a 0', '2 a 0']);
  });

  it('passes over a chat that stopped or paused while the tick was deciding', async () => {
    const database = await open();
    await enrolDue(database, [1, 2, 3]);
    await createChats(database).change(1, { state: 'stopped' });
    await createChats(database).change(2, { state: 'paused', pausedUntil: NOW });
    const outbox = createOutbox(database);
    const outcomes = [1, 2, 3].map((id) => dueOutcome(id, 'a'));
    expect(await outbox.commitDue(outcomes, [anEdition('a')], NOW)).toBe(1);
    expect(await createChats(database).find(2)).toMatchObject({ state: 'paused', briefedTo: 0 });
    expect(await createChats(database).find(1)).toMatchObject({ state: 'stopped', briefedTo: 0 });
  });

  it('takes an edition that an earlier batch stored, and refuses one that nobody stored', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2, 3]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a')], NOW);
    expect(await outbox.commitDue([dueOutcome(2, 'a')], [], NOW)).toBe(1);
    await expect(outbox.commitDue([dueOutcome(3, 'lost')], [], NOW)).rejects.toThrow('no edition lost');
    expect((await createChats(database).find(3))?.nextDueAt?.equals(NOW)).toBe(true);
  });

  it('never moves a watermark back', async () => {
    const database = await open();
    await enrolDue(database, [1]);
    const outbox = createOutbox(database);
    await outbox.commitDue([dueOutcome(1, undefined, { briefedTo: 9 })], [], NOW);
    await outbox.commitDue([dueOutcome(1, undefined, { dueAt: TOMORROW, briefedTo: 3 })], [], TOMORROW);
    expect((await createChats(database).find(1))?.briefedTo).toBe(9);
  });

  it('sends an edition with sound to each enrolled chat once', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    const breaking = anEdition('breaking:1', 1, { kind: 'breaking' });
    expect(await outbox.send(breaking, [1, 2, 99], NOW)).toBe(2);
    expect(await outbox.send(breaking, [1, 2], NOW)).toBe(0);
    expect(await outbox.lease(10, LEASED, NOW)).toMatchObject([
      { chatId: 1, kind: 'breaking', silent: false },
      { chatId: 2, kind: 'breaking', silent: false },
    ]);
  });

  it('lets breaking news go first, then corrections, then briefings, each oldest first', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    await outbox.commitDue([dueOutcome(1, 'b'), dueOutcome(2, 'b')], [anEdition('b')], NOW);
    await outbox.send(anEdition('c', 1, { kind: 'correction' }), [1], NOW);
    await outbox.send(anEdition('n2', 1, { kind: 'breaking' }), [2], NOW.add({ seconds: 1 }));
    await outbox.send(anEdition('n1', 1, { kind: 'breaking' }), [1], NOW);
    const later = NOW.add({ seconds: 2 });
    expect(places(await outbox.lease(3, LEASED, later))).toEqual(['1 n1 0', '2 n2 0', '1 c 0']);
    expect(places(await outbox.lease(10, LEASED, later))).toEqual(['1 b 0', '2 b 0']);
    expect(await outbox.lease(10, LEASED, later)).toEqual([]);
  });

  it('holds a part back until the one before it is final', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a', 3)], NOW);
    for (const settlement of [
      { kind: 'sent', messageId: 70, at: NOW },
      { kind: 'failed', error: 'refused' },
      { kind: 'skipped', reason: 'retracted' },
    ] as const) {
      const [next, ...others] = await outbox.lease(10, LEASED, NOW);
      expect(others).toEqual([]);
      expect(await outbox.lease(10, LEASED, NOW)).toEqual([]);
      await outbox.markSending(next?.id ?? 0);
      expect(await outbox.lease(10, LEASED, NOW)).toEqual([]);
      await outbox.settle(next?.id ?? 0, settlement);
    }
    expect(await outbox.lease(10, LEASED, NOW)).toEqual([]);
  });

  it('takes a lease that ran out anew, and then the first holder may not send', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a')], NOW);
    const [first] = await outbox.lease(10, LEASED, NOW);
    expect(await outbox.lease(10, LEASED, LEASED.subtract({ milliseconds: 1 }))).toEqual([]);
    const [second] = await outbox.lease(10, LEASED.add({ minutes: 1 }), LEASED);
    expect(second?.id).toBe(first?.id);
    expect(await outbox.markSending(first?.id ?? 0)).toBe(true);
    expect(await outbox.markSending(first?.id ?? 0)).toBe(false);
  });

  it('tries again when it is time, and says when that is', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a', 2)], NOW);
    expect(await outbox.nextNotBefore()).toBeUndefined();
    const [delivery] = await outbox.lease(10, LEASED, NOW);
    await outbox.markSending(delivery?.id ?? 0);
    const notBefore = NOW.add({ seconds: 30 });
    await outbox.settle(delivery?.id ?? 0, { kind: 'retry', notBefore, error: 'unreachable' });
    expect((await outbox.nextNotBefore())?.equals(notBefore)).toBe(true);
    expect(await outbox.lease(10, LEASED, notBefore.subtract({ milliseconds: 1 }))).toEqual([]);
    expect(await outbox.lease(10, LEASED, notBefore)).toMatchObject([{ part: 0, attempts: 1, possibleDouble: false }]);
    expect(await outbox.nextNotBefore()).toBeUndefined();
  });

  it('knows after a crash what was surely not sent from what may have been', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2, 3]);
    await outbox.commitDue(
      [1, 2, 3].map((id) => dueOutcome(id, 'a')),
      [anEdition('a')],
      NOW,
    );
    const [one, two] = await outbox.lease(2, LEASED, NOW);
    await outbox.markSending(one?.id ?? 0);
    expect(await outbox.recover()).toEqual({ leased: 1, unknown: 1 });
    expect(await outbox.lease(10, LEASED, NOW)).toMatchObject([
      { id: one?.id, possibleDouble: true, attempts: 1 },
      { id: two?.id, possibleDouble: false, attempts: 0 },
      { chatId: 3 },
    ]);
  });

  it('believes a late word that a message was sent, and no late word against it', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a')], NOW);
    const [delivery] = await outbox.lease(1, LEASED, NOW);
    await outbox.markSending(delivery?.id ?? 0);
    await outbox.recover();
    for (const settlement of [
      { kind: 'sent', messageId: 8, at: NOW },
      { kind: 'retry', notBefore: NOW, error: 'late' },
      { kind: 'failed', error: 'late' },
      { kind: 'skipped', reason: 'late' },
    ] as const) {
      await outbox.settle(delivery?.id ?? 0, settlement);
      const { state } = await database.kysely.selectFrom('deliveries').select('state').executeTakeFirstOrThrow();
      expect(state).toBe('sent');
    }
  });

  it('does not put off a message that another dispatcher is to send by now', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await outbox.commitDue([dueOutcome(1, 'a')], [anEdition('a')], NOW);
    const [delivery] = await outbox.lease(1, LEASED, NOW);
    await outbox.markSending(delivery?.id ?? 0);
    await outbox.recover();
    await outbox.settle(delivery?.id ?? 0, { kind: 'retry', notBefore: TOMORROW, error: 'late' });
    expect(await outbox.lease(1, LEASED, NOW)).toHaveLength(1);
  });

  it('gives up what waits for one chat and for no other', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    await outbox.commitDue([dueOutcome(1, 'a'), dueOutcome(2, 'a')], [anEdition('a', 2)], NOW);
    const [leased] = await outbox.lease(1, LEASED, NOW);
    expect(await outbox.skipChat(1, 'gone')).toBe(2);
    expect(await outbox.markSending(leased?.id ?? 0)).toBe(false);
    expect(places(await outbox.lease(10, LEASED, NOW))).toEqual(['2 a 0']);
  });

  it('finds the delivered messages that show an article', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const { id } = await createArticles(database).file(anArticle());
    await enrolDue(database, [1, 2]);
    const [first, second] = anEdition('a', 2).parts;
    const parts = [first, second].flatMap((part) =>
      part ? [{ ...part, articleIds: part === second ? [id] : [] }] : [],
    );
    await outbox.commitDue([dueOutcome(1, 'a'), dueOutcome(2, 'a')], [anEdition('a', 2, { parts })], NOW);
    for (const messageId of [101, 102]) {
      const [delivery] = (await outbox.lease(10, LEASED, NOW.add({ hours: 1 }))).filter(({ chatId }) => chatId === 1);
      await outbox.markSending(delivery?.id ?? 0);
      await outbox.settle(delivery?.id ?? 0, { kind: 'sent', messageId, at: NOW });
    }
    expect(await outbox.deliveredWith(id)).toEqual([{ chatId: 1, messageId: 102, edition: 'a', part: 1 }]);
    expect(await outbox.deliveredWith(id + 1)).toEqual([]);
  });

  it('moves a group with all that is its own, also into a supergroup that is known already', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const chats = createChats(database);
    await enrolDue(database, [-1, -2, -100, -200]);
    for (const id of [-1, -2]) await chats.subscribe(id, ['KZ', 'BY']);
    await chats.subscribe(-200, ['DE', 'BY']);
    await chats.change(-2, { timeZone: 'Asia/Almaty', language: 'kk' });
    await outbox.commitDue([dueOutcome(-1, 'a'), dueOutcome(-2, 'a')], [anEdition('a')], NOW);
    await outbox.send(anEdition('b', 1, { kind: 'breaking' }), [-2, -200], NOW);
    await chats.forget(-100);
    await chats.migrate(-1, -100);
    await chats.migrate(-2, -200);
    await chats.migrate(-2, -200);
    expect(await chats.find(-1)).toBeUndefined();
    expect(await chats.find(-100)).toMatchObject({ kind: 'supergroup', topics: ['KZ', 'BY'], briefedTo: 5 });
    expect(await chats.find(-2)).toBeUndefined();
    expect(await chats.find(-200)).toMatchObject({
      kind: 'supergroup',
      timeZone: 'Asia/Almaty',
      language: 'kk',
      topics: ['DE', 'BY', 'KZ'],
      briefedTo: 5,
    });
    expect(places(await outbox.lease(10, LEASED, NOW)).toSorted()).toEqual(['-100 a 0', '-200 a 0', '-200 b 0']);
  });

  it('forgets a chat with its topics and deliveries, and nobody else', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const chats = createChats(database);
    await enrolDue(database, [1, 2]);
    await chats.subscribe(1, ['KZ']);
    await outbox.commitDue([dueOutcome(1, 'a'), dueOutcome(2, 'a')], [anEdition('a')], NOW);
    await chats.forget(1);
    expect(await chats.find(1)).toBeUndefined();
    expect(await database.kysely.selectFrom('subscriptions').selectAll().execute()).toEqual([]);
    expect(places(await outbox.lease(10, LEASED, NOW))).toEqual(['2 a 0']);
  });

  it('gives each message to one of several dispatchers', async () => {
    const database = await open();
    // Two SQLite connections in one thread would wait for each other; processes do not.
    const others = engine === 'sqlite' ? [database, database] : [await open(), await open()];
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    await enrolDue(database, ids);
    await createOutbox(database).commitDue(
      ids.map((id) => dueOutcome(id, 'a')),
      [anEdition('a')],
      NOW,
    );
    const taken = await Promise.all(
      [database, ...others, database].map((each) => createOutbox(each).lease(15, LEASED, NOW)),
    );
    const chatIds = taken.flat().map(({ chatId }) => chatId);
    expect(new Set(chatIds).size).toBe(chatIds.length);
    const rest = await createOutbox(database).lease(60, LEASED, NOW);
    expect(chatIds.length + rest.length).toBe(60);
  });
});
