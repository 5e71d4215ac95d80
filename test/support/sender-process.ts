/**
 * The sending and receiving of Dateline in a process of its own, to be killed: it leads, takes updates and answers
 * them, ticks once where it is told to, and sends what the outbox holds.
 * node sender-process.ts DATABASE_URL API_ROOT TOKEN BEGAN_AT [tick]
 *
 * Its clock runs fast and began at BEGAN_AT (epoch milliseconds), so that those that follow each other agree on the
 * time. Each is the same owner of the lease, so that none waits for it to run out.
 */
import type { Update } from 'telegraf/types';
import { createTelegraf } from '../../src/adapters/telegram/client.ts';
import { createTelegramMessenger } from '../../src/adapters/telegram/messenger.ts';
import { pollUpdates } from '../../src/adapters/telegram/updates.ts';
import { createLater } from '../../src/bot/later.ts';
import { createReceiver } from '../../src/bot/receiver.ts';
import { createSequence } from '../../src/bot/sequence.ts';
import { createTalk } from '../../src/bot/talk.ts';
import { createCarrier } from '../../src/delivery/carrier.ts';
import { createDispatcher } from '../../src/delivery/dispatch.ts';
import { whileElected } from '../../src/delivery/election.ts';
import { createGate } from '../../src/delivery/gate.ts';
import type { Term } from '../../src/delivery/leases.ts';
import { createOutageWatch } from '../../src/delivery/outage-watch.ts';
import { systemTimer } from '../../src/delivery/timer.ts';
import { createChats } from '../../src/store/chats.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { createLeases } from '../../src/store/leases.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { answerTo, HASTE, MESSAGES_PER_SECOND, START } from './chaos-plan.ts';
import { silentLog } from './fast-clock.ts';

const [databaseUrl = '', apiRoot = '', token = '', beganAt = '', ticks] = process.argv.slice(2);
const now = () => START.add({ milliseconds: Math.round((Date.now() - Number(beganAt)) * HASTE) });
const timer = {
  now: () => performance.now() * HASTE,
  after: (ms: number, run: () => void) => systemTimer.after(Math.ceil(ms / HASTE), run),
};
const common = { now, timer, random: Math.random, log: silentLog };

const database = await openDatabase(databaseUrl);
const outbox = createOutbox(database);
const chats = createChats(database);
const { telegram } = createTelegraf(token, apiRoot);
const messenger = createTelegramMessenger({ token, apiRoot, paidBroadcast: false });
const gate = createGate({ messagesPerSecond: MESSAGES_PER_SECOND, timer });
const outages = createOutageWatch({ ...common, messenger });
const carrier = createCarrier({ messenger, gate, outages, log: silentLog });
const dispatcher = createDispatcher({
  ...{ ...common, outbox, chats, carrier, gate, outages, messagesPerSecond: MESSAGES_PER_SECOND },
  onPossibleDouble: () => undefined,
  onEnd: () => undefined,
});
const talk = createTalk({ carrier, onGone: async () => undefined, warn: () => undefined });
const sequence = createSequence();
const receiver = createReceiver({
  ...{ ...common, inbox: createInbox(database), sequence, later: createLater(sequence, timer, () => {}) },
  ...{ handle, apologise: async () => {}, onEnd: () => {}, lookEveryMs: 10_000 },
});

async function handle(update: Update): Promise<void> {
  const text = 'message' in update && 'text' in update.message ? answerTo(update.message.text) : undefined;
  if (text === undefined || !('message' in update)) return;
  await talk.say({ id: update.message.chat.id, kind: 'private', threadId: undefined }, { html: text, buttons: [] });
}

async function lead(signal: AbortSignal, term: Term): Promise<void> {
  await outbox.recover();
  // What ticking needs takes a third of the start, and most of those that are killed need not tick again.
  if (ticks === 'tick') await (await import('./tick-once.ts')).tickOnce(database, common, signal);
  const receiving = { ...common, telegram, take: receiver.take };
  await Promise.all([dispatcher.run(signal, term), receiver.run(signal, term), pollUpdates(receiving, signal)]);
}

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
const election = { leases: createLeases(database), owner: 'the sender', now, timer: systemTimer, log: silentLog };
await whileElected(election, stop.signal, lead);
await database.close();
process.exit();
