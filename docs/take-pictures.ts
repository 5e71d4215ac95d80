import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { systemTimer } from '../src/delivery/timer.ts';
import { LONG_STORY, SHORT_STORY } from '../test/support/stories.ts';
import { asVisitor, launchBrowser } from '../test/support/visitor.ts';

/**
 * Takes the README's pictures: the real program in its sandbox, used through the page by a real browser of a phone's
 * size. `npm run pictures`; CHROMIUM names the browser where it is not /usr/bin/chromium.
 */
const PHONE = { width: 390, height: 780 };
/** Tall enough for a whole briefing on two countries. */
const TALL_PHONE = { width: 390, height: 1170 };
/** What moves on the page has come to rest after this long. */
const AT_REST_MS = 2500;
const ALMATY = 'Asia/Almaty';

const folder = new URL('./pictures/', import.meta.url).pathname;
const data = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
const said: string[] = [];
let ahead = Temporal.Duration.from({ seconds: 0 });

const read = readConfig({
  DATABASE_URL: `sqlite:${join(data, 'd.sqlite')}`,
  HTTP_PORT: '0',
  DEFAULT_TIME_ZONE: ALMATY,
});
if (read.kind === 'faults') throw new Error('The settings for the pictures are wrong');
const app = await openApp(read.config, {
  say: (line) => said.push(line),
  log: { info: () => {}, warn: () => {}, error: console.error },
  now: () => Temporal.Now.instant().add(ahead),
  timer: systemTimer,
  random: Math.random,
});
const stop = new AbortController();
const ended = app.run(stop.signal);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 2 });
  await page.goto(said[0] ?? '');
  await takeAll(page);
} finally {
  await browser.close();
  stop.abort();
  await ended;
  await rm(data, { recursive: true });
}

async function takeAll(page: Page): Promise<void> {
  const { be, say, tap, shows } = asVisitor(page);
  await be('owner');
  await say('/post', 'New article');
  await say(LONG_STORY, 'Preview');
  await picture(page, 'preview');
  await tap('Publish', 'Published № 1');
  await say(`/post ${SHORT_STORY}`, 'Draft № 2');
  await tap('Publish', 'Published № 2');

  await be('subscriber');
  await say('/start', 'Tap the countries');
  await tap('🇰🇿 Kazakhstan', 'You follow 🇰🇿 Kazakhstan.');
  await tap('🇧🇾 Belarus', '🇧🇾 Belarus.');
  await picture(page, 'onboarding');
  await tap('Next: the hour ›', 'At what time');
  await tap('08:00', 'Is that your time?');
  await tap('Yes', 'Next briefing');
  const tomorrow = Temporal.Now.zonedDateTimeISO(ALMATY).add({ days: 1 }).withPlainTime('08:00').toInstant();
  ahead = tomorrow.since(Temporal.Now.instant());
  await app.tick();
  await shows('Briefing');
  await page.setViewportSize(TALL_PHONE);
  await picture(page, 'briefing');
  await page.setViewportSize(PHONE);
  await say('/quotes Dosmukhanov', 'Key quotes: Dosmukhanov');
  await picture(page, 'quotes');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(AT_REST_MS);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
