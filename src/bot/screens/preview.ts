import type { Temporal } from 'temporal-polyfill';
import type { Button, Message } from '../../delivery/outbox.ts';
import type { Article } from '../../news/article.ts';
import type { Seam } from '../../news/intake.ts';
import type { Likeness } from '../../news/likeness.ts';
import { keyQuotes } from '../../news/quote.ts';
import { countryLabel, countryList, formatMoment, type Reader } from '../format.ts';
import { type Html, html, joinHtml } from '../html.ts';
import { inRows } from '../keyboard.ts';
import { wordsIn } from '../messages/words.ts';
import { MESSAGE_LENGTH, splitHtml, visibleLength } from '../split.ts';
import { likenessButtons, likenessWarnings } from './repeats.ts';
import { headlineLink, quoteBlock, sourceAndDate } from './story.ts';
import { type WritingNote, writingButtons, writingLine } from './writing.ts';

/** What an editor should know of a draft beside its text; kept while the draft is worked on. */
export interface PreviewNotes {
  readonly seams: readonly Seam[];
  /** What the reading left out: captions, biographies, furniture. */
  readonly cut: readonly string[];
  /** What the model did about it; left out where none is configured. */
  readonly writing?: WritingNote;
}

export const NO_NOTES: PreviewNotes = { seams: [], cut: [] };

/** What an editor checks before he publishes: the notes, and the stored articles that the draft is like. */
export interface PreviewChecks extends PreviewNotes {
  readonly alike: readonly Likeness[];
}

const CUT_PIECE_LENGTH = 60;

/** A draft as a subscriber will see it, what an editor should check, and what he may do; always one message. */
export function previewScreen(
  article: Article,
  toCheck: PreviewChecks,
  now: Temporal.Instant,
  reader: Reader,
): Message {
  const words = wordsIn(reader.language).preview;
  const top = [
    html`<b>${words.title}</b> · ${standing(article, reader)}`,
    joinHtml([headlineLink(article), credits(article, now, reader)], '\n'),
    html`${article.countries.length === 0 ? words.noCountries : words.countries(countryList(article.countries, reader.language))}`,
    html`${article.summary}`,
  ];
  const bottom = checks(article, toCheck, reader);
  const room = MESSAGE_LENGTH - lengthOf([...top, ...bottom]) - 80;
  const quotes = quotesThatFit(article, room, reader);
  return { html: oneMessage([...top, ...quotes, ...bottom]), buttons: previewButtons(article, toCheck, reader) };
}

function standing(article: Article, reader: Reader): string {
  const words = wordsIn(reader.language).preview;
  const number = `№ ${article.id}`;
  switch (article.status) {
    case 'embargoed':
      return `${number} · ${words.embargoed(article.embargoedUntil ? formatMoment(article.embargoedUntil, reader) : '')}`;
    case 'draft':
    case 'published':
    case 'held':
    case 'retracted':
      return `${words.standing[article.status]} ${number}`;
    default:
      return article.status satisfies never;
  }
}

function credits(article: Article, now: Temporal.Instant, reader: Reader): Html {
  const pieces = [article.byline, article.dateline, sourceAndDate(article, now, reader)].filter(
    (piece) => piece !== undefined,
  );
  return html`<i>${pieces.join(' · ')}</i>`;
}

function quotesThatFit(article: Article, room: number, reader: Reader): Html[] {
  const words = wordsIn(reader.language).preview;
  const quotes = keyQuotes(article.quotes).map((quote) => quoteBlock(article, quote, reader));
  if (quotes.length === 0) return [html`${words.noQuotes}`];
  const shown = quotes.filter((_, index) => lengthOf(quotes.slice(0, index + 1)) <= room);
  return [html`<b>${words.quotes(shown.length, quotes.length)}</b>`, ...shown];
}

function checks(article: Article, { alike, seams, cut: left, writing }: PreviewChecks, reader: Reader): Html[] {
  const words = wordsIn(reader.language).preview;
  const count = article.body.split(/\s+/).length;
  const cut = [...new Set(left)]
    .map((piece) => (piece.length > CUT_PIECE_LENGTH ? `${piece.slice(0, CUT_PIECE_LENGTH)}…` : piece))
    .slice(0, 6);
  return [
    ...likenessWarnings(alike, reader),
    ...seams.slice(0, 5).map(({ before, after }) => words.seam(before, after)),
    ...writingLine(article, writing, reader),
    ...(cut.length > 0 ? [html`<blockquote expandable>${words.cut(cut.join(' | '))}</blockquote>`] : []),
    html`<i>${words.length(count, languageName(article.language, reader))}</i>`,
  ];
}

function languageName(code: string, reader: Reader): string {
  return new Intl.DisplayNames(reader.language, { type: 'language' }).of(code) ?? code;
}

function lengthOf(blocks: readonly Html[]): number {
  return blocks.reduce((sum, block) => sum + visibleLength(block) + 2, 0);
}

function oneMessage(blocks: readonly Html[]): string {
  return splitHtml(joinHtml(blocks, '\n\n'))[0]?.html ?? '';
}

function previewButtons({ id, status }: Article, { alike, writing }: PreviewChecks, reader: Reader): Button[][] {
  const words = wordsIn(reader.language).preview;
  if (status !== 'draft' && status !== 'embargoed') return amendingButtons(id, status, reader);
  const button = (label: string, verb: string): Button => ({ label, action: `${verb} ${id}` });
  return [
    [button(words.publish, 'publish'), button(words.breaking, 'breaking'), button(words.embargo, 'embargo')],
    [button(words.countriesButton, 'places'), button(words.headline, 'headline'), button(words.summary, 'summary')],
    ...writingButtons(id, writing, reader),
    ...likenessButtons(alike, reader),
    [button(words.discard, 'discard')],
  ];
}

/** What can still be done about an article that is out: a kill needs its reason, so it is a command. */
function amendingButtons(id: number, status: Article['status'], reader: Reader): Button[][] {
  const words = wordsIn(reader.language).amended;
  const correct = { label: words.correctButton, action: `correct ${id}` };
  if (status === 'published') return [[correct, { label: words.holdButton, action: `hold ${id}` }]];
  return status === 'held' ? [[correct, { label: words.releaseButton, action: `release ${id}` }]] : [];
}

/** The countries of a draft, each of which a tap takes out. */
export function placesScreen(article: Article, reader: Reader): Message {
  const words = wordsIn(reader.language).preview;
  const remove = article.countries.map((country) => ({
    label: `✕ ${countryLabel(country, reader.language)}`,
    action: `place ${article.id} ${country}`,
  }));
  const text = joinHtml([html`<b>${article.headline}</b>`, words.askCountries], '\n\n');
  return { html: text.html, buttons: [...inRows(remove, 2), [{ label: words.back, action: `preview ${article.id}` }]] };
}

/** Drafts and embargoed articles, each with a button that opens its preview. */
export function draftList(drafts: readonly Article[], reader: Reader): Message {
  const words = wordsIn(reader.language);
  const lines = drafts.map((draft) => html`${standing(draft, reader)}\n<b>${draft.headline}</b>`);
  const opening = drafts.map(({ id }) => ({ label: words.article.number(id), action: `preview ${id}` }));
  return { html: oneMessage([html`<b>${words.desk.drafts}</b>`, ...lines]), buttons: inRows(opening, 4) };
}
