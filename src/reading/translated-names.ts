import type { Span } from '../news/quote.ts';
import { foldWord } from '../news/word-forms.ts';
import { monthOf, weekdayOf } from './calendar.ts';
import { countriesNamed } from './evidence.ts';
import type { Fault } from './fault.ts';
import { isEnglishWord } from './name-claims.ts';
import { isTitle } from './titles.ts';
import { isTransliterated } from './transliteration.ts';

export interface TextIn {
  readonly text: string;
  readonly language: string;
}

interface Name extends Span {
  readonly text: string;
  /** It opens a sentence, where any word has a capital. */
  readonly opens: boolean;
  /** A word of the language, as most names of organisations are made of, or initials: it is translated. */
  readonly common: boolean;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;
const OPENS = /(?:^|[.!?…]["”»]?\s+(?:["“«„—–-]\s*)?|[\n«“"„]\s*)$/u;
/** A Cyrillic language that is neither Russian nor Kazakh has the words of both, and the Latin ones. */
const ANY_SCRIPT = 'ky';
const PLACES = new Set(['name', 'people', 'capital', 'city', 'place', 'region']);

/**
 * The first name that the translation adds, else the first that it loses. A name that is made of words of its language
 * may be translated by any other capitalised word, or by none.
 */
export function unmatchedNames(original: TextIn, translated: TextIn): Fault | undefined {
  const theirs = namesOf(original);
  const ours = namesOf(translated);
  const [left, added] = [unmatched(theirs, ours), unmatched(ours, theirs)];
  const lost = left.filter(({ opens, common }) => !opens && !common);
  const free = left.length - lost.length;
  const foreign = added.filter(({ opens, common }) => !opens && !common);
  const first = foreign[0];
  if (first !== undefined && foreign.length > free) return faultAt(first.text, first);
  const missing = lost[0];
  const spare = added.filter(({ opens }) => !opens).length;
  if (missing !== undefined && (spare === 0 || lost.length > spare))
    return faultAt(missing.text, { start: 0, end: translated.text.length });
  return undefined;
}

function faultAt(claim: string, { start, end }: Span): Fault {
  return { why: 'name', claim, at: { start, end } };
}

function namesOf({ text, language }: TextIn): Name[] {
  return Array.from(text.matchAll(NAME), (match): Name => {
    const word = match[0].replace(/['’]s?$/u, '');
    return {
      text: word,
      start: match.index,
      end: match.index + word.length,
      opens: OPENS.test(text.slice(Math.max(0, match.index - 6), match.index)),
      common: isCommon(word, language),
    };
  }).filter(({ text: word }) => !isTitle(word) && monthOf(word) === undefined && weekdayOf(word, 'в') === undefined);
}

/** English has a table of its words; in other languages a name is taken for one. */
function isCommon(word: string, language: string): boolean {
  if (/^\p{Lu}{2,5}$/u.test(word)) return true;
  if (language !== 'en') return false;
  return countriesNamed(word, PLACES, language).size === 0 && isEnglishWord(foldWord(word));
}

function unmatched(names: readonly Name[], others: readonly Name[]): Name[] {
  return names.filter((name) => !others.some((other) => isSame(name.text, other.text)));
}

function isSame(one: string, other: string): boolean {
  if (foldWord(one) === foldWord(other) || isTransliterated(one, other)) return true;
  const codes = countriesNamed(one, PLACES, ANY_SCRIPT);
  return codes.size > 0 && [...countriesNamed(other, PLACES, ANY_SCRIPT)].some((code) => codes.has(code));
}
