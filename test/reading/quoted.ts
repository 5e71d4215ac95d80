import { findQuotes } from '../../src/reading/quotes.ts';

/** What the quotes of a text come to, with the words in place of their places. */
export function quotesIn(text: string, language = 'en') {
  return findQuotes(text, language).map(({ spans, speaker, role, mention, tie }) => ({
    words: spans.map(({ start, end }) => text.slice(start, end)),
    speaker,
    role,
    mention: mention && text.slice(mention.start, mention.end),
    tie,
  }));
}

export function speakersIn(text: string, language = 'en') {
  return quotesIn(text, language).map(({ speaker }) => speaker);
}

export function mentionsIn(text: string, language = 'en') {
  return quotesIn(text, language).map(({ mention }) => mention);
}
