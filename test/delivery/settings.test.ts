import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Chat, USUAL_SETTINGS } from '../../src/delivery/chat.ts';
import { EVERY_DAY } from '../../src/delivery/schedule.ts';
import { changeSettings, enrol, markGone, planNext } from '../../src/delivery/settings.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { anArticle } from '../support/articles.ts';

const at = (text: string) => Temporal.Instant.from(text);
/** Half past one in Almaty, on a Monday. */
const NOW = at('2026-03-02T08:30:00Z');
const TOMORROW_AT_EIGHT = at('2026-03-03T03:00:00Z');

function aChat(overrides: Partial<Chat> = {}): Chat {
  return {
    id: 42,
    kind: 'private',
    title: 'Mira',
    language: 'en',
    timeZone: 'Asia/Almaty',
    schedule: { times: ['08:00'], days: EVERY_DAY },
    state: 'active',
    pausedUntil: undefined,
    topics: [],
    nextDueAt: undefined,
    briefedTo: 0,
    lastDueAt: undefined,
    lastSkipped: undefined,
    ...USUAL_SETTINGS,
    threadId: undefined,
    ...overrides,
  };
}

async function openStores() {
  const database = await openDatabase('sqlite::memory:');
  onTestFinished(() => database.close());
  return { articles: createArticles(database), chats: createChats(database), outbox: createOutbox(database) };
}

describe('the next briefing', () => {
  it('is the next time of the schedule in the zone of the chat', () => {
    expect(planNext(aChat(), NOW)).toEqual(TOMORROW_AT_EIGHT);
    expect(planNext(aChat({ timeZone: 'America/New_York' }), NOW)).toEqual(at('2026-03-02T13:00:00Z'));
  });

  it('is none while briefings are off, paused, ended or cannot arrive', () => {
    expect(planNext(aChat({ schedule: undefined }), NOW)).toBeUndefined();
    for (const state of ['paused', 'stopped', 'gone'] as const) expect(planNext(aChat({ state }), NOW)).toBeUndefined();
  });
});

describe('a chat that writes for the first time', () => {
  it('is stored with its next briefing', async () => {
    const { chats } = await openStores();
    expect(await enrol(chats, aChat(), NOW)).toMatchObject({ state: 'active', nextDueAt: TOMORROW_AT_EIGHT });
    expect((await chats.find(42))?.nextDueAt).toEqual(TOMORROW_AT_EIGHT);
  });

  it('is owed the news of the last day, and none before', async () => {
    const { articles, chats } = await openStores();
    for (const hours of [25, 23]) {
      const { id } = await articles.file(anArticle());
      await articles.publish(id, 1, NOW.subtract({ hours }), 'published');
    }
    expect((await enrol(chats, aChat(), NOW)).briefedTo).toBe(1);
  });

  it('keeps its settings when it writes again', async () => {
    const { chats } = await openStores();
    await enrol(chats, aChat(), NOW);
    const later = NOW.add({ hours: 1 });
    const again = await enrol(chats, aChat({ timeZone: 'UTC', schedule: undefined }), later);
    expect(again).toMatchObject({ timeZone: 'Asia/Almaty', nextDueAt: TOMORROW_AT_EIGHT });
  });

  it('has no next briefing where it is stored as paused', async () => {
    const { chats } = await openStores();
    const chat = await enrol(chats, aChat(), NOW);
    await changeSettings(chats, chat, { state: 'paused' }, NOW);
    expect((await enrol(chats, aChat(), NOW)).nextDueAt).toBeUndefined();
  });
});

describe('a change of settings', () => {
  it('moves the next briefing with the schedule and the zone', async () => {
    const { chats } = await openStores();
    const chat = await enrol(chats, aChat(), NOW);
    const evening = await changeSettings(chats, chat, { schedule: { times: ['18:30'], days: EVERY_DAY } }, NOW);
    expect(evening.nextDueAt).toEqual(at('2026-03-02T13:30:00Z'));
    const moved = await changeSettings(chats, evening, { timeZone: 'UTC' }, NOW);
    expect(moved).toMatchObject({ nextDueAt: at('2026-03-02T18:30:00Z'), schedule: { times: ['18:30'] } });
  });

  it('ends the briefings and begins them again', async () => {
    const { chats } = await openStores();
    const chat = await enrol(chats, aChat(), NOW);
    const stopped = await changeSettings(chats, chat, { state: 'stopped' }, NOW);
    expect(stopped.nextDueAt).toBeUndefined();
    expect((await changeSettings(chats, stopped, { state: 'active' }, NOW)).nextDueAt).toEqual(TOMORROW_AT_EIGHT);
    expect((await changeSettings(chats, chat, { schedule: undefined }, NOW)).nextDueAt).toBeUndefined();
  });

  it('loses no briefing that fell due and that the tick has not come to yet', async () => {
    const { chats } = await openStores();
    const chat = await enrol(chats, aChat(), NOW);
    const due = TOMORROW_AT_EIGHT;
    for (const now of [due, due.add({ seconds: 20 })]) {
      expect((await changeSettings(chats, chat, { language: 'kk' }, now)).nextDueAt).toEqual(due);
      expect((await changeSettings(chats, chat, { timeZone: 'UTC' }, now)).nextDueAt).toEqual(due);
    }
    expect((await changeSettings(chats, chat, { state: 'stopped' }, due)).nextDueAt).toBeUndefined();
  });
});

describe('a chat that is gone', () => {
  it('gets nothing from now on, and keeps its settings', async () => {
    const { chats, outbox } = await openStores();
    const skipped: unknown[] = [];
    await enrol(chats, aChat(), NOW);
    await chats.subscribe(42, ['KZ']);
    const skipChat = async (id: number, reason: string) => {
      skipped.push([id, reason]);
      return outbox.skipChat(id, reason);
    };
    await markGone({ chats, outbox: { skipChat }, now: () => NOW }, 42, 'blocked');
    expect(await chats.find(42)).toMatchObject({ state: 'gone', nextDueAt: undefined, topics: ['KZ'] });
    expect(skipped).toEqual([[42, 'blocked']]);
    expect(await chats.duePage(NOW.add({ hours: 48 }), undefined, 10)).toBeUndefined();
  });

  it('is no matter where it was never stored', async () => {
    const { chats, outbox } = await openStores();
    await markGone({ chats, outbox, now: () => NOW }, 43, 'blocked');
    expect(await chats.find(43)).toBeUndefined();
  });
});
