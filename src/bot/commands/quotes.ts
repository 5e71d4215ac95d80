import type { Temporal } from 'temporal-polyfill';
import { defaultWindow, takeWindow } from '../../briefing/window.ts';
import { parseTopics } from '../../news/topic.ts';
import { say, withButtons } from '../answer.ts';
import { clip, countryList } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { type FoundQuote, quotesBy, quotesOf, quotesScreen } from '../screens/quotes.ts';
import { countryButtons } from '../screens/topics.ts';
import { type Asked, insteadOfNothing, whichCountry, windowName } from './digest.ts';
import type { ReadingDeps } from './reading-deps.ts';

const MOST_ARTICLES = 30;
const MOST_QUOTES = 12;
const QUOTES_AN_ARTICLE = 3;
/** What is longer is no name, and each of its words would be looked for. */
const LONGEST_NAME = 100;

/** `/quotes Kazakhstan 7d` or `/quotes Lukashenko`; alone, of the chat's own topics. */
export function quotesCommand(deps: ReadingDeps): Handler {
  const { articles } = deps;
  return async (request) => {
    const { rest, window, bad } = takeWindow(request.text, request.chat.timeZone, request.now);
    if (bad !== undefined) return say(request.words.digest.badWindow(bad));
    const { countries, unknown } = rest === '' ? { countries: request.chat.topics, unknown: [] } : parseTopics(rest);
    if (countries.length === 0 && unknown.length === 0) return whichCountry(articles, request, 'quotes');
    if (unknown.length === 0) {
      const asked = { countries, window: window ?? defaultWindow(request.now) };
      return say(...(await countryQuotes(deps, asked, request)));
    }
    const speaker = { name: rest.slice(0, LONGEST_NAME), since: window?.since, until: window?.until };
    return say(
      ...(await speakerQuotes(
        deps,
        speaker,
        unknown.flatMap(({ nearest }) => nearest),
        request,
      )),
    );
  };
}

async function countryQuotes({ articles, inLanguage }: ReadingDeps, asked: Asked, request: Request) {
  const { countries, window } = asked;
  const found = await articles.select({ countries, since: window.since, until: window.until, limit: MOST_ARTICLES });
  const told = await inLanguage(found, request.chat.language);
  const quotes = quotesOf(told, QUOTES_AN_ARTICLE).slice(0, MOST_QUOTES);
  const names = countryList(countries, request.chat.language);
  if (quotes.length === 0) {
    const empty = html`${request.words.quotes.emptyCountry(names, windowName(window, request))}`;
    return [await insteadOfNothing(articles, asked, request, empty)];
  }
  return quotesScreen(`${names} · ${request.words.quotes.title}`, quotes, request.chat);
}

interface AskedSpeaker {
  readonly name: string;
  readonly since: Temporal.Instant | undefined;
  readonly until: Temporal.Instant | undefined;
}

/** Everything that a speaker said, newest first; where nobody of that name spoke, the countries it may have meant. */
async function speakerQuotes(
  { articles, inLanguage }: ReadingDeps,
  { name, since, until }: AskedSpeaker,
  nearest: readonly string[],
  request: Request,
) {
  const found = await articles.select({ speaker: name, since, until, limit: MOST_ARTICLES });
  const quotes: FoundQuote[] = quotesBy(await inLanguage(found, request.chat.language), name);
  if (quotes.length > 0)
    return quotesScreen(`${request.words.quotes.title}: ${clip(name)}`, quotes.slice(0, MOST_QUOTES), request.chat);
  const { words, chat } = request;
  const meant = nearest.length > 0 ? html`${words.topics.didYouMean}` : undefined;
  return [
    withButtons(
      joinHtml([words.quotes.emptySpeaker(clip(name)), meant], ' '),
      countryButtons(nearest.slice(0, 3), 'quotes', chat.language),
    ),
  ];
}
