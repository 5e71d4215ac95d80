import type { Temporal } from 'temporal-polyfill';
import type { Story } from '../../briefing/edition.ts';
import { USUAL_STYLE } from '../../briefing/style.ts';
import type { Article } from '../../news/article.ts';
import { keyQuotes, type Quote, quoteWords } from '../../news/quote.ts';
import { formatMoment, formatPublished, type Reader } from '../format.ts';
import { type Html, html, joinHtml, link } from '../html.ts';
import { wordsIn } from '../messages/words.ts';

/** More of one article would crowd out the others. */
const MOST_QUOTES = 4;

/** Headline, linked to its source where it has one. */
export function headlineLink(article: Article): Html {
  return html`<b>${link(article.url, article.headline)}</b>`;
}

/** "The Steppe Herald, 1 Mar": where an article comes from, and when that says it was published; undefined where neither is known. */
export function sourceAndDate(article: Article, now: Temporal.Instant, reader: Reader): string | undefined {
  if (article.publishedAt === undefined) return article.source;
  const when = formatPublished(article.publishedAt, now, reader);
  return article.source === undefined ? wordsIn(reader.language).article.published(when) : `${article.source}, ${when}`;
}

/** "By Ainur Bekova · The Steppe Herald · № 12" */
function creditLine(article: Article): Html {
  return html`<i>${[article.byline, article.source, `№ ${article.id}`].filter((piece) => piece !== undefined).join(' · ')}</i>`;
}

/**
 * What a briefing or a digest tells of one event: of the article that leads the headline and, as the reader wants it,
 * summary and key quotes, where it is from, and the headlines of the others.
 */
export function storyBlock({ lead, also }: Story, reader: Reader): Html {
  return joinHtml(
    [
      headlineLink(lead),
      reader.length === 'headlines' ? undefined : html`${lead.summary}`,
      ...quotesTold(lead, reader).map((quote) => quoteBlock(lead, quote, reader)),
      creditLine(lead),
      correctionLine(lead, reader),
      ...also.map((article) => alsoLine(article, reader)),
    ],
    '\n',
  );
}

/** "✏️ Corrected 25 Nov, 14:05: the dam is 40 metres high, not 14." */
export function correctionLine({ correction }: Article, reader: Reader): Html | undefined {
  if (correction === undefined) return undefined;
  return html`✏️ <i>${wordsIn(reader.language).amended.corrected(formatMoment(correction.at, reader))} ${correction.note}</i>`;
}

/** The same with the article that it is about, for those who read that before. */
export function correctedLine(article: Article, reader: Reader): Html {
  const { corrected } = wordsIn(reader.language).amended;
  const { correction } = article;
  const said = correction === undefined ? '' : `${corrected(formatMoment(correction.at, reader))} ${correction.note}`;
  return html`✏️ ${headlineLink(article)} · № ${article.id}\n<i>${said}</i>`;
}

function quotesTold({ quotes }: Article, reader: Reader): Quote[] {
  const { length, quotes: areTold } = { ...USUAL_STYLE, ...reader };
  if (!areTold || length === 'headlines') return [];
  return keyQuotes(quotes).slice(0, length === 'full' ? MOST_QUOTES : 1);
}

/** "Also: The Steppe Herald — Bridge Closed Until Spring · № 12" */
function alsoLine({ source, url, headline, id }: Article, reader: Reader): Html {
  const from = source === undefined ? '' : `${source} — `;
  return html`${wordsIn(reader.language).briefing.also} ${from}${link(url, headline)} · № ${id}`;
}

/** A longer quote is folded to three lines until it is tapped, so that a briefing is never a wall. */
const FOLDED_LENGTH = 280;

/** A quote word for word, as the stored body has it; who said it stands below, where no fold hides it. */
export function quoteBlock(article: Article, quote: Quote, reader: Reader): Html {
  const words = markedWords(article, quote);
  const block =
    words.length > FOLDED_LENGTH
      ? html`<blockquote expandable>${words}</blockquote>`
      : html`<blockquote>${words}</blockquote>`;
  const said = joinHtml([block, translationOf(article, quote, reader)], '\n');
  if (quote.speaker === undefined) return said;
  return html`${said}\n— <b>${quote.speaker}</b>${quote.role === undefined ? '' : `, ${quote.role}`}`;
}

/** What a quote says in the reader's language, said to be a translation; undefined where the original is all there is. */
function translationOf({ quotes, translatedQuotes }: Article, quote: Quote, reader: Reader): Html | undefined {
  const translation = translatedQuotes?.[quotes.indexOf(quote)];
  return translation === undefined
    ? undefined
    : html`<i>${wordsIn(reader.language).briefing.translated} ${translation}</i>`;
}

/** The outer marks of the article's language; a quote that its cue parts keeps each part in marks of its own. */
function markedWords(article: Article, quote: Quote): string {
  const [open, close] = quotationMarks(article.language);
  return quoteWords(article.body, quote)
    .map((words) => open + words + close)
    .join(' ');
}

const GUILLEMETS = new Set(['ru', 'kk', 'ky', 'uk', 'be', 'tg', 'uz', 'tk', 'az', 'hy', 'fr', 'tr', 'ar', 'fa']);

function quotationMarks(language: string): readonly [string, string] {
  if (GUILLEMETS.has(language)) return ['«', '»'];
  if (language === 'de' || language === 'ka') return ['„', '“'];
  return ['“', '”'];
}
