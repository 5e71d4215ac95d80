import type { InlineQueryResultArticle } from 'telegraf/types';
import type { Temporal } from 'temporal-polyfill';
import { arrangeBriefing } from '../briefing/edition.ts';
import { createStoryFinder } from '../briefing/stories.ts';
import { defaultWindow } from '../briefing/window.ts';
import type { Message } from '../delivery/outbox.ts';
import type { Article } from '../news/article.ts';
import { type CountryCode, countryName } from '../news/country.ts';
import { quoteWords } from '../news/quote.ts';
import { parseTopics } from '../news/topic.ts';
import type { ReadingDeps } from './commands/reading-deps.ts';
import { countryList, type Reader } from './format.ts';
import { wordsIn } from './messages/words.ts';
import { articleScreen } from './screens/article.ts';
import { composeBriefing } from './screens/briefing.ts';
import { type FoundQuote, quotesOf, quotesScreen } from './screens/quotes.ts';

/** What a query offers: cards to choose from, and where the next page begins (empty for none). */
export interface Offered {
  readonly results: readonly InlineQueryResultArticle[];
  readonly nextOffset: string;
}

const ARTICLES_A_PAGE = 10;
const QUOTES_OFFERED = 5;
const MOST_IN_DIGEST = 10;
const MOST_NEAREST = 3;
const LONGEST_TITLE = 120;
const LONGEST_DESCRIPTION = 160;
const LONGEST_QUERY = 100;

/**
 * What can be shared in any chat: for countries their digest of the last day, their newest articles and quotes; for
 * nothing the newest of all. A name that is no country offers the nearest ones.
 */
export async function offer(
  deps: ReadingDeps,
  query: string,
  offset: string,
  reader: Reader,
  now: Temporal.Instant,
): Promise<Offered> {
  const { countries, unknown } = parseTopics(query.slice(0, LONGEST_QUERY));
  const meant = countries.length > 0 ? countries : unknown.flatMap(({ nearest }) => nearest).slice(0, MOST_NEAREST);
  if (meant.length === 0 && query.trim() !== '') return { results: [], nextOffset: '' };
  const from = /^\d{1,6}$/.test(offset) ? Number(offset) : 0;
  const found = await deps.articles.select({
    ...(meant.length > 0 && { countries: meant }),
    limit: from + ARTICLES_A_PAGE + 1,
  });
  const page = await deps.inLanguage(found.slice(from, from + ARTICLES_A_PAGE), reader.language);
  const first = from > 0 ? [] : await firstCards(deps, meant, page, reader, now);
  return {
    results: [...first, ...page.map((article) => articleCard(article, reader, now))],
    nextOffset: found.length > from + ARTICLES_A_PAGE ? String(from + ARTICLES_A_PAGE) : '',
  };
}

/** The digest before the articles, and the quotes of the newest of them. */
async function firstCards(
  deps: ReadingDeps,
  countries: readonly CountryCode[],
  newest: readonly Article[],
  reader: Reader,
  now: Temporal.Instant,
): Promise<InlineQueryResultArticle[]> {
  const digest = countries.length === 0 ? undefined : await digestCard(deps, countries, reader, now);
  const quotes = quotesOf(newest, 1).slice(0, QUOTES_OFFERED);
  return [...(digest ? [digest] : []), ...quotes.map((quote) => quoteCard(quote, reader))];
}

async function digestCard(
  { articles, inLanguage }: ReadingDeps,
  countries: readonly CountryCode[],
  reader: Reader,
  now: Temporal.Instant,
): Promise<InlineQueryResultArticle | undefined> {
  const { since } = defaultWindow(now);
  const found = await inLanguage(await articles.select({ countries, since, limit: MOST_IN_DIGEST }), reader.language);
  if (found.length === 0) return undefined;
  const words = wordsIn(reader.language).briefing;
  const briefing = arrangeBriefing(found, countries, await createStoryFinder(articles)(found));
  const [first] = composeBriefing(briefing, { title: words.digest, at: now }, reader);
  const title = `${words.digest}: ${countries.map((code) => countryName(code, reader.language)).join(', ')}`;
  const names = found.map(({ headline }) => headline).join(' · ');
  return card(`digest ${countries.join('-')}`, title, names, first?.message);
}

function articleCard(article: Article, reader: Reader, now: Temporal.Instant): InlineQueryResultArticle {
  const countries = countryList(article.countries, reader.language);
  const [first] = articleScreen(article, now, reader);
  return card(`article ${article.id} ${article.revision}`, article.headline, `${countries}\n${article.summary}`, first);
}

function quoteCard(found: FoundQuote, reader: Reader): InlineQueryResultArticle {
  const { article, quote } = found;
  const at = article.quotes.indexOf(quote);
  const words = quoteWords(article.body, quote).join(' … ');
  const [first] = quotesScreen(quote.speaker ?? '', [found], reader);
  return card(`quote ${article.id} ${article.revision} ${at}`, `“${words}”`, quote.speaker ?? '', first);
}

/** A card shows no buttons: in somebody else's chat they would not work for everyone. */
function card(id: string, title: string, description: string, message: Message | undefined): InlineQueryResultArticle {
  return {
    type: 'article',
    id: id.slice(0, 64),
    title: clipped(title, LONGEST_TITLE),
    description: clipped(description, LONGEST_DESCRIPTION),
    input_message_content: {
      message_text: message?.html ?? title,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  };
}

function clipped(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
