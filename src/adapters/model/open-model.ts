import type { Model } from '../../briefing/model.ts';
import { createChat } from './chat.ts';
import { createMeteredAsk, type MeterOptions } from './metered.ts';
import { createModel } from './model.ts';
import { priceOf } from './prices.ts';
import type { Prompts } from './prompts.ts';

/** The service that is configured; `undefined` for what is not. */
export interface ModelConfig {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly OPENAI_MODEL: string;
  readonly OPENAI_DAILY_BUDGET_USD?: number | undefined;
}

/** The model that is configured; undefined where neither a key nor a service of one's own is. */
export function openModel(
  config: ModelConfig,
  prompts: Prompts,
  meter: Pick<MeterOptions, 'book' | 'answers' | 'onBudgetSpent' | 'onNoAnswer' | 'today'>,
): Model | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = config;
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  const ask = createMeteredAsk({
    ...meter,
    ask: createChat({ apiKey, baseUrl, model }),
    model,
    price: priceOf(model, apiKey === undefined),
    dailyBudgetUsd: config.OPENAI_DAILY_BUDGET_USD,
  });
  return createModel(ask, prompts);
}
