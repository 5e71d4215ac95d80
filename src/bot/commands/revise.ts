import type { Article } from '../../news/article.ts';
import type { ArticleChanges } from '../../news/articles.ts';
import { parseTopics } from '../../news/topic.ts';
import { type Answer, say, show } from '../answer.ts';
import type { Question } from '../conversation.ts';
import { clip, formatPlace } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { placesScreen } from '../screens/preview.ts';
import { likenessWarnings } from '../screens/repeats.ts';
import { type AmendDeps, correct } from './amend.ts';
import { closeDraft, type DraftDeps, editorOf, isDraft, keyOf, onDraft, previewOf, repeatedBy } from './draft.ts';
import { parseEmbargo } from './embargo-time.ts';

/** Lengths in UTF-16 units that an editor may give a headline and a summary. */
const HEADLINE = { least: 3, most: 300 };
const SUMMARY = { least: 10, most: 1000 };

/** *Countries*, *Headline*, *Summary* and *Embargo* take the next message as their answer. */
export function askAction(deps: DraftDeps, about: DraftQuestion): Handler {
  return onDraft(deps, async (article, request) => {
    const { chat, message, words } = request;
    const question: Question = { about, articleId: article.id, previewId: message.messageId };
    await deps.conversations.questions.set(keyOf(request), question);
    switch (about) {
      case 'places':
        return show(placesScreen(article, chat));
      case 'headline':
        return say(html`${words.preview.askHeadline}`);
      case 'summary':
        return say(html`${words.preview.askSummary}`);
      case 'embargo':
        return say(await embargoQuestion(deps, article, request));
      default:
        return about satisfies never;
    }
  });
}

/** An embargoed article is published with nobody looking on, so what it repeats is said here. */
async function embargoQuestion(deps: DraftDeps, article: Article, { chat, words }: Request): Promise<Html> {
  const warnings = likenessWarnings(await repeatedBy(deps, article), chat);
  return joinHtml([...warnings, words.preview.askEmbargo(formatPlace(chat.timeZone, chat.language))], '\n\n');
}

/** A message that answers a question about a draft, which edits the preview; undefined where none is open. */
export async function takeAnswer(deps: AmendDeps, request: Request): Promise<Answer | undefined> {
  const question = await deps.conversations.questions.get(keyOf(request));
  if (question === undefined) return undefined;
  const article = await deps.articles.find(question.articleId);
  if (question.about === 'correction') {
    return article === undefined
      ? say(html`${request.words.article.gone}`)
      : correct(deps, article, request.text, request);
  }
  const applied: Applied =
    article === undefined || !isDraft(article)
      ? { kind: 'too-late' }
      : await applyAnswer(deps, request, question.about, article);
  if (applied.kind === 'fault') return say(applied.text);
  await deps.conversations.questions.delete(keyOf(request));
  if (applied.kind === 'too-late') return say(html`${request.words.preview.notThere}`);
  const { chat, threadId, words } = request;
  const preview = await previewOf(deps, applied.article, request);
  const edited = await deps.talk.edit({ id: chat.id, kind: chat.kind, threadId }, question.previewId, preview);
  return say(edited ? html`${words.preview.changed}` : preview);
}

type Applied =
  | { readonly kind: 'changed'; readonly article: Article }
  | { readonly kind: 'fault'; readonly text: Html }
  | { readonly kind: 'too-late' };

type DraftQuestion = Exclude<Question['about'], 'correction'>;

async function applyAnswer(
  deps: DraftDeps,
  request: Request,
  about: DraftQuestion,
  article: Article,
): Promise<Applied> {
  const words = request.words.preview;
  const text = request.text.trim();
  const change = async (changes: ArticleChanges): Promise<Applied> => ({
    kind: 'changed',
    article: await deps.articles.change(article.id, changes, editorOf(request), request.now),
  });
  switch (about) {
    case 'headline':
      return fits(text, HEADLINE) ? change({ headline: text.replace(/\s+/g, ' ') }) : fault(words.badHeadline);
    case 'summary':
      return fits(text, SUMMARY) ? change({ summary: text.replace(/\s+/g, ' ') }) : fault(words.badSummary);
    case 'places': {
      const { countries, unknown } = parseTopics(text);
      const [first] = unknown;
      if (first !== undefined) return { kind: 'fault', text: request.words.topics.unknown(clip(first.text)) };
      return change({ countries: [...new Set([...article.countries, ...countries])] });
    }
    case 'embargo': {
      const until = parseEmbargo(text, request.chat.timeZone, request.now);
      if (until === undefined) return { kind: 'fault', text: words.badEmbargo };
      const embargoed = await deps.articles.embargo(article.id, until, editorOf(request), request.now);
      if (embargoed === undefined) return { kind: 'too-late' };
      await closeDraft(deps, request, article.id);
      return { kind: 'changed', article: embargoed };
    }
    default:
      return about satisfies never;
  }
}

function fits(text: string, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return text.length >= least && text.length <= most;
}

function fault(text: string): Applied {
  return { kind: 'fault', text: html`${text}` };
}
