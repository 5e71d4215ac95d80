import type { Message } from '../../delivery/outbox.ts';
import type { Articles, NewArticle } from '../../news/articles.ts';
import { FULL_PIECE_LENGTH, joinPieces, MOST_ARTICLE_BYTES, type Piece } from '../../news/intake.ts';
import type { Reading, ReadOutcome } from '../../reading/read-article.ts';
import { type Answer, NOTHING, say, show, withButtons } from '../answer.ts';
import type { Conversations, Paste } from '../conversation.ts';
import { type Html, html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { type FetchedText, fetchedFault } from '../screens/feeds.ts';
import type { Place, Talk } from '../talk.ts';
import { editorOf, keyOf, previewOf } from './draft.ts';
import { beingWritten, type WritingDeps, writeBeside } from './draft-writing.ts';
import { type FileDeps, textOf } from './incoming-text.ts';

export interface PostDeps extends FileDeps, WritingDeps {
  readonly articles: Articles;
  readonly conversations: Conversations;
  readonly talk: Talk;
  readonly read: (raw: string, url?: string) => ReadOutcome;
  /** The article at a public address, as an editor would paste it. */
  readonly fetchArticle: (url: string) => Promise<FetchedText>;
}

/** How long after a piece that ended by itself the preview comes. */
const QUIET_MS = 2000;
/** Longer than the pieces of one paste are apart. */
const PROGRESS_MS = 800;

/** A single line of up to so many characters, after a text without a headline, is its headline. */
const LONGEST_HEADLINE = 200;

const EMPTY: Paste = {
  pieces: [],
  headline: undefined,
  lacksHeadline: false,
  draftId: undefined,
  screenId: undefined,
  previewId: undefined,
};

/**
 * `/post` with the article in the message, in a file, or in the message replied to makes a draft; alone, it opens a
 * paste and waits. A text so long that the client may have cut it keeps the paste open for the rest.
 */
export function postCommand(deps: PostDeps): Handler {
  return async (request) => {
    const source =
      request.text !== '' || request.message.file ? { ...request.message, text: request.text } : request.repliedTo;
    if (source === undefined) return openPaste(deps, request);
    const found = await textOf(source, deps, request.words.post);
    if (found.kind === 'fault') return say(found.text);
    if (found.kind === 'address') return postAddress(deps, request, found.url);
    const paste = { ...EMPTY, pieces: [{ messageId: source.messageId, text: found.text }] };
    if (request.text.length < FULL_PIECE_LENGTH) return finish(deps, request, paste, 'close');
    await keep(deps, request, paste);
    finishLater(deps, request);
    return NOTHING;
  };
}

/**
 * Fetches the article beside what the bot does: the message that says so becomes the preview, or says what is wrong
 * with the address.
 */
async function postAddress(deps: PostDeps, request: Request, url: string): Promise<Answer> {
  const { chat, words, message } = request;
  const shown = withButtons(html`${words.post.fetching}`, []);
  const previewId = await deps.talk.say(placeOf(request), shown);
  deps.aside(async () => {
    const fetched = await deps.fetchArticle(url);
    deps.later(`${keyOf(request)} ${url}`, chat.id, 0, async () => {
      const answer =
        fetched.kind === 'text'
          ? await finish(deps, request, pasteOf(fetched, message.messageId, previewId), 'close')
          : say(html`${words.post.notFetched} ${fetchedFault(fetched, chat)}`);
      if (answer.kind === 'say') for (const part of answer.messages) await replace(deps, request, previewId, part);
    });
  });
  return NOTHING;
}

function pasteOf(fetched: { url: string; text: string }, messageId: number, previewId: number | undefined): Paste {
  return { ...EMPTY, pieces: [{ messageId, text: fetched.text }], url: fetched.url, previewId };
}

async function openPaste(deps: PostDeps, request: Request): Promise<Answer> {
  const screenId = await deps.talk.say(placeOf(request), pasteScreen(request.words.post.waiting, request));
  await keep(deps, request, { ...EMPTY, screenId });
  return NOTHING;
}

/** A message while a paste is open is its next piece; undefined where none is open. */
export async function takePiece(deps: PostDeps, request: Request): Promise<Answer | undefined> {
  const paste = await openedPaste(deps, request);
  if (paste === undefined) return undefined;
  const found = await textOf(request.message, deps, request.words.post);
  if (found.kind === 'fault') return say(found.text);
  if (found.kind === 'address' && paste.pieces.length === 0) {
    await closePaste(deps, request);
    return postAddress(deps, request, found.url);
  }
  const text = found.kind === 'address' ? request.message.text : found.text;
  const piece = { messageId: request.message.messageId, text };
  const grown = paste.lacksHeadline ? withHeadline(paste, piece) : withPiece(paste, piece);
  if (bytesOf(grown) > MOST_ARTICLE_BYTES) return say(html`${request.words.post.tooMuch}`);
  await keep(deps, request, grown);
  if (paste.draftId !== undefined || grown.pieces.some(isLast)) finishLater(deps, request);
  else progressLater(deps, request);
  return NOTHING;
}

/** A piece that its sender edits replaces its text; that of a file is not its caption. */
export async function takeEditedPiece(deps: PostDeps, request: Request): Promise<void> {
  if (request.message.file !== undefined) return;
  const paste = await openedPaste(deps, request);
  if (!paste?.pieces.some(({ messageId }) => messageId === request.message.messageId)) return;
  await keep(deps, request, withPiece(paste, { messageId: request.message.messageId, text: request.message.text }));
  if (paste.draftId !== undefined) finishLater(deps, request);
}

/** `/done`, or the button *Done*: no more pieces come. */
export function doneCommand(deps: PostDeps): Handler {
  return async (request) => {
    const paste = await openedPaste(deps, request);
    if (paste === undefined) return say(html`${request.words.post.noneOpen}`);
    if (paste.pieces.length === 0) return say(html`${request.words.post.nothingYet}`);
    return finish(deps, request, paste, 'close');
  };
}

export function cancelAction(deps: PostDeps): Handler {
  return async (request) => {
    const paste = await openedPaste(deps, request);
    await closePaste(deps, request);
    return paste === undefined
      ? show(html`${request.words.post.noneOpen}`)
      : show(html`${request.words.post.cancelled}`);
  };
}

async function closePaste({ conversations }: PostDeps, request: Request): Promise<void> {
  await conversations.pastes.delete(keyOf(request));
}

function finishLater(deps: PostDeps, request: Request): void {
  deps.later(keyOf(request), request.chat.id, QUIET_MS, async () => {
    const paste = await openedPaste(deps, request);
    if (paste === undefined || paste.pieces.length === 0) return;
    const answer = await finish(deps, request, paste, 'keep');
    if (answer.kind === 'say') for (const message of answer.messages) await deps.talk.say(placeOf(request), message);
  });
}

/**
 * Reads the joined pieces and shows the preview, in place of what stands there already. A text that is no article
 * stays in the open paste, so that nothing has to be sent again, until it is cancelled.
 */
async function finish(deps: PostDeps, request: Request, paste: Paste, then: 'close' | 'keep'): Promise<Answer> {
  const { text, seams } = joinPieces(paste.pieces);
  const outcome = deps.read(paste.headline === undefined ? text : `${paste.headline}\n\n${text}`, paste.url);
  if (outcome.kind !== 'article') {
    const { post } = request.words;
    await keep(deps, request, { ...paste, lacksHeadline: outcome.kind === 'no-headline' });
    return say(pasteScreen(outcome.kind === 'too-short' ? post.tooShort(outcome.words) : post.noHeadline, request));
  }
  const article = await file(deps, request, outcome, paste.draftId);
  const notes = { seams, cut: outcome.cut.map((cut) => cut.text), ...beingWritten(deps) };
  await deps.conversations.notes.set(String(article.id), notes);
  const previewId = await replace(deps, request, paste.previewId, await previewOf(deps, article, request));
  writeBeside(deps, request, article, previewId);
  await takeDownScreen(deps, request, paste);
  if (then === 'close') await closePaste(deps, request);
  else await keep(deps, request, { ...paste, draftId: article.id, screenId: undefined, previewId });
  return NOTHING;
}

async function file({ articles }: PostDeps, request: Request, read: Reading, draftId: number | undefined) {
  const draft: NewArticle = {
    text: read.article,
    countries: read.countries,
    quotes: read.quotes,
    summary: { text: read.summary, madeBy: 'extract' },
    filedBy: editorOf(request),
    filedAt: request.now,
  };
  const standing = draftId === undefined ? undefined : await articles.find(draftId);
  return standing?.status === 'draft' ? articles.refile(standing.id, draft) : articles.file(draft);
}

/** Edits the message where it is there, and sends it, below all else, where it is not. */
async function replace({ talk }: PostDeps, request: Request, messageId: number | undefined, message: Message) {
  if (messageId !== undefined && (await talk.edit(placeOf(request), messageId, message))) return messageId;
  return talk.say(placeOf(request), message);
}

/** The message that asked for pieces stands above them: once the preview is there, it only says what came. */
async function takeDownScreen({ talk }: PostDeps, request: Request, paste: Paste): Promise<void> {
  if (paste.screenId === undefined) return;
  const text = html`✓ ${request.words.post.taken(paste.pieces.length, charactersOf(paste))}`;
  await talk.edit(placeOf(request), paste.screenId, withButtons(text, []));
}

/** Says how much has come, once it has gone quiet: each edit takes its turn at the gate, and the preview stands behind it. */
function progressLater(deps: PostDeps, request: Request): void {
  deps.later(`${keyOf(request)} progress`, request.chat.id, PROGRESS_MS, async () => {
    const paste = await openedPaste(deps, request);
    if (paste === undefined || paste.draftId !== undefined || paste.pieces.some(isLast)) return;
    const received = request.words.post.received(paste.pieces.length, charactersOf(paste));
    const screenId = await replace(deps, request, paste.screenId, pasteScreen(html`${received}`, request));
    await keep(deps, request, { ...paste, screenId });
  });
}

function pasteScreen(text: Html, { words }: Request) {
  return withButtons(text, [
    [
      { label: words.post.done, action: 'done' },
      { label: words.post.cancel, action: 'cancel' },
    ],
  ]);
}

/** What follows a text without a headline: the headline alone, or the article once more. */
function withHeadline(paste: Paste, piece: Piece): Paste {
  const line = piece.text.trim();
  const mended = { ...paste, lacksHeadline: false };
  return line.includes('\n') || line.length > LONGEST_HEADLINE
    ? { ...mended, pieces: [piece] }
    : { ...mended, headline: line };
}

function withPiece(paste: Paste, piece: Piece): Paste {
  const others = paste.pieces.filter(({ messageId }) => messageId !== piece.messageId);
  return { ...paste, pieces: [...others, piece] };
}

/** A piece that its client did not have to cut ended by itself; others of the paste may still be under way. */
function isLast({ text }: Piece): boolean {
  return text.length < FULL_PIECE_LENGTH;
}

function charactersOf(paste: Paste): number {
  return paste.pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function bytesOf(paste: Paste): number {
  return paste.pieces.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

async function openedPaste({ conversations }: PostDeps, request: Request): Promise<Paste | undefined> {
  return conversations.pastes.get(keyOf(request));
}

async function keep({ conversations }: PostDeps, request: Request, paste: Paste): Promise<void> {
  await conversations.pastes.set(keyOf(request), paste);
}

function placeOf({ chat, threadId }: Request): Place {
  return { id: chat.id, kind: chat.kind, threadId };
}
