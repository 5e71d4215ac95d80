import type { Chats } from '../../delivery/chats.ts';
import type { Message } from '../../delivery/outbox.ts';
import type { Articles } from '../../news/articles.ts';
import { COUNTRY_CODES, type CountryCode } from '../../news/country.ts';
import { REGIONS } from '../../news/region.ts';
import { type ParsedTopics, parseTopics, type UnknownTopic } from '../../news/topic.ts';
import { type Answer, say, show, toast, withButtons } from '../answer.ts';
import type { Conversations } from '../conversation.ts';
import { clip, countryList } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import type { Handler, Request } from '../request.ts';
import { nextLine } from '../screens/settings.ts';
import { countryButtons, regionsScreen, topicsScreen } from '../screens/topics.ts';
import { keyOf } from './draft.ts';

export interface TopicsDeps {
  readonly chats: Chats;
  readonly articles: Articles;
  readonly conversations: Conversations;
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

/**
 * A tap on a country ticks or unticks it, and the message shows so: `tick KZ 2 on` was tapped on page 2. Buttons of the
 * first version do not say which, and turn it over.
 */
export function tickAction(deps: TopicsDeps): Handler {
  return async (request) => {
    const [country = '', page = '0', state] = request.text.split(' ');
    const { chat, words } = request;
    // A client may press a button with any words in it.
    if (!COUNTRY_CODES.includes(country)) return toast(words.help.gone);
    const isOn = state === undefined ? !chat.topics.includes(country) : state === 'on';
    return show(await tickScreen(deps, request, await follows(deps, chat.id, [country], isOn), Number(page)));
  };
}

/** A country that was meant by a misspelt name: ticked, however often it is tapped. */
export function pickAction(deps: TopicsDeps): Handler {
  return (request) => tickAction(deps)({ ...request, text: `${request.text} 0 on` });
}

/** `region caucasus on` */
export function regionAction(deps: TopicsDeps): Handler {
  return async (request) => {
    const [id, state] = request.text.split(' ');
    const region = REGIONS.find((known) => known.id === id);
    if (region === undefined) return toast(request.words.help.gone);
    const { countries } = region;
    return show(await tickScreen(deps, request, await follows(deps, request.chat.id, countries, state === 'on'), 0));
  };
}

export function regionsAction(): Handler {
  return async ({ chat }) => show(regionsScreen(chat.topics, chat.language));
}

/** What the chat follows from then on. */
async function follows(
  { chats }: TopicsDeps,
  id: number,
  countries: readonly CountryCode[],
  isOn: boolean,
): Promise<readonly CountryCode[]> {
  await (isOn ? chats.subscribe(id, countries) : chats.unsubscribe(id, countries));
  return (await chats.find(id))?.topics ?? [];
}

/** Names that are typed while the countries are shown; undefined where it names none, and is near none. */
export async function takeCountries(deps: TopicsDeps, request: Request): Promise<Answer | undefined> {
  const { countries, unknown } = parseTopics(request.text.slice(0, LONGEST_LIST));
  if (countries.length === 0 && unknown.every(({ nearest }) => nearest.length === 0)) return undefined;
  const asked = didYouMean(request, unknown, 'pick');
  if (countries.length === 0) return say(...asked);
  const topics = await follows(deps, request.chat.id, countries, true);
  return say(...asked, await tickScreen(deps, request, topics, 0));
}

/** More than this is no list of countries. */
const LONGEST_LIST = 200;

/** Turns to a page of the countries. */
export function countriesAction(deps: TopicsDeps): Handler {
  return async (request) => show(await tickScreen(deps, request, request.chat.topics, Number(request.text)));
}

async function tickScreen(
  { articles, chats, conversations }: TopicsDeps,
  request: Request,
  topics: readonly CountryCode[],
  page: number,
  greet = false,
) {
  const { chat, now } = request;
  // Whoever only looks is not stored, and so cannot answer either.
  if ((await chats.find(chat.id)) !== undefined) await conversations.setUps.set(keyOf(request), 'countries');
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
