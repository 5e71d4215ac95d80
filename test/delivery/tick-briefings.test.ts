import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { ComposeEdition } from '../../src/delivery/composing.ts';
import { EVERY_DAY } from '../../src/delivery/schedule.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createDesk, MONDAY } from '../support/tick-desk.ts';

const at = (text: string) => Temporal.Instant.from(text);
const AN_HOUR = { hours: 1 };
const A_DAY = { hours: 24 };

onEachDatabase('a briefing after the program was down', (open) => {
  it('is one, and covers the whole gap', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    for (const day of [0, 1, 2, 3]) {
      desk.setClock(MONDAY.add({ hours: 24 * day + 1 }));
      await desk.publish(`Day ${day}`, 'KZ');
    }
    expect(await desk.tickAt(MONDAY.add({ hours: 100 }))).toMatchObject({ due: 1, deliveries: 1 });
    expect(await desk.sent()).toEqual([[1, 'KZ: Day 3; Day 2; Day 1; Day 0', true]]);
    expect((await desk.chats.find(1))?.nextDueAt).toEqual(MONDAY.add({ hours: 120 }));
    expect(await desk.tickAt(MONDAY.add({ hours: 101 }))).toMatchObject({ due: 0 });
  });

  it('is none where nothing was published and it is more than a day late, also for who asks for notes', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.chats.change(1, { quietNotes: true });
    expect(await desk.tickAt(MONDAY.add({ hours: 24, minutes: 1 }))).toMatchObject({
      due: 1,
      skipped: 1,
      deliveries: 0,
    });
    expect(await desk.chats.find(1)).toMatchObject({
      lastSkipped: 'nothing-new',
      nextDueAt: MONDAY.add({ hours: 48 }),
    });
  });
});

onEachDatabase('a briefing', (open) => {
  it('is silent but where the chat wants a sound, and one edition for those alike in how it is told', async () => {
    const desk = createDesk(await open());
    for (const id of [1, 2, 3]) await desk.enrol(id, ['KZ']);
    await desk.chats.change(2, { sound: true });
    await desk.chats.change(3, { length: 'headlines' });
    await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    const sent = await desk.sent();
    expect(sent.map(([chat, , silent]) => [chat, silent])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });
});

onEachDatabase('a day with nothing new', (open) => {
  it('says so to who asked for it, once for all alike, and to nobody else', async () => {
    const desk = createDesk(await open());
    for (const id of [1, 2, 3, 4]) await desk.enrol(id, ['KZ']);
    await desk.enrol(5, []);
    for (const id of [1, 2, 5]) await desk.chats.change(id, { quietNotes: true });
    await desk.publish('Lake Ilmar is shared', 'KZ');
    await desk.tickAt(MONDAY);
    await desk.sent();
    expect(await desk.tickAt(MONDAY.add(A_DAY))).toMatchObject({ due: 5, skipped: 5, deliveries: 2 });
    const note = 'en: nothing on KZ since 2026-03-01T12:00:00Z';
    expect(await desk.sent()).toEqual([
      [1, note, true],
      [2, note, true],
    ]);
    expect((await desk.chats.find(1))?.lastSkipped).toBe('nothing-new');
  });

  it('says another day again, and that the desk is late where such a silence is unusual', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.chats.change(1, { quietNotes: true });
    for (const hours of [5, 4, 3, 2, 1]) {
      desk.setClock(MONDAY.subtract({ hours }));
      await desk.publish(`At ${hours}`, 'KZ');
    }
    await desk.tickAt(MONDAY);
    await desk.sent();
    const newest = MONDAY.subtract(AN_HOUR);
    await desk.tickAt(MONDAY.add(A_DAY));
    expect(await desk.sent()).toEqual([[1, `en: nothing on KZ since ${newest}, late`, true]]);
    await desk.tickAt(MONDAY.add({ hours: 48 }));
    expect(await desk.sent()).toEqual([[1, `en: nothing on KZ since ${newest}, late`, true]]);
  });
});

onEachDatabase('a night on which the clocks are changed', (open) => {
  async function nightIn(timeZone: string, time: string, from: string) {
    const desk = createDesk(await open());
    desk.setClock(at(from).subtract(AN_HOUR));
    await desk.enrol(1, ['KZ'], { timeZone, schedule: { times: [time], days: EVERY_DAY } });
    await desk.chats.change(1, { nextDueAt: desk.planned(timeZone, time, at(from)) });
    const came: string[] = [];
    await desk.publish('Before the night', 'KZ');
    for (
      let now = at(from);
      came.length < 3 && now.since(at(from)).total('hours') < 60;
      now = now.add({ minutes: 30 })
    ) {
      if ((await desk.tickAt(now)).deliveries === 0) continue;
      came.push(now.toString());
      await desk.publish(`After ${now}`, 'KZ');
    }
    return came;
  }

  it('brings one briefing at the end of the gap', async () => {
    expect(await nightIn('Europe/Berlin', '02:30', '2026-03-28T20:00:00Z')).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
      '2026-03-31T00:30:00Z',
    ]);
  });

  it('brings one briefing at the first of two such hours', async () => {
    expect(await nightIn('Europe/Berlin', '02:30', '2026-10-24T20:00:00Z')).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
      '2026-10-27T01:30:00Z',
    ]);
  });
});

onEachDatabase('editions of many parts', (open) => {
  it('are written in smaller pages, and to everybody', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrolAlike(1, 1300);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    const inSeven: ComposeEdition = () =>
      Array.from({ length: 7 }, (_, part) => ({ message: { html: `${part}`, buttons: [] }, articleIds: [] }));
    const rows: number[] = [];
    const outbox: typeof desk.outbox = {
      ...desk.outbox,
      async commitDue(...args) {
        const written = await desk.outbox.commitDue(...args);
        rows.push(written.deliveries);
        return written;
      },
    };
    expect(await desk.tickAt(MONDAY, { composeEdition: inSeven, outbox })).toMatchObject({
      due: 1300,
      deliveries: 9100,
    });
    expect(Math.max(...rows)).toBeLessThanOrEqual(5000);
    expect(desk.composed).toEqual([]);
  });
});
