import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createChat } from '../../../src/adapters/model/chat.ts';
import { createMeteredAsk, type MeterOptions } from '../../../src/adapters/model/metered.ts';
import { priceOf } from '../../../src/adapters/model/prices.ts';
import { loadPrompts } from '../../../src/adapters/model/prompts.ts';
import { createModelBook } from '../../../src/store/model-book.ts';
import { openShelf } from '../../../src/store/shelf.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { type ChatReply, type ModelService, startModelService } from '../../support/openai-server.ts';

const DAY = '2026-03-02';
const { lead } = loadPrompts();
const question = (content: string) => ({
  name: 'lead',
  turns: [{ role: 'user' as const, content }],
  shape: z.object({ sentence: z.string() }),
  maxOutputTokens: 500,
});
const GOOD = { json: { sentence: 'The river is shared.' } };
/** 900 tokens in and 100 out, as the service counts each good call. */
const COST = 900 * 0.25 + 100 * 2;

onEachDatabase('asking a model', (open) => {
  let service: ModelService;
  let answer: () => ChatReply | Promise<ChatReply>;
  const spentDays: string[] = [];

  beforeEach(async () => {
    answer = () => GOOD;
    spentDays.length = 0;
    service = await startModelService(() => answer());
  });
  afterEach(() => service.close());

  async function meter(changes: Partial<MeterOptions> = {}) {
    const database = await open();
    const book = createModelBook(database);
    const ask = createMeteredAsk({
      ask: createChat({ apiKey: 'key', baseUrl: service.baseUrl, model: 'gpt-5-mini' }),
      model: 'gpt-5-mini',
      price: priceOf('gpt-5-mini', false),
      book,
      answers: openShelf(database, 'answers', 60_000, () => undefined),
      dailyBudgetUsd: undefined,
      onBudgetSpent: (day) => spentDays.push(day),
      onNoAnswer: () => undefined,
      today: () => DAY,
      ...changes,
    });
    return { book, ask };
  }

  it('pays for a question once, and writes down what it cost', async () => {
    const { ask, book } = await meter();
    const first = await ask(lead, question('one'));
    expect(first).toEqual({ kind: 'answer', answer: GOOD.json, by: `lead@${lead.version} gpt-5-mini` });
    expect(await ask(lead, question('one'))).toEqual(first);
    expect(service.calls).toHaveLength(1);
    expect(await book.since(DAY)).toMatchObject([
      { prompt: 'lead', outcome: 'answer', count: 1, tokensIn: 900, tokensOut: 100, microUsd: COST },
      { prompt: 'lead', outcome: 'cached', count: 1, microUsd: 0 },
    ]);
  });

  it('asks once where many ask the same at the same moment', async () => {
    const { ask } = await meter();
    await Promise.all(Array.from({ length: 20 }, () => ask(lead, question('one'))));
    expect(service.calls).toHaveLength(1);
  });

  it('asks anew when the prompt’s version or the model is another', async () => {
    const { ask } = await meter();
    const { ask: askOther } = await meter({ model: 'another-model' });
    await ask(lead, question('one'));
    await ask({ ...lead, version: lead.version + 1 }, question('one'));
    await askOther(lead, question('one'));
    expect(service.calls).toHaveLength(3);
  });

  it('does not keep what was no answer', async () => {
    const { ask } = await meter();
    answer = () => ({ content: '' });
    expect(await ask(lead, question('one'))).toEqual({ kind: 'none', why: 'empty' });
    answer = () => GOOD;
    expect(await ask(lead, question('one'))).toMatchObject({ kind: 'answer' });
  });

  it('has four questions on their way at a time', async () => {
    const { ask } = await meter();
    let [now, most] = [0, 0];
    answer = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 10));
      now -= 1;
      return GOOD;
    };
    await Promise.all(Array.from({ length: 12 }, (_, at) => ask(lead, question(String(at)))));
    expect([service.calls.length, most]).toEqual([12, 4]);
  });

  it('stops at the day’s money, says so, and goes on the next day', async () => {
    let today = DAY;
    // Two calls and what a third may cost at most do not fit.
    const { ask, book } = await meter({ dailyBudgetUsd: (2 * COST + 900) / 1e6, today: () => today });
    for (const text of ['one', 'two']) expect(await ask(lead, question(text))).toMatchObject({ kind: 'answer' });
    expect(await ask(lead, question('three'))).toEqual({ kind: 'none', why: 'no-budget' });
    expect(await ask(lead, question('one'))).toMatchObject({ kind: 'answer' });
    expect([service.calls.length, spentDays]).toEqual([2, [DAY]]);
    expect(await book.spentOn(DAY)).toBeLessThanOrEqual(2 * COST + 900);
    today = '2026-03-03';
    expect(await ask(lead, question('three'))).toMatchObject({ kind: 'answer' });
  });

  it('keeps the budget however many ask at the same moment', async () => {
    const budget = 3 * COST + 1_001;
    const { ask, book } = await meter({ dailyBudgetUsd: budget / 1e6 });
    await Promise.all(Array.from({ length: 30 }, (_, at) => ask(lead, question(String(at)))));
    expect(await book.spentOn(DAY)).toBeLessThanOrEqual(budget);
    expect(service.calls.length).toBeGreaterThan(0);
  });
});

describe('the price of a model', () => {
  it('is that of the model a dated or prefixed name stands for', () => {
    expect(priceOf('gpt-5-mini-2025-08-07', false)).toEqual(priceOf('gpt-5-mini', false));
    expect(priceOf('openai/gpt-4o-mini', false)).toEqual(priceOf('gpt-4o-mini', false));
  });

  it('is nothing on a service of one’s own, and the dearest where nobody knows it', () => {
    expect(priceOf('llama3', true)).toEqual({ input: 0, output: 0 });
    expect(priceOf('gpt-9-pro', false).output).toBeGreaterThan(priceOf('gpt-5', false).output);
  });
});
