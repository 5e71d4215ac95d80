import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Outbox } from '../../src/delivery/outbox.ts';
import { pushBreaking } from '../../src/delivery/push.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { createPushes } from '../../src/store/pushes.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { beginTerm } from '../support/term.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');

/** A newsroom with three followers of Kazakhstan, each in a language of his own, and one chat that follows nothing. */
async function aNewsroom(database: Database) {
  const [articles, chats, outbox, pushes] = [
    createArticles(database),
    createChats(database),
    createOutbox(database),
    createPushes(database),
  ];
  for (const [id, language] of [
    [1, 'en'],
    [2, 'ru'],
    [3, 'kk'],
    [4, 'en'],
  ] as const) {
    const settings = { kind: 'private', title: '', timeZone: 'UTC', schedule: undefined, newsSince: NOW } as const;
    await chats.enrol({ id, language, ...settings });
    if (id !== 4) await chats.subscribe(id, ['KZ']);
  }
  const { id } = await articles.file(anArticle({ countries: ['KZ'] }));
  const log = createMemoryLog();
  return {
    articles,
    pushes,
    id,
    log,
    publish: (action: 'published' | 'breaking', articleId = id) => articles.publish(articleId, 1, NOW, action),
    run: (send: Outbox['send'] = outbox.send, signal = new AbortController().signal) =>
      pushBreaking(
        {
          ...{ articles, chats, pushes, log },
          outbox: { send },
          now: () => NOW,
          composeBreaking: (article, { language }) => ({
            key: `breaking ${article.id} ${language}`,
            kind: 'breaking',
            parts: [{ message: { html: article.headline, buttons: [] }, articleIds: [article.id] }],
          }),
        },
        signal,
      ),
    send: outbox.send,
    async written() {
      const { token } = await beginTerm(database);
      const leased = await outbox.lease(100, NOW.add({ minutes: 1 }), NOW, token);
      return leased.map(({ chatId }) => chatId).sort();
    },
  };
}

onEachDatabase('breaking news', (open) => {
  it('goes to everyone who follows one of its countries, once', async () => {
    const desk = await aNewsroom(await open());
    await desk.publish('breaking');
    expect(await desk.run()).toBe(3);
    expect(await desk.run()).toBe(0);
    expect(await desk.written()).toEqual([1, 2, 3]);
  });

  it('passes over who wants none, and makes no sound in quiet hours', async () => {
    const database = await open();
    const desk = await aNewsroom(database);
    const chats = createChats(database);
    await chats.change(1, { quietHours: { from: '07:00', until: '09:00' } });
    await chats.change(2, { breaking: false });
    await chats.change(3, { quietHours: { from: '09:00', until: '07:00' } });
    expect(await chats.countFollowing(['KZ'])).toBe(2);
    await desk.publish('breaking');
    expect(await desk.run()).toBe(2);
    const { token } = await beginTerm(database);
    const leased = await createOutbox(database).lease(100, NOW.add({ minutes: 1 }), NOW, token);
    expect(new Map(leased.map(({ chatId, silent }) => [chatId, silent]))).toEqual(
      new Map([
        [1, true],
        [3, false],
      ]),
    );
  });

  it('goes to nobody at once where it is only published', async () => {
    const desk = await aNewsroom(await open());
    await desk.publish('published');
    expect(await desk.run()).toBe(0);
    expect(await desk.pushes.open()).toEqual([]);
  });

  it('goes to the rest after it was cut off, and to nobody twice', async () => {
    const desk = await aNewsroom(await open());
    await desk.publish('breaking');
    let sent = 0;
    await desk.run((...args) => {
      if (sent++ > 0) throw new Error('the process dies');
      return desk.send(...args);
    });
    expect(await desk.run()).toBe(2);
    expect(await desk.written()).toEqual([1, 2, 3]);
    expect(await desk.pushes.open()).toEqual([]);
  });

  it('holds up no other where it fails, and is tried again', async () => {
    const desk = await aNewsroom(await open());
    const { id: other } = await desk.articles.file(anArticle({ headline: 'The dam holds', countries: ['KZ'] }));
    await desk.publish('breaking');
    await desk.publish('breaking', other);
    const failing: Outbox['send'] = (edition, ...rest) => {
      if (edition.key.startsWith(`breaking ${desk.id} `)) throw new Error('no room');
      return desk.send(edition, ...rest);
    };
    expect(await desk.run(failing)).toBe(3);
    expect(desk.log.lines).toEqual([`breaking news could not be pushed: ${desk.id} Error: no room`]);
    expect(await desk.pushes.open()).toEqual([{ articleId: desk.id, afterChat: undefined }]);
  });

  it('stops between two pages when the process does', async () => {
    const desk = await aNewsroom(await open());
    const { id: other } = await desk.articles.file(anArticle({ headline: 'The dam holds', countries: ['KZ'] }));
    await desk.publish('breaking');
    await desk.publish('breaking', other);
    const stop = new AbortController();
    const stopping: Outbox['send'] = (...args) => {
      stop.abort();
      return desk.send(...args);
    };
    expect(await desk.run(stopping, stop.signal)).toBe(3);
    expect((await desk.pushes.open()).map(({ articleId }) => articleId)).toEqual([other]);
  });

  it('goes on behind the chat that it had come to', async () => {
    const desk = await aNewsroom(await open());
    await desk.publish('breaking');
    await desk.pushes.advance(desk.id, 2);
    await desk.run();
    expect(await desk.written()).toEqual([3]);
  });
});
