import { afterEach, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/delivery/messenger.ts';
import { onEachDatabase } from '../support/databases.ts';
import {
  anEdition,
  closeDesks,
  numbers,
  openTelegram,
  scripted,
  secondsBetween,
  sent,
  sentTo,
  startDispatcher,
  until,
} from '../support/dispatch-desk.ts';
import { textOf } from '../support/telegram.ts';
import { beginTerm } from '../support/term.ts';

onEachDatabase('the dispatcher', (open) => {
  afterEach(closeDesks);

  it('delivers what is queued to a Bot API server, parts in order, with each message its own id', async () => {
    const { telegram, toTelegram } = await openTelegram();
    const desk = startDispatcher(await open(), toTelegram);
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

  it('lets no chat with much to get take the place of others', async () => {
    const { calls, createMessenger } = scripted(sent);
    const desk = startDispatcher(await open(), createMessenger, 10);
    for (const number of numbers(1, 40)) await desk.queue(anEdition(`News ${number}`, 1, 'breaking'), 1);
    await desk.queue(anEdition('Monday'), ...numbers(2, 60));
    desk.start();
    await until(() => new Set(calls.map(({ outgoing }) => outgoing.chatId)).size === 60);
    expect(secondsBetween(calls[0], calls.at(-1))).toBeLessThan(15);
    const own = calls.filter(({ outgoing }) => outgoing.chatId === 1);
    own.slice(1).forEach((call, place) => {
      expect(secondsBetween(own[place], call)).toBeGreaterThanOrEqual(1);
    });
  });

  it('begins nothing once its term is over', async () => {
    const { calls, createMessenger } = scripted(sent);
    const desk = startDispatcher(await open(), createMessenger);
    await desk.queue(anEdition('Monday'), 1, 2, 3);
    desk.start({ isOver: () => true });
    const notes = async () => new Set((await desk.states()).map(([, , , error]) => error));
    await expect.poll(notes).toEqual(new Set(['not begun: the sending was paused or ended']));
    await desk.stop();
    expect(calls).toEqual([]);
    expect((await desk.states()).filter(([, , state]) => state === 'pending' || state === 'leased')).toHaveLength(3);
  });

  it('sends nothing that another has taken over', async () => {
    const database = await open();
    const { calls, createMessenger } = scripted(sent);
    const desk = startDispatcher(database, createMessenger, 5);
    await desk.queue(anEdition('Monday'), ...numbers(1, 60));
    desk.start();
    await until(() => calls.length >= 10);
    await beginTerm(database);
    const marked = (await desk.states()).filter(([, , state]) => state === 'sending' || state === 'sent').length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls.length).toBeLessThanOrEqual(marked);
    expect((await desk.states()).some(([, , state]) => state === 'leased')).toBe(true);
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
