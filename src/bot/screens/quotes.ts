import type { Button, Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import { foldedWords } from '../../news/folded-words.ts';
import { keyQuotes, type Quote } from '../../news/quote.ts';
import { formatDate, type Reader } from '../format.ts';
import { html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { packBlocks } from '../split.ts';
import { headlineLink, quoteBlock } from './story.ts';

/** A quote and the article it stands in. */
export interface FoundQuote {
  readonly article: Article;
  readonly quote: Quote;
}

/** A digest of quotes: each word for word, with its speaker; below those of one article, the article and the day. */
export function quotesScreen(title: string, found: readonly FoundQuote[], reader: Reader): Message[] {
  const words = wordsIn(reader.language);
  const blocks = found.map(({ article, quote }, index) => {
    const isLast = found[index + 1]?.article.id !== article.id;
    const when = article.releasedAt ? formatDate(article.releasedAt, reader) : '';
    const from = isLast ? words.quotes.from(headlineLink(article), when) : undefined;
    return joinHtml([quoteBlock(article, quote, reader), from], '\n');
  });
  const packed = packBlocks([html`<b>${title}</b>`, ...blocks]);
  const ids = [...new Set(found.map(({ article }) => article.id))].slice(0, 10);
  const opening: Button[] = ids.map((id) => ({ label: words.briefing.article(id), action: `article ${id}` }));
  return packed.map(({ text }, index) => ({
    html: text.html,
    buttons: index === packed.length - 1 ? inRows(opening, 4) : [],
  }));
}

/** The key quotes of articles, the article's order kept. */
export function quotesOf(articles: readonly Article[], each: number): FoundQuote[] {
  return articles.flatMap((article) =>
    keyQuotes(article.quotes)
      .slice(0, each)
      .map((quote) => ({ article, quote })),
  );
}

/** Everything that one person said, rank or no rank: all words of the name stand in the speaker's, as in the selection. */
export function quotesBy(articles: readonly Article[], name: string): FoundQuote[] {
  const wanted = foldedWords(name);
  const isMeant = ({ speaker }: Quote) => {
    const words = new Set(foldedWords(speaker ?? ''));
    return wanted.every((word) => words.has(word));
  };
  return articles.flatMap((article) => article.quotes.filter(isMeant).map((quote) => ({ article, quote })));
}
