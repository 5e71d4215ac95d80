import type { Article } from '../news/article.ts';
import { COUNTRY_CODES, type CountryCode } from '../news/country.ts';
import type { Quote } from '../news/quote.ts';
import type { Day } from '../reading/calendar.ts';
import { countryMentions } from '../reading/country-mentions.ts';
import { type Evidence, evidenceOf } from '../reading/evidence.ts';
import { checkAgainst } from '../reading/grounding.ts';
import { detectLanguage } from '../reading/language.ts';
import { lexiconFor } from '../reading/place-words.ts';
import { splitSentences } from '../reading/sentences.ts';
import type { ArticleAnswer, Rejection } from './model.ts';
import { plainAnswer } from './plain-answer.ts';

/** What of a stored article an answer is held against. */
export type Original = Pick<
  Article,
  'headline' | 'byline' | 'dateline' | 'source' | 'publishedAt' | 'language' | 'body' | 'countries' | 'quotes'
>;

/** Limits of contract and prompt, the words with some room. */
const MOST_SENTENCES = 3;
const MOST_WORDS = 80;
export const MOST_HEADLINE = 90;
const MOST_QUOTES = 5;
const MOST_OF_AN_ONLY_SPEAKER = 3;

const KNOWN: ReadonlySet<CountryCode> = new Set(COUNTRY_CODES);

/** The sentences of a summary, each checked against the article; `rejected` is empty where all of it may be shown. */
export function checkSummary(
  original: Original,
  answer: Pick<ArticleAnswer, 'sentences'>,
): { readonly sentences: readonly string[]; readonly rejected: readonly Rejection[] } {
  const text = answer.sentences.map(plainAnswer).filter(Boolean).join(' ');
  const sentences = splitSentences(text, original.language);
  const evidence = evidenceFor(original);
  const unfit = unfitWhole(text, sentences.length, original.language);
  const rejected = sentences.flatMap((sentence) => rejectionOf(evidence, sentence));
  return { sentences, rejected: unfit === undefined ? rejected : [...rejected, { sentence: text, why: unfit }] };
}

/** A headline that may stand for the article's own; undefined where it says what the article does not, or is too long. */
export function checkedHeadline(original: Original, headline: string): string | undefined {
  const plain = plainAnswer(headline);
  if (plain === '' || [...plain].length > MOST_HEADLINE) return undefined;
  return checkAgainst(evidenceFor(original), plain).supported ? plain : undefined;
}

function evidenceFor({ headline, byline, dateline, source, body, publishedAt }: Original): Evidence {
  return evidenceOf([headline, byline, source, dateline, body].filter(Boolean).join('\n\n'), dayOf(publishedAt));
}

/** The day that "yesterday" and "on Monday" are counted from, out of an ISO date or time. */
function dayOf(publishedAt: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '') ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

function rejectionOf(evidence: Evidence, sentence: string): Rejection[] {
  const grounding = checkAgainst(evidence, sentence);
  return grounding.supported ? [] : [{ sentence, why: `${grounding.why}: ${grounding.claim}` }];
}

function unfitWhole(text: string, sentences: number, language: string): string | undefined {
  if (sentences === 0) return 'form: there is no summary';
  if (sentences > MOST_SENTENCES) return `form: more than ${MOST_SENTENCES} sentences`;
  if (text.split(' ').length > MOST_WORDS) return `form: more than ${MOST_WORDS} words`;
  const written = detectLanguage(text);
  return written === language ? undefined : `form: written in ${written}, not in the article's language (${language})`;
}

/**
 * The model's countries that exist and that the article mentions, in the model's order. Where none is left, those that
 * the reading found stay.
 */
export function checkedCountries(original: Original, answer: Pick<ArticleAnswer, 'countries'>): readonly CountryCode[] {
  const lexicon = lexiconFor(original.language);
  const text = [original.dateline, original.headline, original.body].filter(Boolean).join('\n\n');
  const mentioned = new Set(countryMentions(text, lexicon).flatMap(({ codes }) => codes));
  const chosen = answer.countries.map(({ code }) => code.trim().toUpperCase());
  const standing = [...new Set(chosen)].filter((code) => KNOWN.has(code) && mentioned.has(code));
  return standing.length === 0 ? original.countries : standing;
}

/**
 * The article's quotes with the ranks that the model gave them. Who speaks is what the reading found: a quote without a
 * sure speaker, or one whose speaker the model names otherwise, is not shown. At most five are kept, one of each
 * speaker, or three where there is only one. Where none is left, the ranks of the reading stay.
 */
export function rankedQuotes({ quotes }: Pick<Original, 'quotes'>, answer: Pick<ArticleAnswer, 'quotes'>): Quote[] {
  const sure = answer.quotes.flatMap(({ number, speaker }) => {
    const found = quotes[number - 1]?.speaker;
    return found !== undefined && isSameSpeaker(found, speaker) ? [{ number, speaker: found }] : [];
  });
  const distinct = sure.filter(({ number }, at) => sure.findIndex((other) => other.number === number) === at);
  const kept = spread(distinct);
  if (kept.length === 0) return [...quotes];
  const ranks = new Map(kept.map(({ number }, at) => [number, at + 1]));
  return quotes.map((quote, at) => ({ ...quote, rank: ranks.get(at + 1) }));
}

function spread<Q extends { readonly speaker: string }>(quotes: readonly Q[]): readonly Q[] {
  const firsts = quotes.filter(({ speaker }, at) => quotes.findIndex((other) => other.speaker === speaker) === at);
  return firsts.length > 1 ? firsts.slice(0, MOST_QUOTES) : quotes.slice(0, MOST_OF_AN_ONLY_SPEAKER);
}

/** A model may name a speaker shorter or with a title: one word in common is enough. */
function isSameSpeaker(speaker: string, named: string | null): boolean {
  if (named === null) return false;
  const words = new Set(wordsOf(speaker));
  return wordsOf(named).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
