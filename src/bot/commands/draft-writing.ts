import type { Writer, Written } from '../../briefing/model-writer.ts';
import type { Article } from '../../news/article.ts';
import { show, toast } from '../answer.ts';
import type { Handler, Request } from '../request.ts';
import { NO_NOTES, type PreviewNotes } from '../screens/preview.ts';
import { type WritingNote, whyScreen } from '../screens/writing.ts';
import { type DraftDeps, isDraft, keyOf, onDraft, previewOf } from './draft.ts';

export interface WritingDeps extends Pick<DraftDeps, 'articles' | 'conversations' | 'talk'> {
  /** Undefined where no model is configured. */
  readonly writer: Writer | undefined;
  /** Does slow work beside what the bot does. */
  readonly aside: (work: () => Promise<unknown>) => void;
  /** Runs `work` after so many milliseconds, in turn with what the chat does; a later call for the same key replaces it. */
  readonly later: (key: string, chatId: number, delayMs: number, work: () => Promise<void>) => void;
}

/** What a preview says while the model is at work; nothing where there is none. */
export function beingWritten({ writer }: Pick<WritingDeps, 'writer'>): Pick<PreviewNotes, 'writing'> {
  return writer === undefined ? {} : { writing: { kind: 'under-way' } };
}

/**
 * Lets a model write about a draft beside what the bot does, and then edits its preview. Until then, and where nothing
 * comes that passes the check, the extract stands. What the editor has decided meanwhile is not touched. `unlike` is a
 * summary that he does not want.
 */
export function writeBeside(
  deps: WritingDeps,
  request: Request,
  draft: Article,
  previewId: number | undefined,
  unlike?: string,
): void {
  const { writer } = deps;
  if (writer === undefined) return;
  deps.aside(async () => {
    const written = await writer(draft, unlike);
    deps.later(`${keyOf(request)} writing ${draft.id}`, request.chat.id, 0, async () => {
      await take(deps, draft, written);
      if (previewId !== undefined) await showAgain(deps, request, draft.id, previewId);
    });
  });
}

/** The same for a draft that nobody looks at yet; resolves when it is done. */
export async function writeDraft(
  deps: Pick<WritingDeps, 'articles' | 'conversations' | 'writer'>,
  draft: Article,
): Promise<void> {
  if (deps.writer !== undefined) await take(deps, draft, await deps.writer(draft));
}

/** Puts what was written into the draft, and notes how that went. */
async function take(
  deps: Pick<WritingDeps, 'articles' | 'conversations'>,
  draft: Article,
  written: Written,
): Promise<void> {
  if (written.kind === 'written') await deps.articles.write(draft.id, draft.body, written.writing);
  await note(deps, draft.id, written.kind === 'written' ? { kind: 'model', by: written.writing.by } : written);
}

async function note(
  { conversations }: Pick<WritingDeps, 'conversations'>,
  id: number,
  writing: WritingNote,
): Promise<void> {
  const notes = (await conversations.notes.get(String(id))) ?? NO_NOTES;
  await conversations.notes.set(String(id), { ...notes, writing });
}

async function showAgain(deps: WritingDeps, request: Request, id: number, previewId: number): Promise<void> {
  const { chat, threadId } = request;
  const article = await deps.articles.find(id);
  if (article === undefined || !isDraft(article)) return;
  const preview = await previewOf(deps, article, request);
  await deps.talk.edit({ id: chat.id, kind: chat.kind, threadId }, previewId, preview);
}

/** *Why an extract?*: what went wrong with the model's answer. */
export function whyAction(deps: DraftDeps): Handler {
  return onDraft(deps, async (article, { words, chat }) => {
    const notes = await deps.conversations.notes.get(String(article.id));
    const writing = notes?.writing;
    return writing?.kind === 'extract' ? show(whyScreen(article.id, writing.because, chat)) : toast(words.help.gone);
  });
}

/** *Write again*: the model is asked for another summary than the one that stands. */
export function rewriteAction(deps: DraftDeps & WritingDeps): Handler {
  return onDraft(deps, async (article, request) => {
    if (deps.writer === undefined) return toast(request.words.help.gone);
    await note(deps, article.id, { kind: 'under-way' });
    writeBeside(deps, request, article, request.message.messageId, article.summary);
    return show(await previewOf(deps, article, request), request.words.writing.underWay);
  });
}
