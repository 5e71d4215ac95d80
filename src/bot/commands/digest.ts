import { arrangeBriefing } from '../../briefing/edition.ts';
import { createStoryFinder } from '../../briefing/stories.ts';
import { defaultWindow, takeWindow, type Window } from '../../briefing/window.ts';
import type { Articles } from '../../news/articles.ts';
import type { CountryCode } from '../../news/country.ts';
import { parseTopics } from '../../news/topic.ts';
import { type Answer, say, withButtons } from '../answer.ts';
import { countryList, formatDate, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { composeBriefing } from '../screens/briefing.ts';
import { countryButtons } from '../screens/topics.ts';
import type { ReadingDeps } from './reading-deps.ts';
import { didYouMean } from './topics.ts';

/** A digest holds the newest so many articles of its window. */
const MOST_ARTICLES = 20;
const COVERAGE_DAYS = 30;

/** What a person asked a digest of. */
export interface Asked {
  readonly countries: readonly CountryCode[];
  readonly window: Window;
}

/** `/digest Kazakhstan 7d`; without a country, of the chat's own topics. */
export function digestCommand(deps: ReadingDeps): Handler {
  return async (request) => {
    const { rest, window, bad } = takeWindow(request.text, request.chat.timeZone, request.now);
    if (bad !== undefined) return say(request.words.digest.badWindow(bad));
    const { countries, unknown } = rest === '' ? { countries: request.chat.topics, unknown: [] } : parseTopics(rest);
    if (countries.length === 0 && unknown.length === 0) return whichCountry(deps.articles, request, 'digest');
    const asked = { countries, window: window ?? defaultWindow(request.now) };
    const digest = countries.length > 0 ? await digestOf(deps, asked, request) : [];
    return say(...digest, ...didYouMean(request, unknown, 'digest'));
  };
}

async function digestOf({ articles, inLanguage }: ReadingDeps, { countries, window }: Asked, request: Request) {
  const { chat, words, now } = request;
  const wanted = { countries, since: window.since, until: window.until };
  const found = await articles.select({ ...wanted, limit: MOST_ARTICLES + 1 });
  if (found.length === 0) return [await insteadOfNothing(articles, { countries, window }, request)];
  const shown = await inLanguage(found.slice(0, MOST_ARTICLES), chat.language);
  const briefing = arrangeBriefing(shown, countries, await createStoryFinder(articles)(shown));
  const occasion = { title: words.briefing.digest, at: now, isCut: found.length > MOST_ARTICLES };
  return composeBriefing(briefing, occasion, chat).map(({ message }) => message);
}

/** An empty window says what there is instead, with a button for it. */
export async function insteadOfNothing(articles: Articles, asked: Asked, request: Request, empty?: Html) {
  const { chat, words } = request;
  const nothing =
    empty ??
    html`${words.digest.empty(countryList(asked.countries, chat.language), windowName(asked.window, request))}`;
  const [newest] = await articles.select({ countries: asked.countries, limit: 1 });
  if (newest?.releasedAt === undefined)
    return withButtons(html`${words.digest.nothingAtAll(countryList(asked.countries, chat.language))}`, []);
  const text = html`${nothing} ${words.digest.newest(formatMoment(newest.releasedAt, chat))}\n<b>${newest.headline}</b>`;
  return withButtons(text, [[{ label: words.briefing.article(newest.id), action: `article ${newest.id}` }]]);
}

export function windowName({ unit, count, since }: Window, { words, chat }: Request): string {
  if (unit === 'hours') return words.digest.lastHours(count);
  return unit === 'days' ? words.digest.lastDays(count) : words.digest.onDay(formatDate(since, chat));
}

/** The countries that there are articles on, as buttons that carry out the command. */
export async function whichCountry(articles: Articles, { chat, words, now }: Request, verb: string): Promise<Answer> {
  const coverage = await articles.coverage(now.subtract({ hours: COVERAGE_DAYS * 24 }));
  if (coverage.length === 0) return say(html`${words.digest.noArticles}`);
  const countries = coverage.slice(0, 12).map(({ country }) => country);
  return say(withButtons(html`${words.digest.whichCountry}`, countryButtons(countries, verb, chat.language)));
}
