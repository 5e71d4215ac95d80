import type { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { createTelegramMessenger } from '../../src/adapters/telegram/messenger.ts';
import { createCarrier } from '../../src/delivery/carrier.ts';
import type { ChatKind } from '../../src/delivery/chat.ts';
import { createDispatcher, type DispatchEnd } from '../../src/delivery/dispatch.ts';
import { createGate } from '../../src/delivery/gate.ts';
import type { Term } from '../../src/delivery/leases.ts';
import type { Log } from '../../src/delivery/log.ts';
import type { Messenger, Outgoing, SendOutcome } from '../../src/delivery/messenger.ts';
import { createOutageWatch } from '../../src/delivery/outage-watch.ts';
import type { Edition } from '../../src/delivery/outbox.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { createFastClock } from './fast-clock.ts';
import { startTelegram, type Telegram } from './telegram.ts';
import { beginTerm } from './term.ts';

export interface Call {
  readonly outgoing: Outgoing;
  readonly at: Temporal.Instant;
}

type SendingMessenger = Pick<Messenger, 'send'> & Partial<Messenger>;
type Answer = (outgoing: Outgoing, attempt: number) => SendOutcome | Promise<SendOutcome>;

const MESSAGES_PER_SECOND = 30;

const closing: (() => Promise<unknown>)[] = [];

/** For `afterEach` inside the tests on each database, so that what runs is stopped before its database is closed. */
export async function closeDesks(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** A Bot API server, and a messenger to it over HTTP. */
export async function openTelegram(): Promise<{ telegram: Telegram; toTelegram: () => Messenger }> {
  const telegram = await startTelegram();
  closing.push(() => telegram.close());
  const { token, url } = telegram;
  return {
    telegram,
    toTelegram: () => createTelegramMessenger({ token, apiRoot: url, paidBroadcast: false, answerMs: 500 }),
  };
}

/** A real outbox and its dispatcher, whose clock runs `factor` times as fast as the wall's, before a messenger. */
export function startDispatcher(
  database: Database,
  createMessenger: (now: () => Temporal.Instant) => SendingMessenger,
  factor = 50,
) {
  const { now, timer } = createFastClock('2026-03-02T03:00:00Z', factor);
  const outbox = createOutbox(database);
  const chats = createChats(database);
  const gate = createGate({ messagesPerSecond: MESSAGES_PER_SECOND, timer });
  const logged: string[] = [];
  const keep = (_: unknown, event: string) => void logged.push(event);
  const log: Log = { info: keep, warn: keep, error: keep };
  const messenger: Messenger = {
    edit: async () => ({ kind: 'edited' }),
    isReachable: async () => true,
    ...createMessenger(now),
  };
  const random = () => 0;
  const outages = createOutageWatch({ messenger, now, timer, random, log });
  let doubles = 0;
  const dispatcher = createDispatcher({
    ...{ outbox, chats, gate, outages, now, timer, random, log, messagesPerSecond: MESSAGES_PER_SECOND },
    carrier: createCarrier({ messenger, gate, outages, log }),
    onPossibleDouble: () => doubles++,
    onEnd: () => undefined,
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
    outages,
    logged,
    now,
    enrol,
    async queue(edition: Edition, ...ids: number[]) {
      for (const id of ids) if ((await chats.find(id)) === undefined) await enrol(id, id < 0 ? 'group' : 'private');
      await outbox.send(edition, ids, now());
      dispatcher.wake();
    },
    /** Messages that were sent once more and may have arrived before. */
    doubles: () => doubles,
    start(given: Partial<Term> = {}): Promise<DispatchEnd> {
      const running = beginTerm(database).then((term) => dispatcher.run(stop.signal, { ...term, ...given }));
      ended = running;
      closing.push(() => {
        stop.abort();
        return running.catch(() => undefined);
      });
      return running;
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
    /** Calls begun that count, by chat. */
    async attempts() {
      const rows = await database.kysely.selectFrom('deliveries').select('attempts').orderBy('chat_id').execute();
      return rows.map(({ attempts }) => attempts);
    },
  };
}

/** A messenger that gives the answers it is told to, and keeps what it was given. */
export function scripted(answer: Answer, isReachable: () => Promise<boolean> = async () => true) {
  const calls: Call[] = [];
  const attempts = new Map<string, number>();
  const createMessenger = (now: () => Temporal.Instant): SendingMessenger => ({
    isReachable,
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

export function anEdition(key: string, parts = 1, kind: Edition['kind'] = 'briefing'): Edition {
  return {
    key,
    kind,
    parts: Array.from({ length: parts }, (_, part) => ({
      message: { html: `${key} <b>${part + 1}</b>`, buttons: [] },
      articleIds: [],
    })),
  };
}

let messageId = 0;
export const sent = (): SendOutcome => ({ kind: 'sent', messageId: ++messageId });

export const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

/** Which chat was sent what, in order. */
export const sentTo = (calls: readonly Call[]) =>
  calls.map(({ outgoing }) => [outgoing.chatId, outgoing.message.html.replace(/<\/?b>/g, '')]);

export function secondsBetween(one: Call | undefined, other: Call | undefined): number {
  if (one === undefined || other === undefined) throw new Error('There was no such call');
  return other.at.since(one.at).total('seconds');
}

export async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks++) {
    if (looks > 1000) throw new Error('It did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
