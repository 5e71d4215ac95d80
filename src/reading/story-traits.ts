import type { StoryTraits } from '../news/story-traits.ts';
import everyday from './data/everyday-words.json' with { type: 'json' };
import { longestMatch } from './lexicon.ts';
import { isMonth } from './line-date.ts';
import { numbersIn } from './numbers.ts';
import { lexiconFor, type MentionKind } from './place-words.ts';
import { romanised } from './romanised.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

/** So many UTF-16 units of the body are looked at: who, what and where stand at the top of the news. */
const READ_CHARACTERS = 2_000;
const STEM_LETTERS = 5;
const SHORTEST_WORD = 4;
/** Smaller numbers are in every article, and whole ones of two digits in many. */
const LEAST_FIGURE = 10;
const UNCOMMON_FIGURE = 100;
const WEIGHTS = { headline: 4, lede: 3, rest: 2 };
const MARK_FACTOR = 1.5;

const EVERYDAY: ReadonlySet<string> = new Set(everyday.flatMap((line) => line.split(' ')).map(stemOf));
/** A country, its capital and those who always speak for it are in most articles on it. */
const COMMON_TO_COUNTRY: ReadonlySet<MentionKind> = new Set([
  'name',
  'people',
  'capital',
  'office',
  'leader',
  'silent',
]);

interface Found {
  readonly terms: Map<string, number>;
  readonly marks: Set<string>;
}

/** Reads the traits of an article out of its headline and the beginning of its body. */
export function storyTraits(article: {
  readonly headline: string;
  readonly body: string;
  readonly language: string;
}): StoryTraits {
  const { headline, language } = article;
  const [lede = '', second = '', ...others] = article.body.slice(0, READ_CHARACTERS).split('\n\n');
  const found: Found = { terms: new Map(), marks: new Set() };
  // Headlines in English capitalise every word, so that a capital there marks no name.
  noteWords(found, headline, WEIGHTS.headline, language, false);
  noteWords(found, `${lede}\n\n${second}`, WEIGHTS.lede, language, true);
  noteWords(found, others.join('\n\n'), WEIGHTS.rest, language, true);
  for (const mark of found.marks) found.terms.set(mark, (found.terms.get(mark) ?? 0) * MARK_FACTOR);
  return { language, terms: Object.fromEntries(found.terms), marks: [...found.marks] };
}

function noteWords(found: Found, text: string, weight: number, language: string, hasNames: boolean): void {
  const lexicon = lexiconFor(language);
  const tokens = wordTokens(text);
  const days = daysIn(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const place = token.capital ? longestMatch(lexicon, tokens, at, { cased: true }) : undefined;
    if (place?.meanings.every(({ kind }) => COMMON_TO_COUNTRY.has(kind))) {
      at += place.length - 1;
      continue;
    }
    if (token.word.length < SHORTEST_WORD || /\p{N}/u.test(token.word)) continue;
    const stem = stemOf(token.word);
    if (!EVERYDAY.has(stem)) note(found, stem, weight, hasNames && token.capital && !token.opensSentence);
  }
  for (const { term } of days.values()) note(found, term, weight, true);
  for (const { value, start, percent, inDigits } of numbersIn(text, language)) {
    const isShare = percent && !inDigits;
    if (isTelling(value) && !isShare && !days.has(start)) note(found, `#${value}`, weight, isUncommon(value));
  }
}

function note({ terms, marks }: Found, term: string, weight: number, isMark: boolean): void {
  terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  if (isMark) marks.add(term);
}

function stemOf(word: string): string {
  return romanised(word).slice(0, STEM_LETTERS);
}

function isTelling(value: number): boolean {
  const isYear = Number.isInteger(value) && value >= 1900 && value < 2100;
  return value >= LEAST_FIGURE && !isYear;
}

function isUncommon(value: number): boolean {
  return value >= UNCOMMON_FIGURE || !Number.isInteger(value);
}

/** Days of a month, by the place of their figure: "12 November", "Nov 12", «12 ноября». */
function daysIn(tokens: readonly WordToken[]): Map<number, { readonly term: string }> {
  const days = new Map<number, { readonly term: string }>();
  tokens.forEach((token, at) => {
    if (!/^\d{1,2}$/.test(token.word)) return;
    const month = [tokens[at + 1], tokens[at - 1]].find((beside) => beside !== undefined && isMonth(beside.word));
    if (month !== undefined) days.set(token.start, { term: `~${token.word} ${romanised(month.word).slice(0, 3)}` });
  });
  return days;
}
