import { Temporal } from 'temporal-polyfill';
import type { Articles } from '../../news/articles.ts';
import type { Editors } from '../../news/editors.ts';
import { type Answer, say } from '../answer.ts';
import type { Conversations } from '../conversation.ts';
import { formatDate, formatMoment, formatTime, type Reader } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import type { Role } from '../role.ts';
import { headlineList } from '../screens/article.ts';
import { draftList } from '../screens/preview.ts';
import { previewOf } from './draft.ts';

const MOST_DRAFTS = 20;

/** `/drafts`: drafts and embargoed articles, each opening its preview. */
export function draftsCommand({ articles }: { articles: Articles }): Handler {
  return async ({ chat, words }) => {
    const drafts = await articles.unpublished(MOST_DRAFTS);
    return say(drafts.length === 0 ? html`${words.desk.noDrafts}` : draftList(drafts, chat));
  };
}

/** `/edit 12`: the preview of a draft or of a published article; alone, the drafts to choose from. */
export function editCommand({
  articles,
  conversations,
}: {
  articles: Articles;
  conversations: Conversations;
}): Handler {
  return async (request) => {
    if (request.text === '') return draftsCommand({ articles })(request);
    const id = articleId(request);
    if (id === undefined) return say(request.words.desk.needId('edit'));
    const article = await articles.find(id);
    if (article === undefined) return say(request.words.article.unknown(String(id)));
    return say(await previewOf({ articles, conversations }, article, request));
  };
}

/** The newest articles, each with a button to its history. */
async function whoseHistory(articles: Articles, { chat, words }: Request): Promise<Answer> {
  const newest = [...(await articles.unpublished(MOST_DRAFTS)), ...(await articles.select({ limit: MOST_DRAFTS }))];
  if (newest.length === 0) return say(html`${words.digest.noArticles}`);
  return say(headlineList(html`${words.article.whichOne}`, newest, chat, undefined, 'history'));
}

/** `/history 12`: who did what to an article, and when; alone, the newest to choose from. */
export function historyCommand({ articles }: { articles: Articles }): Handler {
  return async (request) => {
    const { chat, words } = request;
    if (request.text === '') return whoseHistory(articles, request);
    const id = articleId(request);
    if (id === undefined) return say(words.desk.needId('history'));
    const entries = await articles.history(id);
    if (entries.length === 0) return say(words.article.unknown(String(id)));
    const lines = entries.map(({ at, editor, action, note }) => {
      const said = action === 'embargoed' ? untilWhen(note, chat) : note;
      return html`${formatMoment(at, chat)} · ${editor} · ${words.desk.actions[action]}${said === undefined ? '' : `: ${said}`}`;
    });
    return say(joinHtml([html`<b>${words.desk.history(id)}</b>`, ...lines], '\n'));
  };
}

/** `/editors`: who may file and publish. */
export function editorsCommand({ editors }: { editors: Editors }): Handler {
  return async ({ words }) => {
    const ids = await editors.list();
    if (ids.length === 0) return say(html`${words.desk.noEditors}`);
    return say(joinHtml([html`<b>${words.desk.editors}</b>`, ...ids.map(({ id }) => html`<code>${id}</code>`)], '\n'));
  };
}

/** Told when what a person may do has changed, so that his menu follows. */
export type OnRole = (person: number, role: Role) => void;

/** `/editor add 12345678`, `/editor remove 12345678`. */
export function editorCommand({ editors, onRole }: { editors: Editors; onRole: OnRole }): Handler {
  return async ({ text, words, person, now }) => {
    const typed = /^(add|remove)\s+([1-9]\d{0,15})$/i.exec(text);
    if (typed === null || person === undefined) return say(words.desk.editorUsage);
    const id = Number(typed[2]);
    if (typed[1]?.toLowerCase() === 'add') {
      await editors.add(id, person.id, now);
      onRole(id, 'editor');
      return say(html`${words.desk.editorAdded(id)}`);
    }
    const removed = await editors.remove(id);
    if (removed) onRole(id, 'reader');
    return say(html`${removed ? words.desk.editorRemoved(id) : words.desk.editorUnknown(id)}`);
  };
}

/** The note of an embargo is the instant that it ends, as the store keeps it. */
function untilWhen(note: string | undefined, reader: Reader): string | undefined {
  if (note === undefined) return undefined;
  const until = Temporal.Instant.from(note);
  return `${formatDate(until, reader)}, ${formatTime(until, reader)}`;
}

function articleId({ text }: Request): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
