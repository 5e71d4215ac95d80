import type { Temporal } from 'temporal-polyfill';
import { arrangeBriefing, type Briefing, type EditionScope, editionKey, scopeKey } from '../briefing/edition.ts';
import { selectArticles } from '../briefing/selection.ts';
import { judgeSilence, PACE_ARTICLES, type Silence } from '../briefing/silence.ts';
import { createStoryFinder } from '../briefing/stories.ts';
import type { Articles } from '../news/articles.ts';
import type { Chat } from './chat.ts';
import type { BriefingReader, ComposeEdition, ComposeQuietNote } from './composing.ts';
import { createMemory } from './memory.ts';
import type { EditionPart, Outbox } from './outbox.ts';

export interface EditionDeskDeps {
  readonly articles: Pick<Articles, 'select' | 'traits' | 'newestTraits' | 'correctedIn'>;
  readonly outbox: Pick<Outbox, 'store'>;
  readonly composeEdition: ComposeEdition;
  readonly composeQuietNote: ComposeQuietNote;
}

/** An edition in the outbox. */
export interface StoredEdition {
  readonly id: number;
  readonly parts: number;
}

/** Gives due chats what is to be sent to them, stored; undefined where there is nothing. */
export interface EditionDesk {
  /** What is new for the chat. */
  editionFor(chat: Chat): Promise<StoredEdition | undefined>;
  /** That there is nothing new for it. */
  quietNoteFor(chat: Chat): Promise<StoredEdition | undefined>;
}

/** Far more than the chats of a minute differ in, and little to keep. */
const EDITIONS_REMEMBERED = 20_000;
/** Chats come in the order of their topics; a briefing holds the bodies of its articles. */
const BRIEFINGS_REMEMBERED = 20;

/** Selects once for all chats of a tick that follow the same, and composes once for all that read it alike. */
export function createEditionDesk(
  { articles, outbox, composeEdition, composeQuietNote }: EditionDeskDeps,
  { upTo, now }: { readonly upTo: number; readonly now: Temporal.Instant },
): EditionDesk {
  const editions = createMemory<{ readonly stored: StoredEdition | undefined }>(EDITIONS_REMEMBERED);
  const briefings = createMemory<Briefing>(BRIEFINGS_REMEMBERED);
  const silences = createMemory<Silence>(EDITIONS_REMEMBERED);
  const days = createMemory<string>(EDITIONS_REMEMBERED);
  const findStories = createStoryFinder(articles);

  const dayIn = (timeZone: string) =>
    days.recall(timeZone, async () => now.toZonedDateTimeISO(timeZone).toPlainDate().toString());

  async function scopeOf({ topics, language, timeZone, briefedTo, length, quotes }: Chat): Promise<EditionScope> {
    const window = { above: briefedTo, upTo };
    return { topics, language, timeZone, day: await dayIn(timeZone), window, style: { length, quotes } };
  }

  const readerOf = ({ language, timeZone, style }: EditionScope): BriefingReader => ({
    ...{ language, timeZone, ...style },
    dueAt: now,
  });

  function briefingFor({ topics, window }: EditionScope): Promise<Briefing> {
    return briefings.recall(`${topics.toSorted()} ${window.above}`, async () => {
      const selected = await selectArticles(articles, topics, window);
      const briefing = arrangeBriefing(selected, topics, await findStories(selected));
      return { ...briefing, corrected: await articles.correctedIn(topics, window) };
    });
  }

  function silenceOn(topics: Chat['topics']): Promise<Silence> {
    return silences.recall(String(topics.toSorted()), async () => {
      const newest = await articles.select({ countries: topics, upTo, limit: PACE_ARTICLES });
      return judgeSilence(
        newest.flatMap(({ releasedAt }) => releasedAt ?? []),
        now,
      );
    });
  }

  async function store(key: string, parts: readonly EditionPart[]): Promise<StoredEdition | undefined> {
    if (parts.length === 0) return undefined;
    const id = await outbox.store({ key: editionKey(key, parts), kind: 'briefing', parts }, now);
    return { id, parts: parts.length };
  }

  return {
    async editionFor(chat) {
      if (chat.topics.length === 0 || chat.briefedTo >= upTo) return undefined;
      const scope = await scopeOf(chat);
      const key = scopeKey(scope);
      const { stored } = await editions.recall(key, async () => {
        const briefing = await briefingFor(scope);
        const isEmpty = briefing.sections.length === 0 && briefing.corrected?.length === 0;
        const parts = isEmpty ? [] : await composeEdition(briefing, readerOf(scope));
        return { stored: await store(key, parts) };
      });
      return stored;
    },

    async quietNoteFor(chat) {
      const scope = await scopeOf(chat);
      const key = `quiet ${scopeKey(scope)}`;
      const { stored } = await editions.recall(key, async () => {
        const message = composeQuietNote(chat.topics.toSorted(), await silenceOn(chat.topics), readerOf(scope));
        return { stored: await store(key, [{ message, articleIds: [] }]) };
      });
      return stored;
    },
  };
}
