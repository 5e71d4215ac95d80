import { type TickDeps, tick } from '../../src/delivery/tick.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { BRIEFING } from './chaos-plan.ts';

/** Ticks as the program does each minute; everybody who is due gets the one briefing. */
export async function tickOnce(
  database: Database,
  common: Pick<TickDeps, 'now' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const deps = {
    ...common,
    articles: createArticles(database),
    chats: createChats(database),
    outbox: createOutbox(database),
    composeEdition: () => BRIEFING,
    composeQuietNote: () => ({ html: 'Nothing new.', buttons: [] }),
    pushBreaking: async () => 0,
    errands: [],
  };
  await tick(deps, signal);
}
