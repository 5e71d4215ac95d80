import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from './visitor.ts';

/** A page of a phone's size in a real browser, which is closed when the test is over. */
export async function openPhone(address: string): Promise<Page> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(address);
  return page;
}
