/**
 * A dispatcher in a process of its own, for tests that kill it: node dispatch-process.ts DATABASE_URL API_ROOT TOKEN.
 * It sends what the outbox holds until it is killed.
 */
import { Telegraf } from 'telegraf';
import { Temporal } from 'temporal-polyfill';
import { createTelegramMessenger } from '../../src/adapters/telegram/messenger.ts';
import { createDispatcher } from '../../src/delivery/dispatch.ts';
import { createGate } from '../../src/delivery/gate.ts';
import { systemTimer } from '../../src/delivery/timer.ts';
import { createChats } from '../../src/store/chats.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { silentLog } from './fast-clock.ts';

const [databaseUrl = '', apiRoot = '', token = ''] = process.argv.slice(2);
const database = await openDatabase(databaseUrl);
const outbox = createOutbox(database);
await outbox.recover();
const dispatcher = createDispatcher({
  outbox,
  chats: createChats(database),
  messenger: createTelegramMessenger(new Telegraf(token, { telegram: { apiRoot } }).telegram, { paidBroadcast: true }),
  gate: createGate({ messagesPerSecond: 100, timer: systemTimer }),
  now: () => Temporal.Now.instant(),
  timer: systemTimer,
  random: Math.random,
  log: silentLog,
});
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
await dispatcher.run(stop.signal);
await database.close();
