import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Chat } from '../../src/delivery/chat.ts';
import { changeSettings } from '../../src/delivery/settings.ts';
import { openDatabase } from '../../src/store/database.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createDesk, MONDAY } from '../support/tick-desk.ts';

/** What somebody or the clock does next, and how many milliseconds later than what came before. */
const steps = fc.array(
  fc.record({
    does: fc.constantFrom('asks', 'is served', 'ticks' as const),
    laterMs: fc.constantFrom(0, 1, 700, 20_000),
  }),
  { maxLength: 12 },
);

describe('a change of settings that does not touch the hour', () => {
  it('never brings a briefing twice, nor loses it, wherever ticks fall between asking and changing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const database = await openDatabase('sqlite::memory:');
        onTestFinished(() => database.close());
        const desk = createDesk(database);
        await desk.enrol(1, ['KZ']);
        await desk.publish('Lake Ilmar is shared', 'KZ');
        let now = MONDAY.subtract({ seconds: 1 });
        const asked: { chat: Chat; at: typeof now }[] = [];
        for (const { does, laterMs } of all) {
          now = now.add({ milliseconds: laterMs });
          desk.setClock(now);
          const chat = await desk.chats.find(1);
          if (does === 'asks' && chat !== undefined) asked.push({ chat, at: now });
          if (does === 'is served') {
            const request = asked.shift();
            if (request === undefined) continue;
            await changeSettings(desk.chats, request.chat, { quietNotes: !request.chat.quietNotes }, request.at);
          }
          if (does === 'ticks') {
            await desk.tickAt(now);
            await desk.publish(`What came by ${now}`, 'KZ');
          }
        }
        await desk.tickAt(MONDAY.add({ minutes: 10 }));
        const sent = await database.kysely.selectFrom('deliveries').select('chat_id').execute();
        expect(sent).toHaveLength(1);
        expect((await desk.chats.find(1))?.nextDueAt).toEqual(MONDAY.add({ hours: 24 }));
      }),
      { numRuns: 60 },
    );
  });
});

onEachDatabase('a change of settings', (open) => {
  it('is made on what another change has left, and not on what was seen before it', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    const seen = await desk.chats.find(1);
    if (seen === undefined) throw new Error('the chat is not there');
    const now = MONDAY.subtract({ hours: 1 });
    await changeSettings(desk.chats, seen, { schedule: { times: ['08:00'], days: [1] } }, now);
    expect((await desk.chats.find(1))?.nextDueAt).toEqual(seen.nextDueAt);
    const changed = await changeSettings(desk.chats, seen, { timeZone: 'Pacific/Kiritimati' }, now);
    expect(changed).toMatchObject({ timeZone: 'Pacific/Kiritimati', schedule: { days: [1] } });
    expect(changed.nextDueAt?.toString()).toBe('2026-03-08T18:00:00Z');
  });

  it('of a chat that was forgotten meanwhile changes nothing', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    const seen = await desk.chats.find(1);
    if (seen === undefined) throw new Error('the chat is not there');
    await desk.chats.forget(1);
    expect(await changeSettings(desk.chats, seen, { language: 'kk' }, MONDAY)).toMatchObject({ language: 'kk' });
    expect(await desk.chats.find(1)).toBeUndefined();
  });
});
