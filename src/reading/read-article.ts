import type { ArticleText } from '../news/article.ts';
import type { CountryCode } from '../news/country.ts';
import type { Quote } from '../news/quote.ts';
import { type Cut, cleanText } from './clean.ts';
import { rankCountries } from './countries.ts';
import { extract } from './extract.ts';
import { rankKeyQuotes } from './key-quotes.ts';
import { detectLanguage } from './language.ts';
import { findQuotes } from './quotes.ts';

export type { Cut } from './clean.ts';

/** What the reading of a text comes to. */
export type ReadOutcome =
  | {
      readonly kind: 'article';
      readonly article: ArticleText;
      readonly cut: readonly Cut[];
      readonly countries: readonly CountryCode[];
      readonly quotes: readonly Quote[];
      readonly summary: string;
    }
  | { readonly kind: 'too-short'; readonly words: number }
  | { readonly kind: 'no-headline' };

/** A text that is an article, and what the reading found in it. */
export type Reading = Extract<ReadOutcome, { readonly kind: 'article' }>;

/** A body of fewer words is no article. */
const FEWEST_WORDS = 20;

/** Chinese and Japanese part no words; so many characters of theirs stand for one word. */
const CHARACTERS_A_WORD = 2;

/**
 * Reads a paste, a page's text or a file: what it is about, who is quoted, and its extract. Pure. A text with
 * fewer than twenty words is too short whether or not it has a headline.
 */
export function readArticle(raw: string, url?: string): ReadOutcome {
  const clean = cleanText(raw);
  const body = clean.paragraphs.join('\n\n');
  if (countWords(body) < FEWEST_WORDS) return { kind: 'too-short', words: countWords(raw) };
  if (clean.headline === undefined) return { kind: 'no-headline' };
  const language = detectLanguage(`${clean.headline}\n${body}`);
  const { headline, byline, dateline, source, publishedAt } = clean;
  return {
    kind: 'article',
    article: { headline, byline, dateline, source, publishedAt, url, language, body, raw },
    cut: clean.cut,
    ...readBody({ headline, dateline, body, language }),
  };
}

/** What is found in a text that is clean already: a stored article's, whose body was corrected. */
export function readBody({
  headline,
  dateline,
  body,
  language,
}: Pick<ArticleText, 'headline' | 'dateline' | 'body' | 'language'>): Pick<
  Reading,
  'countries' | 'quotes' | 'summary'
> {
  return {
    countries: rankCountries({ headline, dateline, body, language }),
    quotes: rankKeyQuotes(body, findQuotes(body, language)).map(
      ({ spans, speaker, role, mention, rank }): Quote => ({ spans, speaker, role, mention, rank }),
    ),
    summary: extract({ headline, body, language }),
  };
}

function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const unparted = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return Math.max(words, Math.floor(unparted / CHARACTERS_A_WORD));
}
