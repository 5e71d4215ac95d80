import { type AskedCorrection, type Replacement, readCorrection, replacePassages } from '../../news/amendment.ts';
import type { Article } from '../../news/article.ts';
import type { NewRevision } from '../../news/articles.ts';
import { evidenceOf } from '../../reading/evidence.ts';
import { checkAgainst } from '../../reading/grounding.ts';
import { readBody } from '../../reading/read-article.ts';
import { splitSentences } from '../../reading/sentences.ts';
import { type Answer, say, show, toast, withButtons } from '../answer.ts';
import { clip } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { articleOf, type DraftDeps, editorOf, keyOf, previewOf } from './draft.ts';

export interface AmendDeps extends DraftDeps {
  /** Says that something was amended, so that it is carried to readers at once. */
  readonly amended: () => void;
  readonly countReached: (articleId: number) => Promise<number>;
}

interface Named {
  readonly article: Article;
  readonly rest: string;
}

/** The article that `12 text` names, and the text; an answer where it names none. */
async function named({ articles }: AmendDeps, { text, words }: Request, command: string): Promise<Named | Answer> {
  const [, id, rest = ''] = /^(?:[№#]\s*)?(\d{1,12})(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  if (id === undefined) return say(words.desk.needId(command));
  const article = await articles.find(Number(id));
  return article === undefined ? say(words.article.unknown(id)) : { article, rest: rest.trim() };
}

/**
 * `/correct 12 The dam is 40 metres high, not 14.`: the note as readers read it; a line `OLD => NEW` also replaces a
 * passage of the body. Alone with the number it asks for them.
 */
export function correctCommand(deps: AmendDeps): Handler {
  return async (request) => {
    const found = await named(deps, request, 'correct');
    if ('kind' in found) return found;
    const { article, rest } = found;
    if (article.status !== 'published' && article.status !== 'held')
      return say(html`${notAmendable(article, request)}`);
    return rest === '' ? askCorrection(deps, article, request) : correct(deps, article, rest, request);
  };
}

/** The preview's button: the next message is the correction. */
export function correctAction(deps: AmendDeps): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    return article === undefined ? toast(request.words.article.gone) : askCorrection(deps, article, request);
  };
}

async function askCorrection(deps: AmendDeps, article: Article, request: Request): Promise<Answer> {
  const question = { about: 'correction', articleId: article.id, previewId: request.message.messageId } as const;
  await deps.conversations.questions.set(keyOf(request), question);
  return say(await previewOf(deps, article, request), request.words.amended.ask(article.id));
}

/** Stores a correction, and says what becomes of it; refuses one that cannot be made, and loses nothing. */
export async function correct(deps: AmendDeps, article: Article, text: string, request: Request): Promise<Answer> {
  const words = request.words.amended;
  const asked = readCorrection(text);
  if (asked.note === '') return say(html`${words.needNote}`);
  const replaced = replacePassages(article.body, asked.replacements);
  if (replaced.kind === 'missing') return say(words.missing(clip(replaced.old)));
  if (replaced.kind === 'ambiguous') return say(words.ambiguous(clip(replaced.old)));
  const revision = newRevision(article, asked, replaced.text);
  const amendment = await deps.articles.correct(article.id, revision, editorOf(request), request.now);
  if (amendment === undefined) return say(html`${words.changedMeanwhile}`);
  await deps.conversations.questions.delete(keyOf(request));
  deps.amended();
  const reached = await deps.countReached(article.id);
  const done = joinHtml(
    [html`<b>${words.done(article.id, article.revision + 1)}</b>`, html`${words.carried(reached)}`],
    '\n',
  );
  if (reached === 0) return say(done);
  return say(withButtons(done, [[{ label: words.tellNow(reached), action: `tellnow ${amendment.id}` }]]));
}

/** Tells everyone who got the article at once, in the place of their next briefing. */
export function tellNowAction(deps: AmendDeps): Handler {
  return async ({ text, words }) => {
    const told = /^\d{1,12}$/.test(text) && (await deps.articles.tellNow(Number(text)));
    if (told) deps.amended();
    return told ? show(html`${words.amended.told}`) : toast(words.amended.toldAlready);
  };
}

/**
 * The article with its correction. Where the body changed, its quotes, speakers and countries are read anew; a summary
 * that the new body no longer supports gives way to the extract.
 */
function newRevision(article: Article, { note, replacements }: AskedCorrection, body: string): NewRevision {
  const change = replacements.map(({ old, new: fresh }) => `${old} => ${fresh}`).join('; ');
  const kept = { revision: article.revision, note, tells: false, change: change === '' ? undefined : change };
  const { countries, quotes } = article;
  if (body === article.body) return { ...kept, text: article, countries, quotes, summary: summaryOf(article) };
  const headline = inPlace(article.headline, replacements);
  const reading = readBody({ ...article, headline, body });
  return {
    ...kept,
    text: { ...article, headline, body },
    countries: reading.countries.length > 0 ? reading.countries : countries,
    quotes: reading.quotes,
    summary: supportedSummary(article, replacements, `${headline}\n\n${body}`) ?? {
      text: reading.summary,
      madeBy: 'extract',
    },
  };
}

function summaryOf({ summary, summaryBy }: Article): NewRevision['summary'] {
  return { text: summary, madeBy: summaryBy };
}

function supportedSummary(
  article: Article,
  replacements: readonly Replacement[],
  text: string,
): NewRevision['summary'] | undefined {
  const summary = inPlace(article.summary, replacements);
  const evidence = evidenceOf(text);
  const isSupported = splitSentences(summary, article.language).every(
    (sentence) => checkAgainst(evidence, sentence).supported,
  );
  return isSupported ? { text: summary, madeBy: article.summaryBy } : undefined;
}

/** Replaces what stands there; what does not is no fault of a headline or a summary. */
function inPlace(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((changed, { old, new: fresh }) => changed.replaceAll(old, () => fresh), text);
}

/** `/retract 12 REASON`: takes an article back for good, and tells everyone who got it. */
export function retractCommand(deps: AmendDeps): Handler {
  return async (request) => {
    const found = await named(deps, request, 'retract');
    if ('kind' in found) return found;
    const { article, rest: reason } = found;
    const words = request.words.amended;
    if (article.status !== 'published' && article.status !== 'held')
      return say(html`${notAmendable(article, request)}`);
    if (reason === '') return say(words.needReason(article.id));
    const amendment = await deps.articles.retract(article.id, reason, editorOf(request), request.now);
    if (amendment === undefined) return say(html`${words.changedMeanwhile}`);
    deps.amended();
    const reached = await deps.countReached(article.id);
    return say(joinHtml([html`<b>${article.headline}</b>`, html`${words.retracted(article.id, reached)}`], '\n'));
  };
}

/** `/hold 12 REASON`: withheld while it is checked. */
export function holdCommand(deps: AmendDeps): Handler {
  return async (request) => {
    const found = await named(deps, request, 'hold');
    if ('kind' in found) return found;
    return hold(deps, found.article, found.rest === '' ? undefined : found.rest, request);
  };
}

export function holdAction(deps: AmendDeps): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    return article === undefined ? toast(request.words.article.gone) : hold(deps, article, undefined, request);
  };
}

async function hold(deps: AmendDeps, article: Article, reason: string | undefined, request: Request): Promise<Answer> {
  const amendment = await deps.articles.hold(article.id, reason, editorOf(request), request.now);
  if (amendment === undefined) return say(html`${notAmendable(article, request)}`);
  deps.amended();
  return say(request.words.amended.held(article.id));
}

/** `/release 12`: a held article goes on. */
export function releaseCommand(deps: AmendDeps): Handler {
  return async (request) => {
    const found = await named(deps, request, 'release');
    return 'kind' in found ? found : release(deps, found.article, request);
  };
}

export function releaseAction(deps: AmendDeps): Handler {
  return async (request) => {
    const article = await articleOf(deps, request);
    return article === undefined ? toast(request.words.article.gone) : release(deps, article, request);
  };
}

async function release(deps: AmendDeps, article: Article, request: Request): Promise<Answer> {
  const released = await deps.articles.release(article.id, editorOf(request), request.now);
  if (released === undefined) return say(html`${request.words.amended.notHeld(article.id)}`);
  deps.amended();
  return say(html`${request.words.amended.released(article.id)}`);
}

/** Why an article that stands so can be neither corrected, held nor retracted, and what can be done instead. */
function notAmendable({ id, status }: Article, { words }: Request): string {
  switch (status) {
    case 'draft':
    case 'embargoed':
      return words.amended.isDraft(id);
    case 'held':
      return words.amended.isHeld(id);
    case 'retracted':
      return words.amended.isKilled(id);
    case 'published':
      return words.amended.changedMeanwhile;
    default:
      return status satisfies never;
  }
}
