import type { Quote, Span } from '../news/quote.ts';
import { quoteWords } from '../news/quote.ts';
import stances from './data/stances.json' with { type: 'json' };
import { lastAtOrBefore } from './places.ts';
import { paragraphSpans } from './quote-marks.ts';

/** A fragment of fewer words says too little to be shown by itself, and a sentence of fewer too. */
const FEWEST_WORDS = 5;
const FEWEST_WORDS_OF_A_SENTENCE = 3;

/** Words by which somebody takes a position, promises or threatens, in the languages of the articles. */
const POSITION = new Set(stances.position.split(' '));
const PROMISE = new Set(stances.promise.split(' '));
const THREAT = new Set(stances.threat.split(' '));

/** What an article’s quotes are weighed against, read once. */
export interface Reporting {
  readonly body: string;
  readonly paragraphs: readonly Span[];
  readonly starts: readonly number[];
  /** For each paragraph, the words of the reporter, so far as they say something. */
  readonly told: (paragraph: number) => ReadonlySet<string>;
  /** How often the body names each speaker, and whoever it names most. */
  readonly named: ReadonlyMap<string, number>;
  readonly namedMost: number;
}

/** `quotes`: all that the body holds, in order. */
export function readReporting(body: string, quotes: readonly Quote[]): Reporting {
  const paragraphs = paragraphSpans(body);
  const spans = quotes.flatMap((quote) => quote.spans);
  const opens = spans.map(({ start }) => start);
  const outside = (start: number) => start >= (spans[lastAtOrBefore(opens, start)]?.end ?? 0);
  const known = new Map<number, ReadonlySet<string>>();
  const told = (at: number) => {
    const words = known.get(at) ?? new Set(tellingWords(body, paragraphs[at], outside));
    known.set(at, words);
    return words;
  };
  const named = timesNamed(body, quotes);
  const namedMost = Array.from(named.values()).reduce((most, times) => Math.max(most, times), 1);
  return { body, paragraphs, starts: paragraphs.map(({ start }) => start), told, named, namedMost };
}

/**
 * What a quote adds to the reporting; 0 for too little to be shown. Whole sentences, numbers, positions, promises and
 * threats count, and so do the words of whoever the article is about; rambling does not, nor what the reporter has told
 * in his own words beside it.
 */
export function worthOf(reporting: Reporting, quote: Quote, at: number): number {
  const words = quoteWords(reporting.body, quote).join(' ');
  const parts = words.split(/\s+/u);
  const isWhole = /^[\p{Lu}\p{N}]/u.test(words) && /[.!?…,]$/u.test(words);
  if (parts.length < (isWhole ? FEWEST_WORDS_OF_A_SENTENCE : FEWEST_WORDS)) return 0;
  // A bare question is an interviewer's, or tells nothing without its answer.
  if (/^[^.!?…]*\?$/u.test(words)) return 0;
  const whole = isWhole ? 2 : 0;
  const number = /\p{N}/u.test(words) ? 1 : 0;
  const length = Math.min(parts.length, 30) / 15 - Math.max(0, parts.length - 80) / 60;
  const role = quote.role === undefined ? 0 : 0.5;
  const early = 1.5 / (1 + at);
  const worth = whole + stanceOf(parts) + number + length + role + early + prominence(reporting, quote);
  return Math.max(0.1, worth - 2 * echo(reporting, quote, words));
}

/** 1.5 for a position, 1 more for a promise or a threat. */
function stanceOf(parts: readonly string[]): number {
  const plain = parts.map((part) =>
    part
      .toLowerCase()
      .replace(/^\P{L}+|\P{L}+$/gu, '')
      .replaceAll('’', "'"),
  );
  const has = (words: ReadonlySet<string>) => plain.some((word) => words.has(word));
  return (has(POSITION) || has(PROMISE) ? 1.5 : 0) + (has(THREAT) ? 1 : 0);
}

/** Up to 1, for whoever the article names most. */
function prominence({ named, namedMost }: Reporting, { speaker }: Quote): number {
  return speaker === undefined ? 0 : (named.get(speaker) ?? 0) / namedMost;
}

/** How much of a quote’s words the reporter has told in the same paragraph or the one before, from 0 to 1. */
function echo({ starts, told }: Reporting, quote: Quote, words: string): number {
  const own = new Set(stemsOf(words));
  if (own.size < FEWEST_STEMS) return 0;
  const at = lastAtOrBefore(starts, quote.spans[0]?.start ?? 0);
  const repeated = [...own].filter((stem) => told(at).has(stem) || told(at - 1).has(stem));
  return repeated.length / own.size;
}

/** Fewer words say nothing of whether somebody repeats them. */
const FEWEST_STEMS = 3;

function tellingWords(body: string, paragraph: Span | undefined, outside: (start: number) => boolean): string[] {
  if (paragraph === undefined) return [];
  const text = body.slice(paragraph.start, paragraph.end);
  return Array.from(text.matchAll(TELLING)).flatMap(({ index, 0: word }) =>
    outside(paragraph.start + index) ? [stem(word)] : [],
  );
}

function stemsOf(words: string): string[] {
  return Array.from(words.matchAll(TELLING), ([word]) => stem(word));
}

/** Words that say something are not short. */
const TELLING = /[\p{L}\p{N}]{4,}/gu;

/** Inflected forms of a word begin alike. */
function stem(word: string): string {
  return word.toLowerCase().slice(0, 5);
}

/** The last name of each speaker is counted, in any form that begins with it, over the whole body. */
function timesNamed(body: string, quotes: readonly Quote[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of body.matchAll(/\p{Lu}[\p{L}-]+/gu)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
  const named = new Map<string, number>();
  for (const { speaker } of quotes) {
    if (speaker !== undefined) named.set(speaker, counts.get(stem(speaker.split(' ').at(-1) ?? '')) ?? 0);
  }
  return named;
}
