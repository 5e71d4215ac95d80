import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { systemTimer } from '../src/delivery/timer.ts';
import { LONG_STORY, SHORT_STORY } from '../test/support/stories.ts';

/**
 * Takes the README's pictures: the real program in its sandbox, used through the page by a real browser of a phone's
 * size. `npm run pictures`; CHROMIUM names the browser where it is not /usr/bin/chromium.
 */
const PHONE = { width: 390, height: 780 };
const folder = new URL('./pictures/', import.meta.url).pathname;

const data = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
const stop = new AbortController();
let address = '';
let ahead = Temporal.Duration.from({ seconds: 0 });
const log = { info: () => {}, warn: () => {}, error: console.error };
const config = readConfig({
  DATABASE_URL: `sqlite:${join(data, 'dateline.sqlite')}`,
  HTTP_PORT: '0',
  DEFAULT_TIME_ZONE: 'Asia/Almaty',
});
if (config.kind === 'faults') throw new Error('The environment for the pictures is wrong');
const app = await openApp(config.config, {
  say: (line) => {
    address ||= line;
  },
  log,
  now: () => Temporal.Now.instant().add(ahead),
  timer: systemTimer,
  random: Math.random,
});
const ended = app.run(stop.signal);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 2 });
  await page.goto(address);
  await takeAll(page);
} finally {
  await browser.close();
  stop.abort();
  await ended;
  await rm(data, { recursive: true });
}

async function takeAll(page: Page): Promise<void> {
  await be(page, 'owner', 'Olga');
  await say(page, '/post', 'New article');
  await say(page, LONG_STORY, 'Preview');
  await picture(page, 'preview');
  await tap(page, 'Publish', 'Published');
  await say(page, `/post ${SHORT_STORY}`, 'Ferry Line');
  await tap(page, 'Publish', 'Published № 2');

  await be(page, 'subscriber', 'Samat');
  await say(page, '/start', 'Tap the countries');
  await tap(page, '🇰🇿 Kazakhstan', '✅ 🇰🇿 Kazakhstan');
  await tap(page, '🇧🇾 Belarus', '✅ 🇧🇾 Belarus');
  await picture(page, 'onboarding');
  await tap(page, 'Next: the hour ›', 'At what time');
  await tap(page, '08:00', 'Is that your time?');
  await tap(page, 'Yes', 'Next briefing');
  const tomorrow = Temporal.Now.zonedDateTimeISO('Asia/Almaty').add({ days: 1 }).withPlainTime('08:00').toInstant();
  ahead = tomorrow.since(Temporal.Now.instant());
  await app.tick();
  await shows(page, 'Briefing');
  await page.setViewportSize({ ...PHONE, height: 1170 });
  await picture(page, 'briefing');
  await page.setViewportSize(PHONE);
  await say(page, '/quotes Dosmukhanov', 'Key quotes: Dosmukhanov');
  await picture(page, 'quotes');
}

async function be(page: Page, seat: string, name: string): Promise<void> {
  await page.getByTestId(`seat-${seat}`).click();
  await page.getByTestId('chat-status').getByText(name).waitFor();
}

async function say(page: Page, text: string, answer: string): Promise<void> {
  await page.getByTestId('text-box').fill(text);
  await page.getByTestId('send').click();
  await shows(page, answer);
}

async function tap(page: Page, label: string, answer: string): Promise<void> {
  await page.getByTestId('inline-button').filter({ hasText: label }).last().click();
  await shows(page, answer);
}

async function shows(page: Page, text: string): Promise<void> {
  await page.getByTestId('messages').getByText(text).last().waitFor({ timeout: 20_000 });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
