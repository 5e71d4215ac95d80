import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ComposeEdition } from '../../src/delivery/composing.ts';
import type { Outbox } from '../../src/delivery/outbox.ts';
import { openDatabase } from '../../src/store/database.ts';
import { anArticle } from '../support/articles.ts';
import { onEachDatabase } from '../support/databases.ts';
import { createDesk, MONDAY } from '../support/tick-desk.ts';

const broken = (what: string) => async () => {
  throw new Error(what);
};

onEachDatabase('a tick of which a part fails', (open) => {
  it('briefs all the same when embargoes, breaking news, pauses, clearing and errands fail', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    const { articles, chats, outbox } = desk;
    const counts = await desk.tickAt(MONDAY, {
      articles: { ...articles, publishEmbargoed: broken('no embargoes') },
      chats: { ...chats, pauseEnded: broken('no pauses') },
      outbox: { ...outbox, forgetDeliveries: broken('no clearing') },
      pushBreaking: broken('no pushes'),
      errands: [
        { name: 'dishes', run: broken('no dishes') },
        { name: 'laundry', run: async () => 'done' },
      ],
    });
    expect(counts).toMatchObject({ due: 1, deliveries: 1, failed: 5 });
    expect(desk.log.lines).toEqual([
      'a step of the tick failed: embargoes Error: no embargoes',
      'a step of the tick failed: breaking news Error: no pushes',
      'a step of the tick failed: pauses Error: no pauses',
      'a step of the tick failed: clearing Error: no clearing',
      'a step of the tick failed: dishes Error: no dishes',
    ]);
  });

  it('publishes what is due when nobody can be briefed', async () => {
    const desk = createDesk(await open());
    const { id } = await desk.articles.file(anArticle());
    await desk.articles.embargo(id, MONDAY, 1, MONDAY.subtract({ hours: 1 }));
    const articles = { ...desk.articles, lastSequence: broken('no sequence') };
    expect(await desk.tickAt(MONDAY, { articles })).toMatchObject({ published: 1, due: 0, failed: 1 });
  });

  it('puts off what cannot be composed, and then leaves nothing out of it', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ'], { language: 'ru' });
    await desk.enrol(2, ['KZ']);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    const withoutRussian: ComposeEdition = (briefing, reader) => {
      if (reader.language === 'ru') throw new Error('no words');
      return desk.composeEdition(briefing, reader);
    };
    expect(await desk.tickAt(MONDAY, { composeEdition: withoutRussian })).toMatchObject({ due: 2, deliveries: 1 });
    expect(desk.log.lines).toEqual(['a briefing is put off: 1 1 Error: no words']);
    const again = MONDAY.add({ minutes: 15 });
    expect(await desk.chats.find(1)).toMatchObject({ lastSkipped: 'not-composed', briefedTo: 0, nextDueAt: again });
    expect(await desk.tickAt(MONDAY.add({ minutes: 14 }))).toMatchObject({ due: 0 });
    expect(await desk.tickAt(again)).toMatchObject({ due: 1, deliveries: 1 });
    expect(await desk.chats.find(1)).toMatchObject({ lastSkipped: undefined, nextDueAt: MONDAY.add({ hours: 24 }) });
    expect((await desk.sent()).map(([chat, text]) => [chat, text])).toEqual([
      [2, 'KZ: Lake Ilmar is shared'],
      [1, 'KZ: Lake Ilmar is shared'],
    ]);
  });

  it('lets a chat whose settings make no sense hold up nobody', async () => {
    const database = await open();
    const desk = createDesk(database);
    for (const id of [1, 2, 3]) await desk.enrol(id, ['KZ']);
    await desk.chats.change(3, { state: 'paused', pausedUntil: MONDAY, nextDueAt: undefined });
    const moved = { time_zone: 'Mars/Phobos', audience: 'KZ/Mars/Phobos' };
    await database.kysely.updateTable('chats').set(moved).where('id', '>', 1).execute();
    await desk.publish('Lake Ilmar is shared', 'KZ');
    expect(await desk.tickAt(MONDAY)).toMatchObject({ due: 3, deliveries: 1, resumed: 1, failed: 0 });
    expect(desk.log.lines).toEqual([
      expect.stringMatching(/^a chat cannot be planned: 3 RangeError/),
      expect.stringMatching(/^a briefing is put off: 2 2 RangeError/),
    ]);
    expect((await desk.sent()).map(([chat]) => chat)).toEqual([1]);
    expect(await desk.tickAt(MONDAY.add({ minutes: 1 }))).toMatchObject({ due: 0 });
  });

  it('leaves only those due whose group cannot be written', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrol(2, ['BY']);
    await desk.publish('Lake Ilmar is shared', 'KZ', 'BY');
    const commitDue: Outbox['commitDue'] = (range, decisions, now) => {
      if (decisions.some(({ group }) => group.audience.startsWith('BY'))) throw new Error('no room');
      return desk.outbox.commitDue(range, decisions, now);
    };
    const outbox = { ...desk.outbox, commitDue };
    expect(await desk.tickAt(MONDAY, { outbox })).toMatchObject({ due: 1, deliveries: 1, failed: 0 });
    expect(desk.log.lines).toEqual(['chats stay due: 2 1 Error: no room']);
    expect(await desk.tickAt(MONDAY.add({ minutes: 1 }))).toMatchObject({ due: 1, deliveries: 1 });
  });

  it('ends between two pages when the process stops, and goes on with the rest at the next', async () => {
    const desk = createDesk(await open());
    await desk.enrol(1, ['KZ']);
    await desk.enrolAlike(1, 6000);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    const stop = new AbortController();
    const commitDue: Outbox['commitDue'] = (...args) => {
      stop.abort();
      return desk.outbox.commitDue(...args);
    };
    const outbox = { ...desk.outbox, commitDue };
    const run: string[] = [];
    const errands = [{ name: 'late', run: async () => run.push('late') }];
    expect(await desk.tickAt(MONDAY, { outbox, errands }, stop.signal)).toMatchObject({ due: 5000, deliveries: 5000 });
    expect(run).toEqual([]);
    expect(await desk.tickAt(MONDAY.add({ minutes: 1 }))).toMatchObject({ due: 1000, deliveries: 1000 });
  });
});

onEachDatabase('two ticks side by side', (open, engine) => {
  it('brief each chat once', async () => {
    const database = await open();
    const desk = createDesk(database);
    await desk.enrol(1, ['KZ']);
    await desk.enrolAlike(1, 7000);
    await desk.publish('Lake Ilmar is shared', 'KZ');
    // Two SQLite connections in one thread would wait for each other; processes do not.
    const other = engine === 'sqlite' ? desk : createDesk(await open());
    const [one, two] = await Promise.all([desk.tickAt(MONDAY), other.tickAt(MONDAY.add({ seconds: 1 }))]);
    expect(one.due + two.due).toBe(7000);
    expect(one.deliveries + two.deliveries).toBe(7000);
    const { rows } = await database.kysely
      .selectFrom('deliveries')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(rows).toBe(7000);
  });
});

describe('a process that dies', () => {
  /** Dies at its nth step towards the outbox, before that step or after it. */
  function dyingAt(outbox: Outbox, step: number, when: 'before' | 'after'): Outbox {
    let steps = 0;
    const mortal =
      <Args extends readonly unknown[], T>(act: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        const isLast = ++steps >= step;
        if (isLast && when === 'before') throw new Error('killed');
        const done = await act(...args);
        if (isLast) throw new Error('killed');
        return done;
      };
    return { ...outbox, store: mortal(outbox.store), commitDue: mortal(outbox.commitDue) };
  }

  it('at any step loses no briefing and writes none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ step: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom('before', 'after') }), {
          maxLength: 4,
        }),
        async (deaths) => {
          const database = await openDatabase('sqlite::memory:');
          onTestFinished(() => database.close());
          const desk = createDesk(database);
          const topics = [['KZ'], ['BY'], ['KZ', 'BY'], []];
          for (const [place, some] of topics.entries()) {
            await desk.enrol(2 * place + 1, some);
            await desk.enrol(2 * place + 2, some, { language: 'kk' });
          }
          await desk.publish('Lake Ilmar is shared', 'KZ', 'BY');
          let now: Temporal.Instant = MONDAY;
          for (const { step, when } of deaths) {
            await desk.tickAt(now, { outbox: dyingAt(desk.outbox, step, when) });
            now = now.add({ minutes: 20 });
          }
          await desk.tickAt(now);
          await desk.tickAt(now.add({ minutes: 20 }));
          const rows = await database.kysely.selectFrom('deliveries').select('chat_id').orderBy('chat_id').execute();
          expect(rows.map(({ chat_id }) => chat_id)).toEqual([1, 2, 3, 4, 5, 6]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
