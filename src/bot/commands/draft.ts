import type { Chats } from '../../delivery/chats.ts';
import type { Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import type { Articles } from '../../news/articles.ts';
import { isRepeat, type Likeness } from '../../news/likeness.ts';
import { type Answer, toast } from '../answer.ts';
import { type Conversations, conversationKey } from '../conversation.ts';
import type { Handler, Request } from '../request.ts';
import { NO_NOTES, previewScreen } from '../screens/preview.ts';
import type { Talk } from '../talk.ts';

/** What the buttons of a preview work with. */
export interface DraftDeps {
  readonly articles: Articles;
  readonly chats: Chats;
  readonly conversations: Conversations;
  readonly talk: Talk;
  /** Says that a breaking article waits to be written to the outbox. */
  readonly push: () => void;
}

/** What is done to drafts and embargoed articles alone; any other article has changed under the button. */
export function onDraft(deps: DraftDeps, act: (article: Article, request: Request) => Promise<Answer>): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    if (article === undefined) return toast(request.words.article.gone);
    if (isDraft(article)) return act(article, request);
    const { already, notThere } = request.words.preview;
    return toast(article.status === 'published' ? already : notThere);
  };
}

export function isDraft({ status }: Article): boolean {
  return status === 'draft' || status === 'embargoed';
}

/** The article that a button names first. */
export async function articleOf({ articles }: DraftDeps, { text }: Request): Promise<Article | undefined> {
  const id = Number.parseInt(text, 10);
  return Number.isSafeInteger(id) ? articles.find(id) : undefined;
}

/** The preview of an article as it stands now, with what was noted when it was read and what is stored that is like it. */
export async function previewOf(
  deps: Pick<DraftDeps, 'articles' | 'conversations'>,
  article: Article,
  request: Request,
): Promise<Message> {
  const notes = (await deps.conversations.notes.get(String(article.id))) ?? NO_NOTES;
  const alike = isDraft(article) ? await deps.articles.alike(article, article.id) : [];
  return previewScreen(article, { ...notes, alike }, request.now, request.chat);
}

/** Stored articles that a draft would tell a second time; another draft, which may never be published, is none. */
export async function repeatedBy({ articles }: Pick<DraftDeps, 'articles'>, draft: Article): Promise<Likeness[]> {
  const alike = await articles.alike(draft, draft.id);
  return alike.filter((likeness) => likeness.status !== 'draft' && isRepeat(likeness));
}

/** What is decided about a draft ends the paste that it was made of, and the question about it. */
export async function closeDraft({ conversations }: DraftDeps, request: Request, articleId: number): Promise<void> {
  const paste = await conversations.pastes.get(keyOf(request));
  if (paste?.draftId === articleId) await conversations.pastes.delete(keyOf(request));
  await conversations.questions.delete(keyOf(request));
}

/** Where the conversation with this person in this chat is kept. */
export function keyOf(request: Request): string {
  return conversationKey(request.chat.id, editorOf(request));
}

/** Who answers for what is done; newsroom commands always come from a person. */
export function editorOf({ chat, person }: Request): number {
  return person?.id ?? chat.id;
}
