import type { Article } from '../../news/article.ts';
import type { Articles } from '../../news/articles.ts';
import { parseTopics } from '../../news/topic.ts';
import { type Answer, say, show, toast } from '../answer.ts';
import { clip, countryList } from '../format.ts';
import { html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { articleScreen, headlineList } from '../screens/article.ts';
import { didYouMean } from './topics.ts';

const HEADLINES = 10;
const FOUND_A_PAGE = 5;
/** A query longer than this is no query; the button that turns the page carries it in 64 bytes. */
const LONGEST_QUERY = 200;

/** `/latest Kazakhstan`: the newest headlines, each opening its article. */
export function latestCommand({ articles }: { articles: Articles }): Handler {
  return async (request) => {
    const { countries, unknown } = parseTopics(request.text);
    if (unknown.length > 0) return say(...didYouMean(request, unknown, 'latest'));
    if (countries.length === 0)
      return headlines(request, await articles.select({ limit: HEADLINES }), request.words.latest.title);
    const found = await articles.select({ countries, limit: HEADLINES });
    if (found.length > 0) return headlines(request, found, request.words.latest.title);
    return say(html`${request.words.digest.nothingAtAll(countryList(countries, request.chat.language))}`);
  };
}

/** `/article 12`; alone, the newest to choose from. */
export function articleCommand({ articles }: { articles: Articles }): Handler {
  return async (request) => {
    if (request.text === '')
      return headlines(request, await articles.select({ limit: HEADLINES }), request.words.article.whichOne);
    const article = await findPublished(articles, request.text);
    if (article === undefined) return say(request.words.article.unknown(clip(request.text)));
    return say(...articleScreen(article, request.now, request.chat));
  };
}

/** The button that opens an article, which may have gone since. */
export function articleAction({ articles }: { articles: Articles }): Handler {
  return async (request) => {
    const article = await findPublished(articles, request.text);
    return article === undefined
      ? toast(request.words.article.gone)
      : say(...articleScreen(article, request.now, request.chat));
  };
}

/** `/search water treaty`: published articles that hold all the words, best first. */
export function searchCommand({ articles }: { articles: Articles }): Handler {
  return async (request) => say(await foundScreen(articles, request, request.text, 0));
}

/** Turns the page of a search: `search 5 water treaty`. */
export function searchAction({ articles }: { articles: Articles }): Handler {
  return async (request) => {
    const [offset = '0', ...words] = request.text.split(' ');
    return show(await foundScreen(articles, request, words.join(' '), Number(offset)));
  };
}

async function foundScreen(articles: Articles, { chat, words }: Request, query: string, offset: number) {
  const asked = query.slice(0, LONGEST_QUERY).trim();
  if (asked === '') return words.search.usage;
  const found = await articles.search(asked, offset, FOUND_A_PAGE + 1);
  if (found.length === 0) return words.search.empty(clip(asked));
  const action = `search ${offset + FOUND_A_PAGE} ${asked}`;
  const more =
    found.length > FOUND_A_PAGE && Buffer.byteLength(action) <= 64 ? { label: words.search.more, action } : undefined;
  return headlineList(words.search.title(clip(asked)), found.slice(0, FOUND_A_PAGE), chat, more);
}

function headlines({ chat, words }: Request, found: readonly Article[], title: string): Answer {
  return say(found.length === 0 ? html`${words.digest.noArticles}` : headlineList(html`${title}`, found, chat));
}

/** A number is also taken as the lists show it: `№ 12`. */
async function findPublished(articles: Articles, text: string): Promise<Article | undefined> {
  const id = /^(?:[№#]\s*)?(\d{1,12})$/.exec(text)?.[1];
  if (id === undefined) return undefined;
  const article = await articles.find(Number(id));
  return article?.status === 'published' ? article : undefined;
}
