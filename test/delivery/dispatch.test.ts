import type { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { createTelegramMessenger } from '../../src/adapters/telegram/messenger.ts';
import { createCarrier } from '../../src/delivery/carrier.ts';
import type { ChatKind } from '../../src/delivery/chat.ts';
import { createDispatcher, type DispatchEnd } from '../../src/delivery/dispatch.ts';
import { createGate } from '../../src/delivery/gate.ts';
import type { Messenger, Outgoing, SendOutcome } from '../../src/delivery/messenger.ts';
import { createOutageWatch } from '../../src/delivery/outage-watch.ts';
import type { Edition } from '../../src/delivery/outbox.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createFastClock, silentLog } from '../support/fast-clock.ts';
import { startTelegram, type Telegram, textOf } from '../support/telegram.ts';
import { beginTerm } from '../support/term.ts';

type SendingMessenger = Pick<Messenger, 'send'> & Partial<Messenger>;
type Answer = (outgoing: Outgoing, attempt: number) => SendOutcome | Promise<SendOutcome>;

interface Call {
  readonly outgoing: Outgoing;
  readonly at: Temporal.Instant;
}

const closing: (() => Promise<unknown>)[] = [];
function anEdition(key: string, parts = 1, kind: Edition['kind'] = 'briefing'): Edition {
  return {
    key,
    kind,
    parts: Array.from({ length: parts }, (_, part) => ({
      message: { html: `${key} <b>${part + 1}</b>`, buttons: [] },
      articleIds: [],
    })),
  };
}

/** A real outbox and its dispatcher, whose clock runs fast, before a messenger. */
function startDispatcher(
  database: Database,
  createMessenger: (now: () => Temporal.Instant) => SendingMessenger,
  factor = 50,
) {
  const { now, timer } = createFastClock('2026-03-02T03:00:00Z', factor);
  const outbox = createOutbox(database);
  const chats = createChats(database);
  const gate = createGate({ messagesPerSecond: 30, timer });
  const messenger = createMessenger(now);
  const random = () => 0;
  const log = silentLog;
  const outages = createOutageWatch({
    messenger: { isReachable: async () => true, ...messenger },
    now,
    timer,
    random,
    log,
  });
  let doubles = 0;
  const dispatcher = createDispatcher({
    ...{ outbox, chats, gate, outages, now, timer, random, log },
    carrier: createCarrier({ messenger: { edit: async () => ({ kind: 'edited' }), ...messenger }, gate, outages, log }),
    messagesPerSecond: 30,
    onPossibleDouble: () => doubles++,
  });
  const stop = new AbortController();
  let ended: Promise<DispatchEnd> | undefined;

  async function enrol(id: number, kind: ChatKind = 'private'): Promise<void> {
    await chats.enrol({ id, kind, title: '', language: 'en', timeZone: 'UTC', schedule: undefined, newsSince: now() });
  }

  return {
    outbox,
    chats,
    dispatcher,
    now,
    enrol,
    async queue(edition: Edition, ...ids: number[]) {
      for (const id of ids) if ((await chats.find(id)) === undefined) await enrol(id, id < 0 ? 'group' : 'private');
      await outbox.send(edition, ids, now());
      dispatcher.wake();
    },
    outages,
    /** Messages that were sent once more and may have arrived before. */
    doubles: () => doubles,
    start() {
      ended = beginTerm(database).then((term) => dispatcher.run(stop.signal, term));
      const over = ended.catch(() => undefined);
      closing.push(() => {
        stop.abort();
        return over;
      });
      return ended;
    },
    stop() {
      stop.abort();
      return ended;
    },
    /** Waits until nothing that may go now is left, and nothing is on its way. */
    async sentAll() {
      const waiting = () =>
        database.kysely
          .selectFrom('deliveries')
          .select('id')
          .where(({ or, and, eb }) =>
            or([
              eb('state', 'in', ['leased', 'sending']),
              and([eb('state', '=', 'pending'), eb('not_before', '<=', now().epochMilliseconds)]),
            ]),
          )
          .execute();
      await expect.poll(waiting, { interval: 5, timeout: 10_000 }).toEqual([]);
    },
    /** Deliveries by state, with what was noted of each. */
    async states() {
      const rows = await database.kysely
        .selectFrom('deliveries')
        .select(['chat_id', 'part', 'state', 'error'])
        .orderBy('chat_id')
        .orderBy('part')
        .execute();
      return rows.map(({ chat_id, part, state, error }) => [chat_id, part, state, error]);
    },
  };
}

/** A messenger that gives the answers it is told to, and keeps what it was given. */
function scripted(answer: Answer) {
  const calls: Call[] = [];
  const attempts = new Map<string, number>();
  const createMessenger = (now: () => Temporal.Instant): SendingMessenger => ({
    send: async (outgoing) => {
      calls.push({ outgoing, at: now() });
      const key = `${outgoing.chatId} ${outgoing.message.html}`;
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      return answer(outgoing, attempt);
    },
  });
  return { calls, createMessenger };
}

function messengerTo({ token, url }: Telegram): Messenger {
  return createTelegramMessenger({ token, apiRoot: url, paidBroadcast: false });
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

const sentTo = (calls: readonly Call[]) =>
  calls.map(({ outgoing }) => [outgoing.chatId, outgoing.message.html.replace(/<\/?b>/g, '')]);

let messageId = 0;
const sent = (): SendOutcome => ({ kind: 'sent', messageId: ++messageId });

onEachDatabase('the dispatcher', (open) => {
  // Inside, so that what runs is stopped before its database is closed.
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('delivers what is queued to a Bot API server, parts in order, with each message its own id', async () => {
    const telegram = await startTelegram();
    closing.push(() => telegram.close());
    const desk = startDispatcher(await open(), () => messengerTo(telegram));
    await desk.queue(anEdition('Monday', 4), telegram.subscriber, telegram.owner);
    desk.start();
    await desk.sentAll();
    for (const chat of [telegram.subscriber, telegram.owner]) {
      expect(telegram.botMessages(chat).map(textOf)).toEqual(['Monday 1', 'Monday 2', 'Monday 3', 'Monday 4']);
    }
    expect((await desk.states()).map(([, , state]) => state)).toEqual(Array(8).fill('sent'));
    expect(await desk.stop()).toEqual({ kind: 'stopped' });
  });

  it('waits without work, and sends at once what is queued then', async () => {
    const { calls, createMessenger } = scripted(sent);
    const desk = startDispatcher(await open(), createMessenger);
    desk.start();
    await desk.sentAll();
    await desk.queue(anEdition('Monday'), 1, 2);
    await desk.sentAll();
    expect(sentTo(calls).sort()).toEqual([
      [1, 'Monday 1'],
      [2, 'Monday 1'],
    ]);
  });

  it('sends breaking news before the briefings that waited longer', async () => {
    const { calls, createMessenger } = scripted(sent);
    const desk = startDispatcher(await open(), createMessenger, 5);
    await desk.queue(anEdition('Monday'), ...numbers(1, 25));
    await desk.queue(anEdition('Quake', 1, 'breaking'), ...numbers(26, 30));
    desk.start();
    await desk.sentAll();
    const places = calls.flatMap(({ outgoing }, place) => (outgoing.message.html.startsWith('Quake') ? [place] : []));
    expect(calls).toHaveLength(30);
    // Marks are committed side by side, so neighbours may change places on their way.
    expect(Math.max(...places)).toBeLessThan(12);
  });

  it('leaves a chat alone for as long as Telegram asked, while others get theirs', async () => {
    const { calls, createMessenger } = scripted(({ chatId }, attempt) =>
      chatId === 1 && attempt === 1 ? { kind: 'wait', seconds: 20 } : sent(),
    );
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday', 2), 1, 2);
    desk.start();
    await until(() => calls.filter(({ outgoing }) => outgoing.chatId === 1).length === 3);
    const own = calls.filter(({ outgoing }) => outgoing.chatId === 1);
    expect(own.map(({ outgoing }) => outgoing.message.html)).toEqual([
      'Monday <b>1</b>',
      'Monday <b>1</b>',
      'Monday <b>2</b>',
    ]);
    expect(secondsBetween(own[0], own[1])).toBeGreaterThanOrEqual(20);
    expect(secondsBetween(own[0], own[1])).toBeLessThan(30);
    const others = calls.filter(({ outgoing }) => outgoing.chatId === 2);
    expect(secondsBetween(calls[0], others[1])).toBeLessThan(15);
  });

  it('holds everything once several chats are told to wait at the same time', async () => {
    let told = 0;
    const { calls, createMessenger } = scripted(() => (++told <= 3 ? { kind: 'wait', seconds: 5 } : sent()));
    const desk = startDispatcher(await open(), createMessenger, 10);
    await desk.queue(anEdition('Monday'), ...numbers(1, 40));
    desk.start();
    await until(() => calls.length === 43);
    const early = calls.filter((call) => secondsBetween(calls[0], call) < 4);
    expect(early.length).toBeLessThan(10);
    expect(new Set(calls.map(({ outgoing }) => outgoing.chatId)).size).toBe(40);
  });

  it('gives up a chat that blocked the bot, with all that waits for it, and keeps its settings', async () => {
    const telegram = await startTelegram();
    closing.push(() => telegram.close());
    telegram.api.block(telegram.subscriber);
    const desk = startDispatcher(await open(), () => messengerTo(telegram));
    await desk.enrol(telegram.subscriber);
    await desk.chats.subscribe(telegram.subscriber, ['KZ']);
    await desk.queue(anEdition('Monday', 3), telegram.subscriber, telegram.owner);
    desk.start();
    await desk.sentAll();
    expect(await desk.chats.find(telegram.subscriber)).toMatchObject({ state: 'gone', topics: ['KZ'] });
    expect((await desk.states()).map(([chat, part, state]) => [chat, part, state])).toEqual([
      ...[0, 1, 2].map((part) => [telegram.owner, part, 'sent']),
      ...[0, 1, 2].map((part) => [telegram.subscriber, part, 'skipped']),
    ]);
    expect(telegram.api.calls('sendMessage')).toHaveLength(4);
  });

  it('moves everything of a group that became a supergroup, and sends it there', async () => {
    const { calls, createMessenger } = scripted(({ chatId }) =>
      chatId === -7 ? { kind: 'migrated', to: -1007 } : sent(),
    );
    const desk = startDispatcher(await open(), createMessenger);
    await desk.enrol(-7, 'group');
    await desk.chats.subscribe(-7, ['KZ', 'BY']);
    await desk.queue(anEdition('Monday', 2), -7);
    desk.start();
    await until(() => calls.length === 3);
    await desk.sentAll();
    expect(sentTo(calls)).toEqual([
      [-7, 'Monday 1'],
      [-1007, 'Monday 1'],
      [-1007, 'Monday 2'],
    ]);
    expect(await desk.chats.find(-7)).toBeUndefined();
    expect((await desk.chats.find(-1007))?.topics).toEqual(['KZ', 'BY']);
    expect((await desk.states()).map(([chat, , state]) => [chat, state])).toEqual([
      [-1007, 'sent'],
      [-1007, 'sent'],
    ]);
  });

  it('falls back to the general topic where the topic is closed or deleted', async () => {
    const { calls, createMessenger } = scripted(({ threadId }) =>
      threadId === undefined ? sent() : { kind: 'topic-gone', error: 'TOPIC_CLOSED' },
    );
    const desk = startDispatcher(await open(), createMessenger);
    await desk.enrol(-7, 'supergroup');
    await desk.chats.change(-7, { threadId: 12 });
    await desk.queue(anEdition('Monday', 2), -7);
    desk.start();
    await until(() => calls.length === 3);
    await desk.sentAll();
    expect(calls.map(({ outgoing }) => outgoing.threadId)).toEqual([12, undefined, undefined]);
    expect((await desk.chats.find(-7))?.threadId).toBeUndefined();
  });

  it('tries again through outages and cut connections until each message is there, in order', async () => {
    const { calls, createMessenger } = scripted((_, attempt) => {
      if (attempt === 1) return { kind: 'unreachable', error: '502: Bad Gateway' };
      return attempt === 2 ? { kind: 'unreachable', error: 'ECONNREFUSED' } : sent();
    });
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday', 2), 1, 2);
    desk.start();
    await until(() => calls.length === 12);
    await desk.sentAll();
    expect((await desk.states()).map(([, , state]) => state)).toEqual(Array(4).fill('sent'));
    for (const chat of [1, 2]) {
      const own = sentTo(calls).filter(([chatId]) => chatId === chat);
      expect(own.map(([, text]) => text)).toEqual([...Array(3).fill('Monday 1'), ...Array(3).fill('Monday 2')]);
    }
  });

  it('sends once more what nobody knows of', async () => {
    const { calls, createMessenger } = scripted((_, attempt) =>
      attempt === 1 ? { kind: 'unknown', error: 'socket hang up' } : sent(),
    );
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday'), 1);
    desk.start();
    await until(() => calls.length === 2);
    await desk.sentAll();
    expect(await desk.states()).toEqual([[1, 0, 'sent', null]]);
  });

  it('gives up only the message that Telegram refuses, saying why', async () => {
    const { createMessenger } = scripted(({ message }) =>
      message.html.includes('2') ? { kind: 'refused', error: '400: message is too long' } : sent(),
    );
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday', 3), 1);
    desk.start();
    await desk.sentAll();
    expect(await desk.states()).toEqual([
      [1, 0, 'sent', null],
      [1, 1, 'failed', '400: message is too long'],
      [1, 2, 'sent', null],
    ]);
  });

  it('stops when the token is refused, and loses nothing', async () => {
    const { calls, createMessenger } = scripted(() => ({ kind: 'unauthorised' }));
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday'), 1, 2, 3);
    expect(await desk.start()).toEqual({ kind: 'unauthorised' });
    expect(calls.length).toBeLessThan(4);
    await desk.outbox.recover();
    expect((await desk.states()).map(([, , state]) => state)).toEqual(Array(3).fill('pending'));
  });

  it('settles the call that has begun when it is told to stop, and begins no other', async () => {
    const begun = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<SendOutcome>();
    const { calls, createMessenger } = scripted(() => {
      begun.resolve();
      return answer.promise;
    });
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday', 2), 1);
    desk.start();
    await begun.promise;
    expect((await desk.states())[0]?.slice(1, 3)).toEqual([0, 'sending']);
    const stopped = desk.stop();
    answer.resolve(sent());
    expect(await stopped).toEqual({ kind: 'stopped' });
    expect(calls).toHaveLength(1);
    await desk.outbox.recover();
    expect((await desk.states()).map(([, part, state]) => [part, state])).toEqual([
      [0, 'sent'],
      [1, 'pending'],
    ]);
  });

  it('does not wait for ever for a call that has begun', async () => {
    const begun = Promise.withResolvers<void>();
    const { createMessenger } = scripted(() => {
      begun.resolve();
      return new Promise<SendOutcome>(() => {});
    });
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday'), 1);
    desk.start();
    await begun.promise;
    expect(await desk.stop()).toEqual({ kind: 'stopped' });
    expect(await desk.outbox.recover()).toEqual({ leased: 0, unknown: 1 });
  });

  it('ends with the error where the database is gone', async () => {
    const database = await open();
    const { createMessenger } = scripted(sent);
    const desk = startDispatcher(database, createMessenger);
    await desk.queue(anEdition('Monday'), 1);
    await database.close();
    await expect(desk.start()).rejects.toThrow();
  });
});

function secondsBetween(one: Call | undefined, other: Call | undefined): number {
  if (one === undefined || other === undefined) throw new Error('There was no such call');
  return other.at.since(one.at).total('seconds');
}

async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks++) {
    if (looks > 1000) throw new Error('It did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
