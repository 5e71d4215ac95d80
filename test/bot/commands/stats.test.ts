import { expect, it } from 'vitest';
import { owner, subscriber } from '../../../src/sandbox/people.ts';
import { startDateline } from '../../support/dateline.ts';
import { SHORT_STORY } from '../../support/stories.ts';
import { textOf } from '../../support/telegram.ts';

it('an editor gets a picture, and below it who is briefed, what was delivered and what failed', async () => {
  const { ask, press, tickAt, now, botMessages } = await startDateline();
  await ask(subscriber.id, subscriber.id, '/subscribe Belarus, Kazakhstan');
  await ask(owner.id, owner.id, `/post ${SHORT_STORY}`);
  await press(owner.id, owner.id, /^Publish$/);
  await tickAt(now().add({ hours: 24 }));
  await expect.poll(() => botMessages(subscriber.id).map(textOf).join(), { timeout: 5000 }).toContain('Ferry Line');
  await tickAt(now().add({ minutes: 1 }));
  await ask(owner.id, owner.id, '/stats', { count: 1 });
  const picture = botMessages(owner.id).at(-1);
  expect(picture?.photo).toHaveLength(1);
  expect(picture?.caption).toContain('1 chat is briefed.');
  expect(picture?.caption).toContain('🇧🇾 Belarus 1 · 🇰🇿 Kazakhstan 1');
  expect(picture?.caption).toContain('1 message delivered.');
  expect(picture?.caption).toContain('Nothing failed.');
});

it('it does not exist for a reader', async () => {
  const { ask } = await startDateline();
  const [stats] = await ask(subscriber.id, subscriber.id, '/stats');
  const [unknown] = await ask(subscriber.id, subscriber.id, '/nothing');
  expect(textOf(stats)).toBe(textOf(unknown));
});
