import fc from 'fast-check';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Chats } from '../../src/delivery/chats.ts';
import { AUDIENCE } from '../../src/store/audience.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const IDS = [1, 2, -100] as const;
const id = fc.constantFrom(...IDS);
const topics = fc.subarray(['KZ', 'BY', 'UZ']);
const changes = fc.record(
  {
    language: fc.constantFrom('en', 'ru', 'kk' as const),
    timeZone: fc.constantFrom('UTC', 'Asia/Almaty'),
    schedule: fc.constantFrom(undefined, { times: ['08:00'], days: [1] as const }),
    state: fc.constantFrom('active', 'stopped' as const),
    quietNotes: fc.boolean(),
    title: fc.string(),
  },
  { requiredKeys: [] },
);

/** Something that a chat, or Telegram, may do. */
const acts: fc.Arbitrary<(chats: Chats) => Promise<unknown>> = fc.oneof(
  fc.tuple(id, topics).map(
    ([chat, some]) =>
      (chats: Chats) =>
        chats.subscribe(chat, some),
  ),
  fc.tuple(id, topics).map(
    ([chat, some]) =>
      (chats: Chats) =>
        chats.unsubscribe(chat, some),
  ),
  fc.tuple(id, changes).map(
    ([chat, some]) =>
      (chats: Chats) =>
        chats.change(chat, some),
  ),
  fc.tuple(id, changes).map(([chat, some]) => async (chats: Chats) => {
    const seen = await chats.find(chat);
    return seen && chats.changeAsSeen(seen, some);
  }),
  fc.tuple(id, id).map(
    ([from, to]) =>
      (chats: Chats) =>
        chats.migrate(from, to),
  ),
);

async function enrol(chats: Chats): Promise<void> {
  const settings = {
    kind: 'group',
    title: '',
    language: 'en',
    timeZone: 'UTC',
    schedule: undefined,
    newsSince: NOW,
  } as const;
  for (const chat of IDS) await chats.enrol({ id: chat, ...settings });
}

async function staleAudiences({ kysely }: Database): Promise<unknown[]> {
  return (await sql`select id, audience from chats where audience <> ${AUDIENCE}`.execute(kysely)).rows;
}

onEachDatabase('the audience of a chat', (open) => {
  it('is that of its settings and topics, whatever is done to it', async () => {
    const database = await open();
    const chats = createChats(database);
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 8 }), async (all) => {
        await enrol(chats);
        for (const act of all) {
          await act(chats).catch((error: unknown) => {
            // A topic for a chat that has moved away.
            if (!/foreign key/i.test(String(error))) throw error;
          });
          expect(await staleAudiences(database)).toEqual([]);
        }
        for (const chat of IDS) await chats.forget(chat);
      }),
      { numRuns: 25 },
    );
  });

  it('holds the topics of changes that are made at once', async () => {
    const database = await open();
    const chats = createChats(database);
    await enrol(chats);
    const codes = ['AM', 'AZ', 'BY', 'GE', 'KG', 'KZ', 'MD', 'UZ'];
    for (let round = 0; round < 3; round++) {
      await Promise.all([
        chats.change(1, { quietNotes: round === 1 }),
        ...codes.map((code) => chats.subscribe(1, [code])),
      ]);
      const { rows } = await sql<{ audience: string }>`select audience from chats where id = 1`.execute(
        database.kysely,
      );
      expect(rows[0]?.audience.split('/').slice(0, 3)).toEqual([codes.join('+'), 'en', round === 1 ? '1' : '0']);
      await chats.unsubscribe(1, codes);
    }
  });
});
