import type { Temporal } from 'temporal-polyfill';
import type { Button, Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import { flag } from '../../news/country.ts';
import { keyQuotes } from '../../news/quote.ts';
import { countryLabel, countryList, formatDate, formatTime, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { packBlocks } from '../split.ts';
import { correctionLine, headlineLink, quoteBlock, sourceAndDate } from './story.ts';

/** One article: headline, dateline, summary, all its key quotes, source. */
export function articleScreen(article: Article, now: Temporal.Instant, reader: Reader): Message[] {
  const blocks = [
    joinHtml([headlineLink(article), articleCredits(article, now, reader)], '\n'),
    html`${article.summary}`,
    correctionLine(article, reader) ?? html``,
    ...keyQuotes(article.quotes).map((quote) => quoteBlock(article, quote, reader)),
  ];
  const packed = packBlocks(blocks);
  return packed.map(({ text }, index) => ({
    html: text.html,
    buttons: index === packed.length - 1 ? articleButtons(article, reader) : [],
  }));
}

/** Countries, who wrote it and where, when it was released, and its number. */
function articleCredits(article: Article, now: Temporal.Instant, reader: Reader): Html {
  const words = wordsIn(reader.language).article;
  const pieces = [
    article.byline === undefined ? undefined : words.by(article.byline),
    article.dateline,
    sourceAndDate(article, now, reader),
    article.releasedAt && formatDate(article.releasedAt, reader),
    words.number(article.id),
  ];
  return html`${countryList(article.countries, reader.language)}\n<i>${pieces.filter((piece) => piece !== undefined).join(' · ')}</i>`;
}

function articleButtons(article: Article, reader: Reader): Button[][] {
  const words = wordsIn(reader.language);
  const source = article.url === undefined ? [] : [[{ label: words.briefing.source, url: article.url }]];
  const follow = article.countries.slice(0, 2).map((country) => ({
    label: words.topics.follow(countryLabel(country, reader.language)),
    action: `follow ${country}`,
  }));
  return [...source, ...follow.map((button) => [button])];
}

/** Headlines, each with a button that does `verb` with its article: opens it, mostly. */
export function headlineList(
  title: Html,
  articles: readonly Article[],
  reader: Reader,
  more?: Button,
  verb = 'article',
): Message {
  const lines = articles.map(
    (article) =>
      html`${article.countries.map(flag).join('')} ${headlineLink(article)}\n<i>№ ${article.id}${article.releasedAt === undefined ? '' : ` · ${formatDate(article.releasedAt, reader)}, ${formatTime(article.releasedAt, reader)}`}</i>`,
  );
  const opening = articles.map(({ id }) => ({ label: `№ ${id}`, action: `${verb} ${id}` }));
  const [first] = packBlocks([html`<b>${title}</b>`, ...lines]);
  return { html: first?.text.html ?? '', buttons: [...inRows(opening, 5), ...(more ? [[more]] : [])] };
}
