import { expect, it } from 'vitest';
import { createModelBook } from '../../src/store/model-book.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = '2026-03-02';
const entry = { day: DAY, prompt: 'summary', outcome: 'answer', tokensIn: 1000, tokensOut: 200, microUsd: 650 };

onEachDatabase('the account of the model', (open) => {
  it('adds up calls, tokens and cost by day, prompt and outcome', async () => {
    const book = createModelBook(await open());
    await book.record(entry);
    await book.record(entry);
    await book.record({ ...entry, outcome: 'rejected: number', tokensIn: 0, tokensOut: 0, microUsd: 0 });
    expect(await book.since(DAY)).toEqual([
      { ...entry, count: 2, tokensIn: 2000, tokensOut: 400, microUsd: 1300 },
      { ...entry, outcome: 'rejected: number', count: 1, tokensIn: 0, tokensOut: 0, microUsd: 0 },
    ]);
  });

  it('knows what each day cost, and that a day without calls cost nothing', async () => {
    const book = createModelBook(await open());
    await book.record(entry);
    await book.record({ ...entry, day: '2026-03-03', microUsd: 9_000_000_000 });
    expect(await book.spentOn(DAY)).toBe(650);
    expect(await book.spentOn('2026-03-03')).toBe(9_000_000_000);
    expect(await book.spentOn('2026-03-04')).toBe(0);
  });

  it('loses no call that others record at the same moment', async () => {
    const [one, other] = [createModelBook(await open()), createModelBook(await open())];
    await Promise.all([one, other, one, other, one].map((book) => book.record(entry)));
    expect(await one.spentOn(DAY)).toBe(5 * 650);
  });
});
