import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { type Chat, USUAL_SETTINGS } from '../../src/delivery/chat.ts';
import type { NewChat } from '../../src/delivery/chats.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const EARLIER = NOW.subtract({ minutes: 5 });
const LATER = NOW.add({ hours: 1 });

function aChat(overrides: Partial<NewChat> = {}): NewChat {
  return {
    id: 42,
    kind: 'private',
    title: 'Aruzhan',
    language: 'ru',
    timeZone: 'Asia/Almaty',
    schedule: { times: ['08:00', '18:30'], days: [1, 2, 3, 4, 5] },
    newsSince: NOW,
    ...overrides,
  };
}

onEachDatabase('chats', (open) => {
  it('keeps a new chat as it came', async () => {
    const { newsSince: _, ...chat } = aChat();
    expect(await createChats(await open()).enrol(aChat())).toEqual({
      ...chat,
      state: 'active',
      pausedUntil: undefined,
      topics: [],
      nextDueAt: undefined,
      briefedTo: 0,
      lastDueAt: undefined,
      lastSkipped: undefined,
      ...USUAL_SETTINGS,
      threadId: undefined,
    } satisfies Chat);
  });

  it('owes a new chat the articles that were released since it wants news, and none before', async () => {
    const database = await open();
    const articles = createArticles(database);
    for (const releasedAt of [EARLIER, NOW, LATER]) {
      const { id } = await articles.file(anArticle());
      await articles.publish(id, 1, releasedAt, 'published');
    }
    expect((await createChats(database).enrol(aChat({ newsSince: NOW }))).briefedTo).toBe(1);
  });

  it('keeps topics in the order in which they were chosen', async () => {
    const chats = createChats(await open());
    await chats.enrol(aChat());
    await chats.subscribe(42, ['UZ', 'KZ']);
    await chats.subscribe(42, ['BY', 'KZ']);
    expect((await chats.find(42))?.topics).toEqual(['UZ', 'KZ', 'BY']);
  });

  it('leaves a chat that is known as it is', async () => {
    const chats = createChats(await open());
    await chats.enrol(aChat());
    await chats.change(42, { language: 'kk' });
    expect((await chats.enrol(aChat({ title: 'Somebody else' }))).language).toBe('kk');
    expect((await chats.find(42))?.title).toBe('Aruzhan');
  });

  it('changes only what it is told to, and clears what it is told to clear', async () => {
    const chats = createChats(await open());
    await chats.enrol(aChat());
    await chats.change(42, { nextDueAt: LATER, threadId: 7 });
    const changed = await chats.change(42, { schedule: undefined, state: 'paused', pausedUntil: LATER });
    expect(changed).toMatchObject({ state: 'paused', threadId: 7, timeZone: 'Asia/Almaty' });
    expect(changed?.schedule).toBeUndefined();
    expect(changed?.pausedUntil?.equals(LATER)).toBe(true);
    expect((await chats.change(42, { nextDueAt: undefined }))?.nextDueAt).toBeUndefined();
    expect(await chats.change(42, {})).toMatchObject({ state: 'paused' });
  });

  it('says so when a chat that nobody enrolled is changed', async () => {
    const chats = createChats(await open());
    expect(await chats.change(5, { language: 'en' })).toBeUndefined();
    expect(await chats.find(5)).toBeUndefined();
  });

  it('tells which topics were new and which were there', async () => {
    const chats = createChats(await open());
    await chats.enrol(aChat());
    expect(await chats.subscribe(42, ['KZ', 'BY', 'KZ'])).toEqual(['KZ', 'BY']);
    expect(await chats.subscribe(42, ['UZ', 'KZ'])).toEqual(['UZ']);
    expect(await chats.unsubscribe(42, ['BY', 'DE'])).toEqual(['BY']);
    expect(await chats.subscribe(42, [])).toEqual([]);
    expect((await chats.find(42))?.topics).toEqual(['KZ', 'UZ']);
  });

  it('ends a pause that has run out, and lets be what was decided meanwhile', async () => {
    const chats = createChats(await open());
    const decided = {
      1: { state: 'paused', pausedUntil: EARLIER },
      2: { state: 'paused', pausedUntil: LATER },
      3: { state: 'stopped' },
    } as const;
    for (const [id, changes] of Object.entries(decided)) {
      await chats.enrol(aChat({ id: Number(id) }));
      await chats.change(Number(id), changes);
      await chats.endPause(Number(id), LATER, NOW);
    }
    expect(await chats.find(1)).toMatchObject({ state: 'active', pausedUntil: undefined });
    expect((await chats.find(1))?.nextDueAt?.equals(LATER)).toBe(true);
    expect(await chats.find(2)).toMatchObject({ state: 'paused', nextDueAt: undefined });
    expect(await chats.find(3)).toMatchObject({ state: 'stopped', nextDueAt: undefined });
  });

  it('pages through the active followers of any of some topics, each once', async () => {
    const chats = createChats(await open());
    for (const id of [-100, 1, 2, 3]) {
      await chats.enrol(aChat({ id }));
      await chats.subscribe(id, ['KZ', 'BY']);
    }
    await chats.enrol(aChat({ id: 4 }));
    await chats.change(2, { state: 'gone' });
    expect((await chats.following(['BY', 'KZ'], undefined, 2)).map(({ id }) => id)).toEqual([-100, 1]);
    expect((await chats.following(['BY', 'KZ'], 1, 2)).map(({ id }) => id)).toEqual([3]);
    expect(await chats.following(['DE'], undefined, 2)).toEqual([]);
  });

  it('loses no article and shows none twice when a group moves into a supergroup that is known already', async () => {
    const database = await open();
    const chats = createChats(database);
    const briefed = async (id: number, columns: { briefed_to: number; last_due_at?: number }) => {
      await chats.enrol(aChat({ id, kind: 'group' }));
      await database.kysely.updateTable('chats').set(columns).where('id', '=', id).execute();
    };
    await briefed(-1, { briefed_to: 5 });
    await briefed(-100, { briefed_to: 8 });
    await chats.migrate(-1, -100);
    expect((await chats.find(-100))?.briefedTo).toBe(5);
    await briefed(-2, { briefed_to: 5 });
    await briefed(-200, { briefed_to: 8, last_due_at: 1 });
    await chats.migrate(-2, -200);
    expect((await chats.find(-200))?.briefedTo).toBe(8);
  });
});
