import { expect, it } from 'vitest';
import { startDateline } from '../support/dateline.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';

it('tells who asked for it on a day with nothing new that there is nothing new', async () => {
  const { ask, press, subscriber, tickAt, botMessages, waitUntil, now } = await startDateline();
  await ask(subscriber, subscriber, '/start KZ');
  const [screen] = await ask(subscriber, subscriber, '/settings');
  expect(buttonsOf(screen).flat()).toContain('Say so when nothing is new');
  const { message } = await press(subscriber, subscriber, 'Say so when nothing is new');
  expect(buttonsOf(message).flat()).toContain('✅ Say so when nothing is new');
  const before = botMessages(subscriber).length;
  await tickAt(now().add({ hours: 24 }));
  await waitUntil(() => botMessages(subscriber).length > before);
  expect(textOf(botMessages(subscriber).at(-1))).toBe(
    'Nothing new on 🇰🇿 Kazakhstan since the last briefing. Nothing has been published on it so far.',
  );
  expect(botMessages(subscriber)).toHaveLength(before + 1);
});
