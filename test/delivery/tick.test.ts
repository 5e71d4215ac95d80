import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { EVERY_DAY } from '../../src/delivery/schedule.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createDesk, MONDAY } from '../support/tick-desk.ts';

const at = (text: string) => Temporal.Instant.from(text);

onEachDatabase('the tick', (open) => {
  it('writes a due chat its briefing, silent, once, and stores when it is due next', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    expect((await desk.tickAt(MONDAY.subtract({ seconds: 1 }))).due).toBe(0);
    expect(await desk.tickAt(MONDAY)).toEqual({
      ...{ published: 0, pushed: 0, resumed: 0, due: 1, skipped: 0, deliveries: 1, cleared: 0, failed: 0 },
    });
    expect(await desk.tickAt(MONDAY.add({ seconds: 20 }))).toMatchObject({ due: 0, deliveries: 0 });
    expect(await desk.sent()).toEqual([[1, 'KZ: Lake Ilmar is shared', true]]);
    expect(String((await desk.chats.find(1))?.nextDueAt)).toBe('2026-03-03T03:00:00Z');
  });

  it('shows no article in two briefings, and skips a chat that has nothing new or no topics, saying why', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrol(2, []);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    await desk.sent();
    await desk.publish('A bridge in Ostreva opens', 'UZ');
    expect(await desk.tickAt(MONDAY.add({ hours: 24 }))).toMatchObject({ due: 2, skipped: 2, deliveries: 0 });
    expect((await desk.chats.find(1))?.lastSkipped).toBe('nothing-new');
    expect((await desk.chats.find(2))?.lastSkipped).toBe('no-topics');
    expect(String((await desk.chats.find(1))?.nextDueAt)).toBe('2026-03-04T03:00:00Z');

    await desk.publish('The council meets again', 'KZ');
    await desk.tickAt(MONDAY.add({ hours: 48 }));
    expect(await desk.sent()).toEqual([[1, 'KZ: The council meets again', true]]);
    expect((await desk.chats.find(1))?.lastSkipped).toBeUndefined();
  });

  it('gives one briefing for all that was missed after days of silence', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ', 'UZ']);
    await desk.publish('First', 'KZ');
    await desk.publish('Second', 'UZ');
    await desk.publish('Third', 'KZ');
    expect(await desk.tickAt(at('2026-03-06T09:17:00Z'))).toMatchObject({ due: 1, deliveries: 2 });
    expect((await desk.chats.find(1))?.nextDueAt?.toString()).toBe('2026-03-07T03:00:00Z');
    expect((await desk.sent()).map(([, text]) => text)).toEqual(['KZ: Third; First']);
    expect((await desk.sent()).map(([, text]) => text)).toEqual(['UZ: Second']);
  });

  it('composes once for all chats that ask for the same, in whatever order they chose it', async () => {
    const desk = createDesk(await open());
    for (let id = 1; id <= 5; id++) await desk.enrol(id, id % 2 === 0 ? ['KZ', 'BY'] : ['BY', 'KZ']);
    await desk.enrol(6, ['KZ', 'BY'], { language: 'ru' });
    await desk.enrol(7, ['KZ', 'BY'], { timeZone: 'Asia/Tashkent' });
    await desk.publish('Lake Ilmar is shared', 'KZ', 'BY');
    expect(await desk.tickAt(MONDAY)).toMatchObject({ due: 7, deliveries: 7 });
    expect(desk.composed.sort()).toEqual(['en Asia/Almaty', 'en Asia/Tashkent', 'ru Asia/Almaty']);
    expect((await desk.sent()).map(([chat]) => chat).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('tells a corrected article in its new words to the chats that come later', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrol(2, ['KZ'], { schedule: { times: ['09:00'], days: EVERY_DAY } });
    await desk.chats.change(2, { nextDueAt: MONDAY.add({ hours: 1 }) });
    const id = await desk.publish('Seventy for, eleven against', 'KZ');
    await desk.tickAt(MONDAY);
    await desk.articles.change(id, { headline: 'Seventy-one for, eleven against' }, 1, MONDAY);
    await desk.tickAt(MONDAY.add({ hours: 1 }));
    expect((await desk.sent()).map(([chat, text]) => [chat, text])).toEqual([
      [1, 'KZ: Seventy for, eleven against'],
      [2, 'KZ: Seventy-one for, eleven against'],
    ]);
  });

  it('publishes embargoed articles when their time has come, in time for the briefing of that minute', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    const { id } = await desk.articles.file(anArticle({ headline: 'The budget', countries: ['KZ'] }));
    await desk.articles.embargo(id, MONDAY, 1, MONDAY.subtract({ hours: 3 }));
    expect(await desk.tickAt(MONDAY.subtract({ minutes: 1 }))).toMatchObject({ published: 0 });
    expect(await desk.tickAt(MONDAY)).toMatchObject({ published: 1, deliveries: 1 });
    expect(await desk.sent()).toEqual([[1, 'KZ: The budget', true]]);
    expect(await desk.tickAt(MONDAY.add({ minutes: 1 }))).toMatchObject({ published: 0 });
  });

  it('lets a paused chat go on when its pause is over, from the first due time after it', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    const until = MONDAY.add({ hours: 30 });
    await desk.chats.change(1, { state: 'paused', pausedUntil: until, nextDueAt: undefined });
    expect(await desk.tickAt(until.subtract({ minutes: 1 }))).toMatchObject({ due: 0, resumed: 0 });
    expect(await desk.tickAt(until)).toMatchObject({ due: 0, resumed: 1 });
    expect(await desk.chats.find(1)).toMatchObject({ state: 'active', pausedUntil: undefined });
    expect(String((await desk.chats.find(1))?.nextDueAt)).toBe('2026-03-04T03:00:00Z');
    expect(await desk.tickAt(at('2026-03-04T03:00:00Z'))).toMatchObject({ due: 1, deliveries: 1 });
  });

  it('decides more chats than fit one page', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrolAlike(1, 1003);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    expect(await desk.tickAt(MONDAY)).toMatchObject({ due: 1003, deliveries: 1003 });
    expect(desk.composed).toHaveLength(1);
  });
});
