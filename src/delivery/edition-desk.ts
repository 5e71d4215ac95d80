import type { Temporal } from 'temporal-polyfill';
import { arrangeBriefing, type EditionScope, editionKey, scopeKey } from '../briefing/edition.ts';
import { selectArticles } from '../briefing/selection.ts';
import { createStoryFinder } from '../briefing/stories.ts';
import type { Chat } from './chat.ts';
import type { Edition } from './outbox.ts';
import type { TickDeps } from './tick.ts';

/** Gives each due chat its edition; undefined where there is nothing new for it. */
export interface EditionDesk {
  editionFor(chat: Chat): Promise<Edition | undefined>;
}

/** Editions remembered at a time: a bound on memory, and far more than a minute's chats differ in. */
const REMEMBERED = 2000;

/** Composes each edition once for all the chats of a tick that ask for the same. */
export function createEditionDesk(
  { articles, composeEdition }: Pick<TickDeps, 'articles' | 'composeEdition'>,
  { upTo, now }: { readonly upTo: number; readonly now: Temporal.Instant },
): EditionDesk {
  const editions = new Map<string, Edition | undefined>();
  const days = new Map<string, string>();
  const findStories = createStoryFinder(articles);

  function dayIn(timeZone: string): string {
    const day = days.get(timeZone) ?? now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    days.set(timeZone, day);
    return day;
  }

  async function compose(scope: EditionScope, key: string): Promise<Edition | undefined> {
    const selected = await selectArticles(articles, scope.topics, scope.window);
    const briefing = arrangeBriefing(selected, scope.topics, await findStories(selected));
    if (briefing.sections.length === 0) return undefined;
    const parts = await composeEdition(briefing, { language: scope.language, timeZone: scope.timeZone, dueAt: now });
    return parts.length === 0 ? undefined : { key: editionKey(key, parts), kind: 'briefing', parts };
  }

  async function editionFor({ topics, language, timeZone, briefedTo }: Chat): Promise<Edition | undefined> {
    if (topics.length === 0 || briefedTo >= upTo) return undefined;
    const scope = { topics, language, timeZone, day: dayIn(timeZone), window: { above: briefedTo, upTo } };
    const key = scopeKey(scope);
    if (!editions.has(key)) {
      if (editions.size >= REMEMBERED) editions.clear();
      editions.set(key, await compose(scope, key));
    }
    return editions.get(key);
  }

  return { editionFor };
}
