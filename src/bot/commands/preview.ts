import { show, toast, withButtons } from '../answer.ts';
import { html } from '../html.ts';
import type { Handler } from '../request.ts';
import { placesScreen } from '../screens/preview.ts';
import { articleOf, closeDraft, type DraftDeps, editorOf, keyOf, onDraft, previewOf } from './draft.ts';

/** Shows the preview again, in place of whatever stood there. */
export function previewAction(deps: DraftDeps): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    await deps.conversations.questions.delete(keyOf(request));
    return article === undefined ? toast(request.words.article.gone) : show(await previewOf(deps, article, request));
  };
}

export function discardAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, { words }) =>
    show(
      withButtons(html`<b>${article.headline}</b>\n\n${words.preview.confirmDiscard}`, [
        [{ label: words.preview.discardYes, action: `drop ${article.id}` }],
        [{ label: words.preview.back, action: `preview ${article.id}` }],
      ]),
    ),
  );
}

export function dropAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    await deps.articles.discard(article.id, editorOf(request), request.now);
    await closeDraft(deps, request, article.id);
    return show(html`${request.words.preview.discarded}`);
  });
}

/** Takes one country out of a draft: `place 12 KZ`. */
export function placeAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const removed = request.text.split(' ')[1];
    const countries = article.countries.filter((country) => country !== removed);
    const changed = await deps.articles.change(article.id, { countries }, editorOf(request), request.now);
    return show(placesScreen(changed, request.chat), request.words.preview.changed);
  });
}
