import type { Temporal } from 'temporal-polyfill';
import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { breathe } from './breathe.ts';
import type { Chats, Follower } from './chats.ts';
import type { Log } from './log.ts';
import type { Edition, Outbox } from './outbox.ts';
import type { Push, Pushes } from './pushes.ts';
import { isQuiet } from './quiet-hours.ts';

/** Puts a breaking article into words for all who read that language in that zone. */
export type ComposeBreaking = (
  article: Article,
  reader: { readonly language: InterfaceLanguage; readonly timeZone: string },
) => Edition;

export interface PushDeps {
  readonly articles: Pick<Articles, 'find'>;
  readonly chats: Pick<Chats, 'following'>;
  readonly outbox: Pick<Outbox, 'send'>;
  readonly pushes: Pushes;
  readonly composeBreaking: ComposeBreaking;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

/** Chats that are written at a time, so that no statement holds the database for long. */
const PAGE = 1000;

/**
 * Writes every breaking article that is under way into the outbox, for all who follow one of its countries and want
 * breaking news; in somebody's quiet hours it comes, too, without a sound. It goes on
 * where it was cut off, also by a crash: a chat that was written already is not written again. An article that is no
 * longer published goes to nobody more; one that fails holds up no other, and stays under way. Returns how many
 * messages were written.
 */
export async function pushBreaking(deps: PushDeps, signal: AbortSignal): Promise<number> {
  let written = 0;
  for (const push of await deps.pushes.open()) {
    try {
      for await (const messages of pushOne(deps, push)) {
        written += messages;
        if (signal.aborted) return written;
        await breathe();
      }
    } catch (error) {
      deps.log.error({ article: push.articleId, error: String(error) }, 'breaking news could not be pushed');
    }
  }
  return written;
}

/** Yields the messages of each page once it is noted how far the push has come. */
async function* pushOne(deps: PushDeps, { articleId, afterChat }: Push): AsyncGenerator<number> {
  const article = await deps.articles.find(articleId);
  // Once it is released, it goes on where it stood.
  if (article?.status === 'held') return;
  if (article?.status === 'published') {
    for (let after = afterChat; ; ) {
      const page = await deps.chats.following(article.countries, after, PAGE);
      const written = await writePage(deps, article, page);
      after = page.at(-1)?.id;
      if (after === undefined || page.length < PAGE) {
        await deps.pushes.close(articleId);
        yield written;
        return;
      }
      await deps.pushes.advance(articleId, after);
      yield written;
    }
  }
  await deps.pushes.close(articleId);
}

async function writePage(
  { outbox, composeBreaking, now }: PushDeps,
  article: Article,
  page: readonly Follower[],
): Promise<number> {
  let written = 0;
  const at = now();
  const wanting = page.filter(({ breaking }) => breaking);
  const isQuietFor = ({ quietHours, timeZone }: Follower) => isQuiet(quietHours, timeZone, at);
  const key = (follower: Follower) => `${follower.language} ${follower.timeZone} ${isQuietFor(follower)}`;
  for (const alike of Map.groupBy(wanting, key).values()) {
    const [reader] = alike;
    if (reader === undefined) continue;
    const ids = alike.map(({ id }) => id);
    written += await outbox.send(composeBreaking(article, reader), ids, at, isQuietFor(reader));
  }
  return written;
}
