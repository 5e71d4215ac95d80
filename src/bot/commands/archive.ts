import type { Article } from '../../news/article.ts';
import { parseTopics } from '../../news/topic.ts';
import { type Answer, say, show, toast } from '../answer.ts';
import { clip, countryList } from '../format.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { articleScreen, headlineList } from '../screens/article.ts';
import type { ReadingDeps } from './reading-deps.ts';
import { didYouMean } from './topics.ts';

const HEADLINES = 10;
const FOUND_A_PAGE = 5;
/** A query longer than this is no query; the button that turns the page carries it in 64 bytes. */
const LONGEST_QUERY = 200;

/** `/latest Kazakhstan`: the newest headlines, each opening its article. */
export function latestCommand(deps: ReadingDeps): Handler {
  return async (request) => {
    const { countries, unknown } = parseTopics(request.text);
    if (unknown.length > 0) return say(...didYouMean(request, unknown, 'latest'));
    const found = await deps.articles.select({ ...(countries.length > 0 && { countries }), limit: HEADLINES });
    if (found.length > 0 || countries.length === 0) return headlines(deps, request, found, request.words.latest.title);
    return say(html`${request.words.digest.nothingAtAll(countryList(countries, request.chat.language))}`);
  };
}

/** `/article 12`; alone, the newest to choose from. */
export function articleCommand(deps: ReadingDeps): Handler {
  return async (request) => {
    if (request.text === '')
      return headlines(deps, request, await deps.articles.select({ limit: HEADLINES }), request.words.article.whichOne);
    const article = await findPublished(deps, request);
    if (article === undefined) return say(request.words.article.unknown(clip(request.text)));
    return say(...articleScreen(article, request.now, request.chat));
  };
}

/** The button that opens an article, which may have gone since. */
export function articleAction(deps: ReadingDeps): Handler {
  return async (request) => {
    const article = await findPublished(deps, request);
    return article === undefined
      ? toast(request.words.article.gone)
      : say(...articleScreen(article, request.now, request.chat));
  };
}

/** `/search water treaty`: published articles that hold all the words, best first. */
export function searchCommand(deps: ReadingDeps): Handler {
  return async (request) => say(await foundScreen(deps, request, request.text, 0));
}

/** Turns the page of a search: `search 5 water treaty`. */
export function searchAction(deps: ReadingDeps): Handler {
  return async (request) => {
    const [offset = '0', ...words] = request.text.split(' ');
    return show(await foundScreen(deps, request, words.join(' '), Number(offset)));
  };
}

async function foundScreen(
  { articles, inLanguage }: ReadingDeps,
  { chat, words }: Request,
  query: string,
  offset: number,
) {
  const asked = query.slice(0, LONGEST_QUERY).trim();
  if (asked === '') return words.search.usage;
  const found = await articles.search(asked, offset, FOUND_A_PAGE + 1);
  if (found.length === 0) return words.search.empty(clip(asked));
  const action = `search ${offset + FOUND_A_PAGE} ${asked}`;
  const more =
    found.length > FOUND_A_PAGE && Buffer.byteLength(action) <= 64 ? { label: words.search.more, action } : undefined;
  return headlineList(
    words.search.title(clip(asked)),
    await inLanguage(found.slice(0, FOUND_A_PAGE), chat.language),
    chat,
    more,
  );
}

async function headlines(
  { inLanguage }: ReadingDeps,
  { chat, words }: Request,
  found: readonly Article[],
  title: string,
): Promise<Answer> {
  if (found.length === 0) return say(html`${words.digest.noArticles}`);
  return say(headlineList(html`${title}`, await inLanguage(found, chat.language), chat));
}

/** A number is also taken as the lists show it: `№ 12`. */
async function findPublished(
  { articles, inLanguage }: ReadingDeps,
  { text, chat }: Request,
): Promise<Article | undefined> {
  const id = /^(?:[№#]\s*)?(\d{1,12})$/.exec(text)?.[1];
  if (id === undefined) return undefined;
  const article = await articles.find(Number(id));
  if (article?.status !== 'published') return undefined;
  return (await inLanguage([article], chat.language))[0];
}
