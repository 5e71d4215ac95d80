import type { Temporal } from 'temporal-polyfill';
import type { Article } from '../news/article.ts';
import type { Articles } from '../news/articles.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Chats } from './chats.ts';
import type { Edition, Outbox } from './outbox.ts';
import type { Push, Pushes } from './pushes.ts';

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
}

/** Chats that are written at a time, so that no statement holds the database for long. */
const PAGE = 1000;

/**
 * Writes every breaking article that is under way into the outbox, for all who follow one of its countries. It goes on
 * where it was cut off, also by a crash: a chat that was written already is not written again. An article that is no
 * longer published goes to nobody more. Returns how many messages were written.
 */
export async function pushBreaking(deps: PushDeps): Promise<number> {
  let written = 0;
  for (const push of await deps.pushes.open()) {
    const article = await deps.articles.find(push.articleId);
    if (article?.status === 'published') written += await pushArticle(deps, article, push);
    await deps.pushes.close(push.articleId);
  }
  return written;
}

async function pushArticle(deps: PushDeps, article: Article, { afterChat }: Push): Promise<number> {
  const { chats, outbox, pushes, composeBreaking, now } = deps;
  let written = 0;
  for (let after = afterChat; ; ) {
    const page = await chats.following(article.countries, after, PAGE);
    for (const alike of Map.groupBy(page, ({ language, timeZone }) => `${language} ${timeZone}`).values()) {
      const [reader] = alike;
      if (reader === undefined) continue;
      const ids = alike.map(({ id }) => id);
      written += await outbox.send(composeBreaking(article, reader), ids, now());
    }
    after = page.at(-1)?.id;
    if (after === undefined || page.length < PAGE) return written;
    await pushes.advance(article.id, after);
  }
}
