import { composeBriefing } from '../../src/bot/screens/briefing.ts';
import { quietNote } from '../../src/bot/screens/quiet-note.ts';
import type { TickDeps } from '../../src/delivery/tick.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createChats } from '../../src/store/chats.ts';
import type { Database } from '../../src/store/database.ts';
import { createOutbox } from '../../src/store/outbox.ts';

/** What the program gives its tick, with the real store and the real screens; an error of the tick is one here. */
export function tickParts(database: Database): Omit<TickDeps, 'now'> {
  return {
    articles: createArticles(database),
    chats: createChats(database),
    outbox: createOutbox(database),
    composeEdition: (briefing, reader) => composeBriefing(briefing, { title: 'Briefing', at: reader.dueAt }, reader),
    composeQuietNote: quietNote,
    pushBreaking: async () => 0,
    errands: [],
    log: {
      info: () => {},
      warn: () => {},
      error: (fields, event) => {
        throw new Error(`${event}: ${JSON.stringify(fields)}`);
      },
    },
  };
}
