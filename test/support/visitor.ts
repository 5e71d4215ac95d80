import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

/** Debian's Chromium, or another that CHROMIUM names. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const hasBrowser = existsSync(CHROMIUM);

export function launchBrowser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
}

/** What the page says of a seat once one sits there. */
const STATUS = { owner: 'you are Olga', subscriber: 'you are Samat', group: 'you are its administrator' };

/** The sandbox's page, used as a visitor uses it: each act waits until the page shows its answer. */
export function asVisitor(page: Page) {
  const shows = (text: string | RegExp) => page.getByTestId('messages').getByText(text).last().waitFor();
  return {
    shows,
    async be(seat: keyof typeof STATUS) {
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
