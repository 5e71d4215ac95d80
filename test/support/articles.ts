import { Temporal } from 'temporal-polyfill';
import type { Article, ArticleText } from '../../src/news/article.ts';
import type { NewArticle } from '../../src/news/articles.ts';
import type { Quote } from '../../src/news/quote.ts';

const BODY = `OSTREVA — The river council of Vardania agreed on Tuesday to share the water of Lake Ilmar with its neighbours for ten more years.

"We would rather argue about water than about borders," said Marta Velden, who chairs the council.

The agreement ends a dispute that had left 4,200 farms without a promised supply since spring.`;

/** What an invented article may differ in; the text's fields stand beside the article's own. */
export type ArticleOverrides = Partial<Omit<NewArticle, 'text' | 'summary'>> &
  Partial<ArticleText> & { summary?: string };

/** An article of invented people and places, with one quote by its speaker. A body of one's own has no quotes. */
export function anArticle(overrides: ArticleOverrides = {}): NewArticle {
  const body = overrides.body ?? BODY;
  return {
    text: {
      headline: overrides.headline ?? 'Vardania shares Lake Ilmar for ten more years',
      byline: overrides.byline ?? 'Jonas Pereli',
      dateline: overrides.dateline ?? 'OSTREVA',
      source: 'source' in overrides ? overrides.source : 'The Ilmar Courier',
      publishedAt: overrides.publishedAt,
      url: 'url' in overrides ? overrides.url : 'https://courier.example/ilmar',
      language: overrides.language ?? 'en',
      body,
      raw: overrides.raw ?? body,
    },
    countries: overrides.countries ?? ['KZ', 'KG'],
    quotes: overrides.quotes ?? (body === BODY ? [theQuote()] : []),
    summary: {
      text: overrides.summary ?? 'Vardania and its neighbours will share the water of Lake Ilmar for ten more years.',
      madeBy: 'extract',
    },
    filedBy: overrides.filedBy ?? 1,
    filedAt: overrides.filedAt ?? Temporal.Instant.from('2026-03-02T06:00:00Z'),
  };
}

/** The same as it is stored once it is published; its id is its number on the publish sequence. */
export function publishedArticle(id: number, overrides: ArticleOverrides = {}): Article {
  const { text, summary, ...filed } = anArticle(overrides);
  return {
    ...text,
    ...filed,
    summary: summary.text,
    summaryBy: summary.madeBy,
    id,
    sequence: id,
    status: 'published',
    revision: 1,
    releasedAt: filed.filedAt,
    embargoedUntil: undefined,
    translatedQuotes: undefined,
    correction: undefined,
  };
}

/** The place of words in a body, as a quote by this speaker. */
export function quoteOf(body: string, words: string, speaker: string | undefined, rank?: number): Quote {
  const start = body.indexOf(words);
  if (start < 0) throw new Error(`The body does not hold "${words}"`);
  return { spans: [{ start, end: start + words.length }], speaker, role: undefined, rank };
}

function theQuote(): Quote {
  return {
    ...quoteOf(BODY, 'We would rather argue about water than about borders,', 'Marta Velden', 1),
    role: 'chair of the river council',
  };
}
