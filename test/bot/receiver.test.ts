import type { Update } from 'telegraf/types';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { createLater, type Later } from '../../src/bot/later.ts';
import { createReceiver, type Receiver } from '../../src/bot/receiver.ts';
import { createSequence } from '../../src/bot/sequence.ts';
import { SENDER_LEASE, type Term } from '../../src/delivery/leases.ts';
import type { Database } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { createLeases } from '../../src/store/leases.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createFastClock, silentLog } from '../support/fast-clock.ts';

const NOW = Temporal.Instant.from('2026-03-02T03:00:00Z');

const stops: (() => Promise<unknown>)[] = [];

let lastId = 0;
function message(chatId: number, text: string): Update {
  const from = { id: chatId, is_bot: false, first_name: 'Mira' };
  const chat = { id: chatId, type: 'private' as const, first_name: 'Mira' };
  return { update_id: ++lastId, message: { message_id: lastId, date: 1, chat, from, text } };
}
const textOf = (update: Update) => ('message' in update && 'text' in update.message ? update.message.text : '');

let lastElection = NOW;
/** The next term, each after the end of the one before. */
async function elect(database: Database): Promise<Term> {
  lastElection = lastElection.add({ seconds: 10 });
  const answer = await createLeases(database).acquire(SENDER_LEASE, 'this process', 6000, lastElection);
  return { token: answer.kind === 'taken' ? answer.token : 0, isOver: () => false };
}

interface Options {
  readonly handle?: (text: string, later: Later['later']) => Promise<void>;
  readonly term?: Term;
}

/** A receiver at work until the test is over; `handled` are the texts of what was begun, in order. */
async function start(database: Database, { handle = async () => {}, term }: Options = {}) {
  const { timer } = createFastClock('2026-03-02T03:00:00Z', 100);
  const sequence = createSequence();
  const later = createLater(sequence, timer, () => {});
  const handled: string[] = [];
  const sorry: string[] = [];
  const ends: string[] = [];
  const inbox = createInbox(database);
  const begun = Promise.withResolvers<void>();
  const newest = () => inbox.newest().finally(begun.resolve);
  const receiver = createReceiver({
    ...{ inbox: { ...inbox, newest }, sequence, later, timer, now: () => NOW, log: silentLog, lookEveryMs: 1000 },
    handle: async (update) => {
      handled.push(textOf(update));
      await handle(textOf(update), later.later);
    },
    apologise: async (update) => void sorry.push(textOf(update)),
    onEnd: (end) => ends.push(end),
  });
  const stop = new AbortController();
  const running = receiver.run(stop.signal, term ?? (await elect(database)));
  // What comes before the term has begun counts as begun by another.
  await begun.promise;
  const end = async () => {
    stop.abort();
    later.stop();
    await running;
  };
  stops.push(() => end().catch(() => {}));
  return { ...receiver, handled, sorry, ends, running, end };
}

const waiting = async (database: Database) => (await createInbox(database).size()).waiting;
const emptied = (database: Database) => expect.poll(() => waiting(database), { timeout: 10_000, interval: 10 }).toBe(0);

/** Only takes, as a process does that does not lead. */
function takerOn(database: Database): Pick<Receiver, 'take'> {
  const inbox = createInbox(database);
  const { timer } = createFastClock('2026-03-02T03:00:00Z', 100);
  const sequence = createSequence();
  return createReceiver({
    ...{ inbox, sequence, later: createLater(sequence, timer, () => {}), timer, now: () => NOW, log: silentLog },
    ...{ lookEveryMs: 1000, handle: async () => {}, apologise: async () => {}, onEnd: () => {} },
  });
}

onEachDatabase('the receiver', (open) => {
  afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

  it('handles what it takes, in order within a chat and side by side across chats', async () => {
    const database = await open();
    const slow = Promise.withResolvers<void>();
    const receiver = await start(database, { handle: (text) => (text === 'a1' ? slow.promise : Promise.resolve()) });
    await receiver.take([message(1, 'a1'), message(2, 'b1'), message(1, 'a2'), message(2, 'b2')]);
    const ofChat = (letter: string) => receiver.handled.filter((text) => text.startsWith(letter));
    await expect.poll(() => [ofChat('a'), ofChat('b')]).toEqual([['a1'], ['b1', 'b2']]);
    slow.resolve();
    await emptied(database);
    expect(ofChat('a')).toEqual(['a1', 'a2']);
    expect(receiver.ends).toEqual(['handled', 'handled', 'handled', 'handled']);
  });

  it('handles once what comes twice', async () => {
    const database = await open();
    const receiver = await start(database);
    const [first, second] = [message(1, 'first'), message(1, 'second')];
    await receiver.take([first, first]);
    await emptied(database);
    await receiver.take([first, second]);
    await emptied(database);
    expect(receiver.handled).toEqual(['first', 'second']);
  });

  it('handles in its order what other processes took, without being told', async () => {
    const [database, elsewhere] = [await open(), await open()];
    const replicas = [takerOn(database), takerOn(elsewhere)];
    const receiver = await start(await open());
    const texts = Array.from({ length: 12 }, (_, index) => String(index));
    for (const [index, text] of texts.entries()) await replicas[index % 2]?.take([message(1, text)]);
    await emptied(database);
    expect(receiver.handled).toEqual(texts);
  });

  it('handles at the next start what was taken and not handled, in the order in which it came', async () => {
    const database = await open();
    await takerOn(database).take([message(1, 'one'), message(2, 'two'), message(1, 'three')]);
    const receiver = await start(database);
    await emptied(database);
    expect([...receiver.handled].sort()).toEqual(['one', 'three', 'two']);
    expect(receiver.handled.indexOf('one')).toBeLessThan(receiver.handled.indexOf('three'));
  });

  it('runs again what was cut off, and what came after it, once each', async () => {
    const database = await open();
    const never = new Promise<void>(() => {});
    const first = await start(database, { handle: (text) => (text === 'cut' ? never : Promise.resolve()) });
    await first.take([message(1, 'before'), message(1, 'cut'), message(1, 'after')]);
    await expect.poll(() => first.handled).toEqual(['before', 'cut']);
    await first.end();
    const second = await start(database);
    await emptied(database);
    expect(second.handled).toEqual(['cut', 'after']);
  });

  it('tries what fails three times, tells whoever sent it, and goes on with the next', async () => {
    const database = await open();
    const receiver = await start(database, {
      handle: (text) => (text === 'poison' ? Promise.reject(new Error('broken')) : Promise.resolve()),
    });
    await receiver.take([message(1, 'poison'), message(1, 'next'), message(2, 'other')]);
    await emptied(database);
    expect(receiver.handled.filter((text) => text === 'poison')).toHaveLength(3);
    expect(receiver.handled.at(-1)).toBe('next');
    expect(receiver.sorry).toEqual(['poison']);
    expect(receiver.ends.sort()).toEqual(['given-up', 'handled', 'handled']);
  });

  it('gives up what has ended the process six times, without another try', async () => {
    const database = await open();
    for (let time = 1; time <= 6; time++) {
      const killed = await start(database, { handle: () => new Promise(() => {}) });
      if (time === 1) await killed.take([message(1, 'killer'), message(1, 'next')]);
      await expect.poll(() => killed.handled).toEqual(['killer']);
      await killed.end();
    }
    const receiver = await start(database);
    await emptied(database);
    expect(receiver.handled).toEqual(['next']);
    expect(receiver.sorry).toEqual(['killer']);
  });

  it('counts what a handler has put off as part of it: killed before that, it is handled again', async () => {
    const database = await open();
    const done: string[] = [];
    const putOff = async (text: string, later: Later['later']) =>
      later('paste', 1, text === 'short' ? 10 : 1_000_000, async () => void done.push(text));
    const first = await start(database, { handle: putOff });
    await first.take([message(1, 'replaced'), message(1, 'long')]);
    await expect.poll(() => waiting(database)).toBe(1);
    expect(done).toEqual([]);
    await first.end();
    const second = await start(database, { handle: (_, later) => putOff('short', later) });
    await emptied(database);
    expect([second.handled, done]).toEqual([['long'], ['short']]);
  });

  it('does not hold up a chat for what is put off in it', async () => {
    const database = await open();
    const receiver = await start(database, {
      handle: async (text, later) => (text === 'first' ? later('key', 1, 1_000_000, async () => {}) : undefined),
    });
    await receiver.take([message(1, 'first'), message(1, 'second')]);
    await expect.poll(() => waiting(database)).toBe(1);
    expect(receiver.handled).toEqual(['first', 'second']);
  });

  it('holds little of a flood in memory, keeps its order, and lets others through', async () => {
    const database = await open();
    const slow = Promise.withResolvers<void>();
    const receiver = await start(database, { handle: (text) => (text === 'f0' ? slow.promise : Promise.resolve()) });
    const flood = Array.from({ length: 300 }, (_, index) => message(1, `f${index}`));
    await receiver.take(flood);
    await receiver.take([message(2, 'other')]);
    await expect.poll(() => receiver.handled).toEqual(['f0', 'other']);
    slow.resolve();
    await emptied(database);
    expect(receiver.handled.filter((text) => text !== 'other')).toEqual(flood.map(textOf));
  });

  it('works off any number of chats', async () => {
    const database = await open();
    const everyone = Array.from({ length: 700 }, (_, index) => message(index + 1, String(index)));
    await takerOn(database).take(everyone);
    const receiver = await start(database, { handle: () => new Promise((resolve) => setImmediate(resolve)) });
    await emptied(database);
    expect(new Set(receiver.handled).size).toBe(700);
    expect(receiver.handled).toHaveLength(700);
  });

  it('begins nothing once another process leads', async () => {
    const database = await open();
    const term = await elect(database);
    await takerOn(database).take([message(1, 'taken before')]);
    await elect(database);
    const receiver = await start(database, { term: { ...term, isOver: () => true } });
    await receiver.take([message(2, 'taken since')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(receiver.handled).toEqual([]);
    expect(await waiting(database)).toBe(2);
  });

  it('ends where the database fails', async () => {
    const database = await open();
    const receiver = await start(database, { handle: async () => void (await database.kysely.destroy()) });
    await receiver.take([message(1, 'x')]);
    await expect(receiver.running).rejects.toThrow();
  });

  it('says how long nothing has moved while there is something to do', async () => {
    const database = await open();
    const slow = Promise.withResolvers<void>();
    const receiver = await start(database, { handle: () => slow.promise });
    expect(receiver.stuckForMs()).toBe(0);
    await receiver.take([message(1, 'x')]);
    await expect.poll(() => receiver.stuckForMs()).toBeGreaterThan(1000);
    slow.resolve();
    await emptied(database);
    await expect.poll(() => receiver.stuckForMs()).toBe(0);
  });

  it('takes what is nested beyond writing, and what has no shape', async () => {
    const database = await open();
    let nested: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    const receiver = await start(database);
    const hostile = [
      { update_id: ++lastId, message: nested },
      { update_id: ++lastId, thing: null },
    ];
    // What Telegram's types rule out, and its wire does not.
    await receiver.take(hostile as unknown as Update[]);
    await emptied(database);
    expect(receiver.handled).toEqual(['', '']);
  });
});
