import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Debian's Chromium, or another that CHROMIUM names. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const hasBrowser = existsSync(CHROMIUM);

/** A page of a phone's size in a real browser, which is closed when the test is over. */
export async function openPhone(address: string): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(address);
  return page;
}

/** What the page says of a seat once one sits there. */
const STATUS = { owner: 'you are Olga', subscriber: 'you are Samat', group: 'you are its administrator' };

/** The sandbox's page, used as a visitor uses it. */
export function asVisitor(page: Page) {
  const messages = page.getByTestId('messages');
  const shows = (text: string | RegExp) => messages.getByText(text).last().waitFor();
  return {
    shows,
    async be(seat: 'owner' | 'subscriber' | 'group') {
      await page.getByTestId(`seat-${seat}`).click();
      await page.getByTestId('chat-status').getByText(STATUS[seat]).waitFor();
    },
    async say(text: string, answer: string | RegExp) {
      await page.getByTestId('text-box').fill(text);
      await page.getByTestId('send').click();
      await shows(answer);
    },
    async tap(label: string, answer: string | RegExp) {
      await page.getByTestId('inline-button').filter({ hasText: label }).last().click();
      await shows(answer);
    },
    lastText: () => page.getByTestId('message-text').last().textContent(),
  };
}
