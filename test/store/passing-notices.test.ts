import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createVanishing } from '../../src/delivery/passing-notices.ts';
import { createChats } from '../../src/store/chats.ts';
import { createPassingNotices } from '../../src/store/passing-notices.ts';
import { openShelf } from '../../src/store/shelf.ts';
import { onEachDatabase } from '../support/databases.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');

onEachDatabase('a notice that is to vanish', (open) => {
  it('is taken away by a sweep where the process that wrote it was stopped', async () => {
    const notices = createPassingNotices(await open());
    const removed: number[] = [];
    let at = NOW;
    const vanishing = createVanishing({
      notices,
      remove: async ({ messageId }) => removed.push(messageId),
      timer: { now: () => 0, after: () => () => {} },
      now: () => at,
      onError: () => {},
    });
    await vanishing.letVanish({ chatId: -1, messageId: 7 });
    await vanishing.sweep();
    expect(removed).toEqual([]);
    at = NOW.add({ seconds: 10 });
    await vanishing.sweep();
    await vanishing.sweep();
    expect(removed).toEqual([7]);
  });

  it('is forgotten with its chat, as are conversations in it, and nothing of another', async () => {
    const database = await open();
    const notices = createPassingNotices(database);
    const shelf = openShelf<string>(database, 'set-ups', 3_600_000, () => {});
    for (const chatId of [-1, -11]) {
      await notices.note({ chatId, messageId: 7 }, NOW);
      await shelf.set(`${chatId}:5`, 'time');
    }
    await createChats(database).forget(-1);
    expect(await notices.due(NOW, 10)).toEqual([{ chatId: -11, messageId: 7 }]);
    expect([await shelf.get('-1:5'), await shelf.get('-11:5')]).toEqual([undefined, 'time']);
  });
});
