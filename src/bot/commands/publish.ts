import type { Chat } from '../../delivery/chat.ts';
import type { Chats } from '../../delivery/chats.ts';
import type { Article } from '../../news/article.ts';
import { show, toast, withButtons } from '../answer.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { breakingEdition } from '../screens/breaking.ts';
import { closeDraft, type DraftDeps, editorOf, onDraft, previewOf } from './draft.ts';

/** Chats are read, and written to the outbox, in batches, so that no statement holds the database for long. */
const CHATS_A_BATCH = 1000;

/** Publishes a draft: it is in every digest from now on, and in the next briefing of its topics. */
export function publishAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'published');
    if (published === undefined) return toast(request.words.preview.already);
    await closeDraft(deps, request, article.id);
    return show(await previewOf(deps, published, request), request.words.preview.publishedToast(article.id));
  });
}

/** Breaking news goes out at once, with sound; so it is asked once more, with the number of chats it will reach. */
export function breakingAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, { words }) => {
    const chats = await followersOf(deps.chats, article);
    return show(
      withButtons(html`<b>${article.headline}</b>\n\n${words.preview.confirmBreaking(chats.length)}`, [
        [{ label: words.preview.breakingYes, action: `push ${article.id}` }],
        [{ label: words.preview.back, action: `preview ${article.id}` }],
      ]),
    );
  });
}

export function pushAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'breaking');
    if (published === undefined) return toast(request.words.preview.already);
    const chats = await followersOf(deps.chats, published);
    await push(deps, published, chats, request);
    await closeDraft(deps, request, article.id);
    return show(await previewOf(deps, published, request), request.words.preview.breakingToast(chats.length));
  });
}

async function push(
  { outbox, wake }: DraftDeps,
  article: Article,
  chats: readonly Chat[],
  { now }: Request,
): Promise<void> {
  for (const alike of Map.groupBy(chats, ({ language, timeZone }) => `${language} ${timeZone}`).values()) {
    const [reader] = alike;
    if (reader === undefined) continue;
    const edition = breakingEdition(article, reader, now);
    for (let from = 0; from < alike.length; from += CHATS_A_BATCH) {
      const ids = alike.slice(from, from + CHATS_A_BATCH).map(({ id }) => id);
      await outbox.send(edition, ids, now);
    }
  }
  wake();
}

async function followersOf(chats: Chats, { countries }: Article): Promise<Chat[]> {
  const followers: Chat[] = [];
  for (;;) {
    const batch = await chats.following(countries, followers.at(-1)?.id, CHATS_A_BATCH);
    followers.push(...batch);
    if (batch.length < CHATS_A_BATCH) return followers;
  }
}
