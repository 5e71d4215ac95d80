import type { Chats } from '../../delivery/chats.ts';
import type { Message } from '../../delivery/outbox.ts';
import type { Articles } from '../../news/articles.ts';
import { COUNTRY_CODES, type CountryCode } from '../../news/country.ts';
import { type ParsedTopics, parseTopics, type UnknownTopic } from '../../news/topic.ts';
import { say, show, toast, withButtons } from '../answer.ts';
import { clip, countryList } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { nextLine } from '../screens/settings.ts';
import { countryButtons, topicsScreen } from '../screens/topics.ts';

export interface TopicsDeps {
  readonly chats: Chats;
  readonly articles: Articles;
}

/** How far back the countries on the first screen are counted. */
const COVERAGE_DAYS = 30;

/** `/subscribe Kazakhstan, BY`; alone, it shows the countries to tick. */
export function subscribeCommand(deps: TopicsDeps): Handler {
  return async (request) => {
    if (request.text === '') return say(await tickScreen(deps, request, request.chat.topics, 0));
    const { countries, unknown } = parseTopics(request.text);
    const added = countries.length > 0 ? await follow(deps, request, countries) : [];
    return say(...added, ...didYouMean(request, unknown, 'follow'));
  };
}

/** The button "Follow 🇰🇿 Kazakhstan". */
export function followAction(deps: TopicsDeps): Handler {
  return async (request) => say(...(await follow(deps, request, parseTopics(request.text).countries)));
}

async function follow(
  { chats }: TopicsDeps,
  { chat, words }: Request,
  countries: readonly CountryCode[],
): Promise<Html[]> {
  const added = await chats.subscribe(chat.id, countries);
  const known = countries.filter((country) => !added.includes(country));
  return [
    ...(added.length > 0 ? [html`${words.topics.added(countryList(added, chat.language))}\n${nextLine(chat)}`] : []),
    ...(known.length > 0 ? [html`${words.topics.alreadyAdded(countryList(known, chat.language))}`] : []),
  ];
}

/** `/unsubscribe Kazakhstan` or `/unsubscribe all`; alone, it shows what is followed. */
export function unsubscribeCommand({ chats }: TopicsDeps): Handler {
  return async (request) => {
    const { chat, words, text } = request;
    if (chat.topics.length === 0) return say(html`${words.topics.none}`);
    if (text === '') {
      const all = [{ label: words.topics.removeAll, action: 'unfollow all' }];
      return say(
        withButtons(html`${words.topics.removeWhich}`, [
          ...countryButtons(chat.topics, 'unfollow', chat.language),
          all,
        ]),
      );
    }
    const parsed: ParsedTopics = isAll(text) ? { countries: [...chat.topics], unknown: [] } : parseTopics(text);
    const removed = await chats.unsubscribe(chat.id, parsed.countries);
    const absent = parsed.countries.filter((country) => !removed.includes(country));
    return say(
      ...(removed.length > 0 ? [html`${words.topics.removed(countryList(removed, chat.language))}`] : []),
      ...(absent.length > 0 ? [html`${words.topics.notFollowed(countryList(absent, chat.language))}`] : []),
      ...didYouMean(request, parsed.unknown, 'unfollow'),
    );
  };
}

/** The countries to tick; with a greeting for a chat that is new. */
export function topicsCommand(deps: TopicsDeps, greet = false): Handler {
  return async (request) => say(await tickScreen(deps, request, request.chat.topics, 0, greet));
}

/** A tap on a country ticks or unticks it, and the message shows so; `tick KZ 2` was tapped on page 2. */
export function tickAction(deps: TopicsDeps): Handler {
  return async (request) => {
    const [country = '', page = '0'] = request.text.split(' ');
    const { chat, words } = request;
    // A client may press a button with any words in it.
    if (!COUNTRY_CODES.includes(country)) return toast(words.help.gone);
    if (chat.topics.includes(country)) await deps.chats.unsubscribe(chat.id, [country]);
    else await deps.chats.subscribe(chat.id, [country]);
    const topics = (await deps.chats.find(chat.id))?.topics ?? [];
    return show(await tickScreen(deps, request, topics, Number(page)));
  };
}

/** Turns to a page of the countries. */
export function countriesAction(deps: TopicsDeps): Handler {
  return async (request) => show(await tickScreen(deps, request, request.chat.topics, Number(request.text)));
}

async function tickScreen(
  { articles }: TopicsDeps,
  { chat, now }: Request,
  topics: readonly CountryCode[],
  page: number,
  greet = false,
) {
  const coverage = await articles.coverage(now.subtract({ hours: COVERAGE_DAYS * 24 }));
  return topicsScreen(
    greet,
    topics,
    coverage.map(({ country }) => country),
    page,
    chat.language,
  );
}

/** Names that are no countries are asked back one by one, but no more than so many: longer lists are no misspellings. */
const ASKED_BACK = 3;

/** Names that are no countries: what may have been meant, as buttons that do what the command would have done. */
export function didYouMean(request: Request, unknown: readonly UnknownTopic[], verb: string): Message[] {
  return unknown.slice(0, ASKED_BACK).map((topic) => askBack(request, topic, verb));
}

function askBack({ chat, words }: Request, { text, nearest }: UnknownTopic, verb: string): Message {
  const unknown = words.topics.unknown(clip(text));
  if (nearest.length === 0) return withButtons(joinHtml([unknown, words.topics.tryAgain], ' '), []);
  return withButtons(
    joinHtml([unknown, html`${words.topics.didYouMean}`], ' '),
    countryButtons(nearest, verb, chat.language),
  );
}

function isAll(text: string): boolean {
  return ['all', 'все', 'всё', 'всех', 'бәрі', 'бәрін', 'барлығы', 'барлығын'].includes(text.toLowerCase());
}
