import type { Article } from '../../news/article.ts';
import { type Answer, show, toast, withButtons } from '../answer.ts';
import { html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { likenessWarnings, repeatScreen } from '../screens/repeats.ts';
import { closeDraft, type DraftDeps, editorOf, onDraft, previewOf, repeatedBy } from './draft.ts';

/** Publishes a draft, or asks first where that would tell readers something twice. */
export function publishAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const repeats = await repeatedBy(deps, article);
    return repeats.length > 0 ? show(repeatScreen(article, repeats, request.chat)) : publish(deps, article, request);
  });
}

/** Publishes a draft, whatever it is like. */
export function publishAnywayAction(deps: DraftDeps): Handler {
  return onDraft(deps, (article, request) => publish(deps, article, request));
}

/** The article is in every digest from now on, and in the next briefing of its topics. */
async function publish(deps: DraftDeps, article: Article, request: Request): Promise<Answer> {
  const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'published');
  if (published === undefined) return toast(request.words.preview.already);
  await closeDraft(deps, request, article.id);
  return show(await previewOf(deps, published, request), request.words.preview.publishedToast(article.id));
}

/** Breaking news goes out at once, with sound; so it is asked once more, with the number of chats it will reach. */
export function breakingAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, { chat, words }) => {
    const chats = await deps.chats.countFollowing(article.countries);
    const warnings = likenessWarnings(await repeatedBy(deps, article), chat);
    const question = html`${words.preview.confirmBreaking(chats)}`;
    return show(
      withButtons(joinHtml([html`<b>${article.headline}</b>`, ...warnings, question], '\n\n'), [
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
