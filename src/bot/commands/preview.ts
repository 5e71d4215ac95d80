import type { Chats } from '../../delivery/chats.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import type { Articles } from '../../news/articles.ts';
import { parseTopics } from '../../news/topic.ts';
import { type Answer, say, show, toast, withButtons } from '../answer.ts';
import { type Conversations, conversationKey, type Question } from '../conversation.ts';
import { formatPlace } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { breakingEdition } from '../screens/breaking.ts';
import { NO_NOTES, placesScreen, previewScreen } from '../screens/preview.ts';
import type { Talk } from '../talk.ts';
import { parseEmbargo } from './embargo-time.ts';

export interface PreviewDeps {
  readonly articles: Articles;
  readonly chats: Chats;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly talk: Talk;
  /** Breaking news is on its way: the dispatcher need not wait for the tick. */
  readonly wake: () => void;
}

/** Chats are written to the outbox in batches, so that no statement holds the database for long. */
const CHATS_A_BATCH = 1000;

/** Publishes a draft: it is in every digest from now on, and in the next briefing of its topics. */
export function publishAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'published');
    if (published === undefined) return toast(request.words.preview.already);
    await closeDraft(deps, request, article.id);
    return show(await screenOf(deps, published, request), request.words.preview.publishedToast(article.id));
  });
}

/** Breaking news goes out at once, with sound; so it is asked once more, with the number of chats it will reach. */
export function breakingAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const words = request.words.preview;
    const chats = (await followersOf(deps.chats, article)).length;
    return show(
      withButtons(html`<b>${article.headline}</b>\n\n${words.confirmBreaking(chats)}`, [
        [{ label: words.breakingYes, action: `push ${article.id}` }],
        [{ label: words.back, action: `preview ${article.id}` }],
      ]),
    );
  });
}

export function pushAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const published = await deps.articles.publish(article.id, editorOf(request), request.now, 'breaking');
    if (published === undefined) return toast(request.words.preview.already);
    const chats = await followersOf(deps.chats, published);
    const reached = await pushToAll(deps, published, chats, request);
    await closeDraft(deps, request, article.id);
    return show(await screenOf(deps, published, request), request.words.preview.breakingToast(reached));
  });
}

async function pushToAll(
  { outbox, wake }: PreviewDeps,
  article: Article,
  chats: Awaited<ReturnType<typeof followersOf>>,
  request: Request,
) {
  const byReader = Map.groupBy(chats, ({ language, timeZone }) => `${language} ${timeZone}`);
  for (const group of byReader.values()) {
    const [reader] = group;
    if (reader === undefined) continue;
    const edition = breakingEdition(article, reader, request.now);
    await outbox.send(
      edition,
      group.map(({ id }) => id),
      request.now,
    );
  }
  wake();
  return chats.length;
}

async function followersOf(chats: Chats, article: Article) {
  const followers = [];
  for (let after: number | undefined; ; ) {
    const batch = await chats.following(article.countries, after, CHATS_A_BATCH);
    followers.push(...batch);
    after = batch.at(-1)?.id;
    if (batch.length < CHATS_A_BATCH) return followers;
  }
}

export function previewAction(deps: PreviewDeps): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    return article === undefined ? toast(request.words.article.gone) : show(await screenOf(deps, article, request));
  };
}

export function discardAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, { words }) =>
    show(
      withButtons(html`<b>${article.headline}</b>\n\n${words.preview.confirmDiscard}`, [
        [{ label: words.preview.discardYes, action: `drop ${article.id}` }],
        [{ label: words.preview.back, action: `preview ${article.id}` }],
      ]),
    ),
  );
}

export function dropAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    await deps.articles.discard(article.id, editorOf(request), request.now);
    await closeDraft(deps, request, article.id);
    return show(html`${request.words.preview.discarded}`);
  });
}

/** Shows the countries of a draft; names that are sent next are added. */
export function placesAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    await ask(deps, request, 'places', article.id);
    return show(placesScreen(article, request.chat));
  });
}

/** Takes one country out of a draft: `place 12 KZ`. */
export function placeAction(deps: PreviewDeps): Handler {
  return onDraft(deps, async (article, request) => {
    const removed = request.text.split(' ')[1];
    const countries = article.countries.filter((country) => country !== removed);
    const changed = await deps.articles.change(article.id, { countries }, editorOf(request), request.now);
    return show(placesScreen(changed, request.chat), request.words.preview.changed);
  });
}

/** *Headline*, *Summary* and *Embargo* take the next message as their answer. */
export function askAction(deps: PreviewDeps, about: 'headline' | 'summary' | 'embargo'): Handler {
  return onDraft(deps, async (article, request) => {
    await ask(deps, request, about, article.id);
    const words = request.words.preview;
    if (about === 'embargo') return say(words.askEmbargo(formatPlace(request.chat.timeZone)));
    return say(html`${about === 'headline' ? words.askHeadline : words.askSummary}`);
  });
}

async function ask(
  { conversations }: PreviewDeps,
  request: Request,
  about: Question['about'],
  articleId: number,
): Promise<void> {
  await conversations.questions.set(keyOf(request), { about, articleId, previewId: request.message.messageId });
}

/** A message that answers a question about a draft; undefined where none is open. */
export async function takeAnswer(deps: PreviewDeps, request: Request): Promise<Answer | undefined> {
  const question = await deps.conversations.questions.get(keyOf(request));
  if (question === undefined) return undefined;
  const article = await deps.articles.find(question.articleId);
  if (article === undefined || !isDraft(article)) {
    await deps.conversations.questions.delete(keyOf(request));
    return say(html`${request.words.preview.notThere}`);
  }
  const outcome = await applyAnswer(deps, request, question, article);
  if (outcome.kind === 'fault') return say(outcome.text);
  await deps.conversations.questions.delete(keyOf(request));
  const { chat, threadId } = request;
  const preview = await screenOf(deps, outcome.article, request);
  const edited = await deps.talk.edit({ id: chat.id, kind: chat.kind, threadId }, question.previewId, preview);
  return edited ? say(html`${request.words.preview.changed}`) : say(preview);
}

type Applied =
  | { readonly kind: 'changed'; readonly article: Article }
  | { readonly kind: 'fault'; readonly text: Html };

async function applyAnswer(
  deps: PreviewDeps,
  request: Request,
  { about }: Question,
  article: Article,
): Promise<Applied> {
  const words = request.words.preview;
  const text = request.text.trim();
  const change = async (changes: Parameters<Articles['change']>[1]): Promise<Applied> => ({
    kind: 'changed',
    article: await deps.articles.change(article.id, changes, editorOf(request), request.now),
  });
  switch (about) {
    case 'headline':
      return text.length >= 3 && text.length <= 300 ? change({ headline: text }) : fault(words.badHeadline);
    case 'summary':
      return text.length >= 10 && text.length <= 1000 ? change({ summary: text }) : fault(words.badSummary);
    case 'places': {
      const { countries, unknown } = parseTopics(text);
      const [first] = unknown;
      if (first !== undefined) return { kind: 'fault', text: request.words.topics.unknown(first.text) };
      return change({ countries: [...new Set([...article.countries, ...countries])] });
    }
    case 'embargo': {
      const until = parseEmbargo(text, request.chat.timeZone, request.now);
      const embargoed = until && (await deps.articles.embargo(article.id, until, editorOf(request), request.now));
      return embargoed === undefined
        ? { kind: 'fault', text: words.badEmbargo }
        : { kind: 'changed', article: embargoed };
    }
    default:
      return about satisfies never;
  }
}

function fault(text: string): Applied {
  return { kind: 'fault', text: html`${text}` };
}

/** What is done to drafts and embargoed articles alone; anything else has changed under the button. */
function onDraft(deps: PreviewDeps, act: (article: Article, request: Request) => Promise<Answer>): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    if (article === undefined) return toast(request.words.article.gone);
    return isDraft(article) ? act(article, request) : toast(request.words.preview.notThere);
  };
}

function isDraft({ status }: Article): boolean {
  return status === 'draft' || status === 'embargoed';
}

async function articleOf({ articles }: PreviewDeps, { text }: Request): Promise<Article | undefined> {
  const id = Number.parseInt(text, 10);
  return Number.isSafeInteger(id) ? articles.find(id) : undefined;
}

async function screenOf({ conversations }: PreviewDeps, article: Article, { chat }: Request) {
  return previewScreen(article, (await conversations.notes.get(String(article.id))) ?? NO_NOTES, chat);
}

/** What is decided about a draft ends the paste that it was made of, and the question about it. */
async function closeDraft({ conversations }: PreviewDeps, request: Request, articleId: number): Promise<void> {
  const paste = await conversations.pastes.get(keyOf(request));
  if (paste?.draftId === articleId) await conversations.pastes.delete(keyOf(request));
  await conversations.questions.delete(keyOf(request));
}

function keyOf({ chat, person }: Request): string {
  return conversationKey(chat.id, person?.id ?? chat.id);
}

function editorOf({ chat, person }: Request): number {
  return person?.id ?? chat.id;
}
