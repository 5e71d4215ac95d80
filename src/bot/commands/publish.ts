import { show, toast, withButtons } from '../answer.ts';
import { html } from '../html.ts';
import type { Handler } from '../request.ts';
import { closeDraft, type DraftDeps, editorOf, onDraft, previewOf } from './draft.ts';

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
    const chats = await deps.chats.countFollowing(article.countries);
    return show(
      withButtons(html`<b>${article.headline}</b>\n\n${words.preview.confirmBreaking(chats)}`, [
        [{ label: words.preview.breakingYes, action: `push ${article.id}` }],
        [{ label: words.preview.back, action: `preview ${article.id}` }],
      ]),
    );
  });
}

/** Publishes a draft and sends it on its way to everyone who follows one of its countries. */
export function pushAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'breaking');
    if (published === undefined) return toast(request.words.preview.already);
    deps.push();
    const chats = await deps.chats.countFollowing(published.countries);
    await closeDraft(deps, request, article.id);
    return show(await previewOf(deps, published, request), request.words.preview.breakingToast(chats));
  });
}
