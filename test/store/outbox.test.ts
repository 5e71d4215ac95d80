import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Delivery, Edition } from '../../src/delivery/outbox.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';
import { brief } from '../support/due.ts';
import { beginTerm } from '../support/term.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const TOMORROW = NOW.add({ hours: 24 });
const LEASED = NOW.add({ minutes: 1 });
const RETRY = { kind: 'retry', error: 'unreachable', spent: true, possibleDouble: false } as const;

/** The token of the first to take the sender's lease, which `enrolDue` does. */
const TERM = 1;

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

/** Chats that are due now, in a database in which this process is the one that sends. */
async function enrolDue(database: Database, ids: readonly number[]): Promise<void> {
  await beginTerm(database);
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
  it('sends an edition with sound to each enrolled chat once', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    const breaking = anEdition('breaking:1', 1, { kind: 'breaking' });
    expect(await outbox.send(breaking, [1, 2, 99], NOW)).toBe(2);
    expect(await outbox.send(breaking, [1, 2], NOW)).toBe(0);
    expect(await outbox.lease(10, LEASED, NOW, TERM)).toMatchObject([
      { chatId: 1, kind: 'breaking', silent: false },
      { chatId: 2, kind: 'breaking', silent: false },
    ]);
  });

  it('stores an edition once, with its parts, however many store it at the same moment', async () => {
    const database = await open();
    const other = engine === 'sqlite' ? database : await open();
    const outboxes = Array.from({ length: 8 }, (_, at) => createOutbox(at % 2 === 0 ? database : other));
    for (const key of ['a', 'b', 'c']) {
      const ids = await Promise.all(outboxes.map((outbox) => outbox.store(anEdition(key, 2), NOW)));
      expect(new Set(ids).size).toBe(1);
    }
    const parts = await database.kysely.selectFrom('edition_parts').selectAll().execute();
    expect(parts).toHaveLength(6);
  });

  it('lets breaking news go first, then corrections, then briefings, each oldest first', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    await brief(database, anEdition('b'), [1, 2], NOW);
    await outbox.send(anEdition('c', 1, { kind: 'correction' }), [1], NOW);
    await outbox.send(anEdition('n2', 1, { kind: 'breaking' }), [2], NOW.add({ seconds: 1 }));
    await outbox.send(anEdition('n1', 1, { kind: 'breaking' }), [1], NOW);
    const later = NOW.add({ seconds: 2 });
    expect(places(await outbox.lease(3, LEASED, later, TERM))).toEqual(['1 n1 0', '2 n2 0', '1 c 0']);
    expect(places(await outbox.lease(10, LEASED, later, TERM))).toEqual(['1 b 0', '2 b 0']);
    expect(await outbox.lease(10, LEASED, later, TERM)).toEqual([]);
  });

  it('holds a part back until the one before it is final', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a', 3), [1], NOW);
    for (const settlement of [
      { kind: 'sent', messageId: 70, at: NOW },
      { kind: 'failed', error: 'refused' },
      { kind: 'skipped', reason: 'retracted' },
    ] as const) {
      const [next, ...others] = await outbox.lease(10, LEASED, NOW, TERM);
      expect(others).toEqual([]);
      expect(await outbox.lease(10, LEASED, NOW, TERM)).toEqual([]);
      await outbox.markSending([next?.id ?? 0], TERM);
      expect(await outbox.lease(10, LEASED, NOW, TERM)).toEqual([]);
      await outbox.settle([{ id: next?.id ?? 0, settlement }], TERM);
    }
    expect(await outbox.lease(10, LEASED, NOW, TERM)).toEqual([]);
  });

  it('takes a lease that ran out anew, and then the first holder may not send', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a'), [1], NOW);
    const [first] = await outbox.lease(10, LEASED, NOW, TERM);
    expect(await outbox.lease(10, LEASED, LEASED.subtract({ milliseconds: 1 }), TERM)).toEqual([]);
    const [second] = await outbox.lease(10, LEASED.add({ minutes: 1 }), LEASED, TERM);
    expect(second?.id).toBe(first?.id);
    expect([...(await outbox.markSending([first?.id ?? 0], TERM)).keys()]).toEqual([first?.id]);
    expect((await outbox.markSending([first?.id ?? 0], TERM)).size).toBe(0);
  });

  it('tries again when it is time', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a', 2), [1], NOW);
    const [delivery] = await outbox.lease(10, LEASED, NOW, TERM);
    await outbox.markSending([delivery?.id ?? 0], TERM);
    const notBefore = NOW.add({ seconds: 30 });
    await outbox.settle([{ id: delivery?.id ?? 0, settlement: { ...RETRY, notBefore } }], TERM);
    expect(await outbox.lease(10, LEASED, notBefore.subtract({ milliseconds: 1 }), TERM)).toEqual([]);
    expect(await outbox.lease(10, LEASED, notBefore, TERM)).toMatchObject([
      { part: 0, attempts: 1, possibleDouble: false },
    ]);
  });

  it('knows after a crash what was surely not sent from what may have been', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2, 3]);
    await brief(database, anEdition('a'), [1, 2, 3], NOW);
    const [one, two] = await outbox.lease(2, LEASED, NOW, TERM);
    await outbox.markSending([one?.id ?? 0], TERM);
    expect(await outbox.recover()).toEqual({ leased: 1, unknown: 1 });
    expect(await outbox.lease(10, LEASED, NOW, TERM)).toMatchObject([
      { id: one?.id, possibleDouble: true, attempts: 1 },
      { id: two?.id, possibleDouble: false, attempts: 0 },
      { chatId: 3 },
    ]);
  });

  it('believes a late word that a message was sent, and no late word against it', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a'), [1], NOW);
    const [delivery] = await outbox.lease(1, LEASED, NOW, TERM);
    await outbox.markSending([delivery?.id ?? 0], TERM);
    await outbox.recover();
    for (const settlement of [
      { kind: 'sent', messageId: 8, at: NOW },
      { ...RETRY, notBefore: NOW },
      { kind: 'failed', error: 'late' },
      { kind: 'skipped', reason: 'late' },
    ] as const) {
      await outbox.settle([{ id: delivery?.id ?? 0, settlement }], TERM);
      const { state } = await database.kysely.selectFrom('deliveries').select('state').executeTakeFirstOrThrow();
      expect(state).toBe('sent');
    }
  });

  it('does not put off a message that another dispatcher is to send by now', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a'), [1], NOW);
    const [delivery] = await outbox.lease(1, LEASED, NOW, TERM);
    await outbox.markSending([delivery?.id ?? 0], TERM);
    await outbox.recover();
    await outbox.settle([{ id: delivery?.id ?? 0, settlement: { ...RETRY, notBefore: TOMORROW } }], TERM);
    expect(await outbox.lease(1, LEASED, NOW, TERM)).toHaveLength(1);
  });

  it('lets a sender whose term is over write nothing, but that something was sent', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2, 3]);
    await brief(database, anEdition('a'), [1, 2, 3], NOW);
    const [one, two] = await outbox.lease(2, LEASED, NOW, TERM);
    const ids = [one?.id ?? 0, two?.id ?? 0];
    await outbox.markSending(ids, TERM);
    const { token } = await beginTerm(database);
    expect(await outbox.lease(10, LEASED, NOW, TERM)).toEqual([]);
    await outbox.settle(
      [
        { id: ids[0] ?? 0, settlement: { kind: 'sent', messageId: 8, at: NOW } },
        { id: ids[1] ?? 0, settlement: { ...RETRY, notBefore: NOW } },
      ],
      TERM,
    );
    expect(await outbox.recover()).toEqual({ leased: 0, unknown: 1 });
    const leased = await outbox.lease(10, LEASED, NOW, token);
    expect(leased.map(({ chatId, possibleDouble }) => [chatId, possibleDouble])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect((await outbox.markSending(ids, TERM)).size).toBe(0);
    expect((await outbox.markSending(ids, token)).size).toBe(1);
  });

  it('says at the last moment where a message goes', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const chats = createChats(database);
    await enrolDue(database, [-1, -2, -3]);
    await chats.change(-2, { threadId: 7 });
    await chats.change(-3, { threadId: 9 });
    await brief(database, anEdition('a'), [-1, -2, -3], NOW);
    const leased = await outbox.lease(3, LEASED, NOW, TERM);
    await chats.migrate(-1, -1001);
    await chats.change(-3, { threadId: undefined });
    const ids = leased.map(({ id }) => id);
    expect([...(await outbox.markSending(ids, TERM)).values()].toSorted((a, b) => a.chatId - b.chatId)).toEqual([
      { chatId: -1001, threadId: undefined },
      { chatId: -3, threadId: undefined },
      { chatId: -2, threadId: 7 },
    ]);
  });

  it('counts no attempt that a limit or an outage undid, and never forgets a possible double', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1]);
    await brief(database, anEdition('a'), [1], NOW);
    const seen: unknown[] = [];
    for (const [isMarked, retry] of [
      [true, { spent: true, possibleDouble: false }],
      [true, { spent: false, possibleDouble: true }],
      [false, { spent: false, possibleDouble: false }],
    ] as const) {
      const [delivery] = await outbox.lease(1, LEASED, NOW, TERM);
      const id = delivery?.id ?? 0;
      if (isMarked) await outbox.markSending([id], TERM);
      await outbox.settle([{ id, settlement: { ...RETRY, notBefore: NOW, ...retry } }], TERM);
      const [again] = await outbox.lease(1, LEASED, NOW, TERM);
      seen.push([again?.attempts, again?.possibleDouble]);
      await outbox.settle([{ id, settlement: { ...RETRY, notBefore: NOW, spent: false } }], TERM);
    }
    expect(seen).toEqual([
      [1, false],
      [1, true],
      [1, true],
    ]);
  });

  it('gives up what waits for one chat and for no other', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    await brief(database, anEdition('a', 2), [1, 2], NOW);
    const [leased] = await outbox.lease(1, LEASED, NOW, TERM);
    expect(await outbox.skipChat(1, 'gone')).toBe(2);
    expect((await outbox.markSending([leased?.id ?? 0], TERM)).size).toBe(0);
    expect(places(await outbox.lease(10, LEASED, NOW, TERM))).toEqual(['2 a 0']);
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
    await brief(database, anEdition('a', 2, { parts }), [1, 2], NOW);
    for (const messageId of [101, 102]) {
      const [delivery] = (await outbox.lease(10, LEASED, NOW.add({ hours: 1 }), TERM)).filter(
        ({ chatId }) => chatId === 1,
      );
      await outbox.markSending([delivery?.id ?? 0], TERM);
      await outbox.settle([{ id: delivery?.id ?? 0, settlement: { kind: 'sent', messageId, at: NOW } }], TERM);
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
    await brief(database, anEdition('a'), [-1, -2], NOW);
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
    expect(places(await outbox.lease(10, LEASED, NOW, TERM)).toSorted()).toEqual(['-100 a 0', '-200 a 0', '-200 b 0']);
  });

  it('forgets a chat with its topics and deliveries, and nobody else', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    const chats = createChats(database);
    await enrolDue(database, [1, 2]);
    await chats.subscribe(1, ['KZ']);
    await brief(database, anEdition('a'), [1, 2], NOW);
    await chats.forget(1);
    expect(await chats.find(1)).toBeUndefined();
    expect(await database.kysely.selectFrom('subscriptions').selectAll().execute()).toEqual([]);
    expect(places(await outbox.lease(10, LEASED, NOW, TERM))).toEqual(['2 a 0']);
  });

  it('gives up what is left for a chat that is forgotten, so that it does not stand first for ever', async () => {
    const database = await open();
    const outbox = createOutbox(database);
    await enrolDue(database, [1, 2]);
    await outbox.send(anEdition('a'), [1, 2], NOW);
    await database.kysely.updateTable('deliveries').set({ chat_id: 77 }).where('chat_id', '=', 1).execute();
    expect(places(await outbox.lease(10, LEASED, NOW, TERM))).toEqual(['2 a 0']);
    const rows = await database.kysely.selectFrom('deliveries').select('state').orderBy('id').execute();
    expect(rows.map(({ state }) => state)).toEqual(['skipped', 'leased']);
  });

  it('gives each message to one of several dispatchers', async () => {
    const database = await open();
    // Two SQLite connections in one thread would wait for each other; processes do not.
    const others = engine === 'sqlite' ? [database, database] : [await open(), await open()];
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    await enrolDue(database, ids);
    await brief(database, anEdition('a'), ids, NOW);
    const taken = await Promise.all(
      [database, ...others, database].map((each) => createOutbox(each).lease(15, LEASED, NOW, TERM)),
    );
    const chatIds = taken.flat().map(({ chatId }) => chatId);
    expect(new Set(chatIds).size).toBe(chatIds.length);
    const rest = await createOutbox(database).lease(60, LEASED, NOW, TERM);
    expect(chatIds.length + rest.length).toBe(60);
  });
});
