import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Asked } from '../../briefing/model.ts';
import type { ModelBook, ModelEntry } from '../../briefing/model-book.ts';
import type { Ask, Question, Reply, Turn, Usage } from './chat.ts';
import { costOf, type priceOf } from './prices.ts';
import type { Prompt } from './prompts.ts';

/** Answers that were paid for once: a Keyv, or anything like it. */
export interface AnswerShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
}

export interface MeterOptions {
  readonly ask: Ask;
  readonly model: string;
  readonly price: ReturnType<typeof priceOf>;
  readonly book: ModelBook;
  readonly answers: AnswerShelf;
  /** US dollars for a UTC day; undefined for no bound. */
  readonly dailyBudgetUsd: number | undefined;
  /** Called where a question was not asked for want of money; may be called often. */
  readonly onBudgetSpent: (day: string) => void;
  /** Told of what went wrong, without texts. */
  readonly onNoAnswer: (prompt: string, why: string) => void;
  /** The UTC day that it is, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** Asks with a cache before it and an account behind it. */
export type MeteredAsk = <T>(prompt: Prompt, question: Question<T>) => Promise<Asked<T>>;

const NOTHING_USED: Usage = { tokensIn: 0, tokensOut: 0 };
const NO_BUDGET = { kind: 'none', why: 'no-budget', usage: NOTHING_USED } as const;
/** Questions on their way at a time: a small service of one's own answers one after the other anyway. */
const AT_ONCE = 4;
/** Fewer letters than a token has in any language that Dateline reads, so that an estimate is never too low. */
const LETTERS_A_TOKEN = 2;

/**
 * Spends the day's money on each question once. The same question (prompt, version, model, all that it says) is answered
 * out of the cache, or by the call that is already under way. What calls under way may cost at most is kept
 * back, so the budget holds with any number of them at once. Only good answers are cached.
 */
export function createMeteredAsk(options: MeterOptions): MeteredAsk {
  const { ask, model, price, book, answers, dailyBudgetUsd, today } = options;
  const limit = pLimit(AT_ONCE);
  const underWay = new Map<string, Promise<Asked<unknown>>>();
  let keptBack = 0;
  let lastClaim = Promise.resolve(true);

  /**
   * Keeps back what a question may cost at most, where the day's money lasts for it beside all that is under way. One
   * after the other: many at once would each see the others' claims, and all be refused.
   */
  function keepBack(worst: number): Promise<boolean> {
    const decided = lastClaim.then(async () => {
      const isLeft =
        dailyBudgetUsd === undefined || (await book.spentOn(today())) + keptBack + worst <= dailyBudgetUsd * 1e6;
      if (isLeft) keptBack += worst;
      return isLeft;
    });
    lastClaim = decided.catch(() => false);
    return decided;
  }

  /** Asks, where there is money for it, and writes down what it cost before anything is set free again. */
  async function askPaid<T>(prompt: Prompt, question: Question<T>): Promise<Reply<T> | typeof NO_BUDGET> {
    const worst = worstCost(question);
    if (!(await keepBack(worst))) {
      await book.record(entryOf(prompt, NO_BUDGET.why, NO_BUDGET.usage));
      return NO_BUDGET;
    }
    try {
      const reply = await ask(question);
      await book.record(entryOf(prompt, reply.kind === 'answer' ? 'answer' : reply.why, reply.usage));
      return reply;
    } finally {
      keptBack -= worst;
    }
  }

  function entryOf(prompt: Prompt, outcome: string, usage: Usage): ModelEntry {
    const { tokensIn, tokensOut } = usage;
    return { day: today(), prompt: prompt.name, outcome, ...usage, microUsd: costOf(price, tokensIn, tokensOut) };
  }

  function worstCost({ turns, maxOutputTokens }: Question<unknown>): number {
    return costOf(price, lengthOf(turns) / LETTERS_A_TOKEN, maxOutputTokens);
  }

  async function answerNow<T>(prompt: Prompt, question: Question<T>): Promise<Asked<T>> {
    const reply = await limit(() => askPaid(prompt, question));
    if (reply.kind === 'answer') return { kind: 'answer', answer: reply.answer, by: signatureOf(prompt, model) };
    if (reply.why === 'no-budget') options.onBudgetSpent(today());
    options.onNoAnswer(prompt.name, reply.why);
    return { kind: 'none', why: reply.why };
  }

  async function answerOnce<T>(prompt: Prompt, question: Question<T>, key: string): Promise<Asked<T>> {
    const kept = question.shape.safeParse(await answers.get(key));
    if (kept.success) {
      await book.record({
        day: today(),
        prompt: prompt.name,
        outcome: 'cached',
        tokensIn: 0,
        tokensOut: 0,
        microUsd: 0,
      });
      return { kind: 'answer', answer: kept.data, by: signatureOf(prompt, model) };
    }
    const asked = await answerNow(prompt, question);
    if (asked.kind === 'answer') await answers.set(key, asked.answer);
    return asked;
  }

  return async <T>(prompt: Prompt, question: Question<T>): Promise<Asked<T>> => {
    const key = keyOf(prompt, model, question.turns);
    const others = underWay.get(key);
    if (others !== undefined) return others.then((asked) => inShape(asked, question));
    const asking = answerOnce(prompt, question, key).finally(() => underWay.delete(key));
    underWay.set(key, asking);
    return asking;
  };
}

function inShape<T>(asked: Asked<unknown>, { shape }: Question<T>): Asked<T> {
  return asked.kind === 'answer' ? { ...asked, answer: shape.parse(asked.answer) } : asked;
}

function signatureOf({ name, version }: Prompt, model: string): string {
  return `${name}@${version} ${model}`;
}

function keyOf({ name, version }: Prompt, model: string, turns: readonly Turn[]): string {
  const digest = createHash('sha256').update(JSON.stringify(turns)).digest('base64url');
  return `${name}@${version}/${model}/${digest}`;
}

function lengthOf(turns: readonly Turn[]): number {
  return turns.reduce((sum, { content }) => sum + content.length, 0);
}
