import type { ModelBook } from '../briefing/model-book.ts';
import type { Database } from './database.ts';

/** The account of what the model was asked: one row a day, prompt and outcome. */
export function createModelBook({ kysely }: Database): ModelBook {
  return {
    async record({ day, prompt, outcome, tokensIn, tokensOut, microUsd }) {
      const entry = { count: 1, tokens_in: tokensIn, tokens_out: tokensOut, micro_usd: microUsd };
      await kysely
        .insertInto('model_calls')
        .values({ day, prompt, outcome, ...entry })
        .onConflict((conflict) =>
          conflict.columns(['day', 'prompt', 'outcome']).doUpdateSet(({ eb, ref }) => ({
            count: eb(ref('model_calls.count'), '+', ref('excluded.count')),
            tokens_in: eb(ref('model_calls.tokens_in'), '+', ref('excluded.tokens_in')),
            tokens_out: eb(ref('model_calls.tokens_out'), '+', ref('excluded.tokens_out')),
            micro_usd: eb(ref('model_calls.micro_usd'), '+', ref('excluded.micro_usd')),
          })),
        )
        .execute();
    },
    async spentOn(day) {
      const { spent } = await kysely
        .selectFrom('model_calls')
        .select(({ fn }) => fn.sum<number | null>('micro_usd').as('spent'))
        .where('day', '=', day)
        .executeTakeFirstOrThrow();
      return Number(spent ?? 0);
    },
    async since(day) {
      const rows = await kysely
        .selectFrom('model_calls')
        .selectAll()
        .where('day', '>=', day)
        .orderBy('day', 'desc')
        .orderBy('prompt')
        .orderBy('outcome')
        .execute();
      return rows.map(({ tokens_in, tokens_out, micro_usd, ...row }) => ({
        ...row,
        tokensIn: tokens_in,
        tokensOut: tokens_out,
        microUsd: micro_usd,
      }));
    },
  };
}
