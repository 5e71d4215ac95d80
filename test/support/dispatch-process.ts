/**
 * A dispatcher in a process of its own, for tests that kill it: node dispatch-process.ts DATABASE_URL API_ROOT TOKEN.
 * It sends what the outbox holds until it is killed.
 */
import { Temporal } from 'temporal-polyfill';
import { createTelegramMessenger } from '../../src/adapters/telegram/messenger.ts';
import { createCarrier } from '../../src/delivery/carrier.ts';
import { createDispatcher } from '../../src/delivery/dispatch.ts';
import { createGate } from '../../src/delivery/gate.ts';
import { createOutageWatch } from '../../src/delivery/outage-watch.ts';
import { systemTimer } from '../../src/delivery/timer.ts';
import { createChats } from '../../src/store/chats.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { silentLog } from './fast-clock.ts';
import { beginTerm } from './term.ts';

const [databaseUrl = '', apiRoot = '', token = ''] = process.argv.slice(2);
const MESSAGES_PER_SECOND = 100;
const now = () => Temporal.Now.instant();
const common = { now, timer: systemTimer, random: Math.random, log: silentLog };
const database = await openDatabase(databaseUrl);
const outbox = createOutbox(database);
const term = await beginTerm(database);
await outbox.recover();
const messenger = createTelegramMessenger({ token, apiRoot, paidBroadcast: true });
const gate = createGate({ messagesPerSecond: MESSAGES_PER_SECOND, timer: systemTimer });
const outages = createOutageWatch({ ...common, messenger });
const dispatcher = createDispatcher({
  ...common,
  outbox,
  chats: createChats(database),
  carrier: createCarrier({ messenger, gate, outages, log: silentLog }),
  gate,
  outages,
  messagesPerSecond: MESSAGES_PER_SECOND,
  onPossibleDouble: () => undefined,
});
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
await dispatcher.run(stop.signal, term);
await database.close();
