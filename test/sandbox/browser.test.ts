import { expect, it } from 'vitest';
import { openPhone } from '../support/browser.ts';
import { startSandbox } from '../support/dateline.ts';
import { LONG_STORY } from '../support/stories.ts';
import { asVisitor, hasBrowser } from '../support/visitor.ts';

/** Where there is no Chromium, the run says that these were skipped. */
const inBrowser = it.runIf(hasBrowser);

inBrowser('brings an article from a paste to a subscriber’s briefing, on a phone', { timeout: 60_000 }, async () => {
  const { address, tickAt, now, restart } = await startSandbox();
  const page = await openPhone(address());
  const { be, say, tap, shows, lastText } = asVisitor(page);

  await be('owner');
  await say('/post', 'New article.');
  await say(LONG_STORY, 'Joined here:');
  expect(await lastText()).toContain('Timur Abenov');
  await tap('Publish', 'Published № 1');

  await be('subscriber');
  await say('/start', 'Tap the countries');
  await tap('🇰🇿 Kazakhstan', 'You follow 🇰🇿 Kazakhstan.');
  await tap('Next: the hour', 'At what time');
  await tap('07:00', 'in Almaty now');
  await tap('Yes', 'Next briefing');
  await tickAt(now().toZonedDateTimeISO('Asia/Almaty').add({ days: 1 }).withPlainTime('07:00').toInstant());
  await shows(/Kazakhstan · Briefing/);
  expect(await lastText()).toContain('Kazakhstan Halts Grain Transit');
  await tap('Article 1', 'By Timur Abenov');

  await restart();
  await page.goto(address());
  await be('subscriber');
  await shows('By Timur Abenov');
  await say('/latest', 'Newest articles');
});

inBrowser('shows a group of which the subscriber is an administrator', { timeout: 30_000 }, async () => {
  const { address } = await startSandbox();
  const { be, say } = asVisitor(await openPhone(address()));
  await be('group');
  await say('/subscribe Belarus', 'Added: 🇧🇾 Belarus.');
});
