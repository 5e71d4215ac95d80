import { foldWord, withoutStackedMarks } from '../news/word-forms.ts';
import type { Day } from './calendar.ts';
import { countryMentions } from './country-mentions.ts';
import { type TimeEvidence, timeEvidence } from './date-claims.ts';
import { detectLanguage } from './language.ts';
import { type NumberInText, numbersIn } from './numbers.ts';
import { type Passages, passagesOf } from './passages.ts';
import { lexiconFor } from './place-words.ts';

/** An article made ready for checking many sentences against it. */
export interface Evidence {
  /** As much of it as is read. */
  readonly article: string;
  readonly language: string;
  /** See `plainText`. */
  readonly plain: string;
  /** Its words, folded. */
  readonly words: ReadonlySet<string>;
  /** What is left of them without their endings. */
  readonly stems: ReadonlySet<string>;
  /** Every beginning of a capitalised word: "Kazakh" for "Kazakhstan". */
  readonly beginnings: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly numbers: readonly NumberInText[];
  readonly values: ReadonlySet<number>;
  readonly time: TimeEvidence;
  readonly passages: Passages;
}

/**
 * So much of an article is read, in UTF-16 units: more than a hundred pages. A sentence that stands word for word behind
 * it is known all the same.
 */
const LONGEST_READ = 250_000;

/** `published`: the day that "yesterday" and "Tuesday" are counted from, where it is known. */
export function evidenceOf(whole: string, published: Day | undefined = undefined): Evidence {
  const article = whole.slice(0, LONGEST_READ);
  const language = detectLanguage(article);
  const words = wordsOf(article);
  const distinct = [...new Set(words)];
  const capitalised = new Set(distinct.filter((word) => /^\p{Lu}/u.test(word)).map(shortened));
  const folded = new Set(distinct.map(foldWord));
  const time = timeEvidence(article, published);
  const numbers = withoutDays(numbersIn(article, language), time);
  return {
    article,
    language,
    plain: plainText(whole),
    words: folded,
    stems: new Set([...folded].flatMap(prefixes)),
    beginnings: new Set([...capitalised].flatMap(beginningsOf)),
    initials: initialsOf(words),
    countries: countriesNamed(article, SHOWS_A_COUNTRY, language),
    numbers,
    values: new Set(numbers.map(({ value }) => value)),
    time,
    passages: passagesOf(article, language),
  };
}

/** The day of a month counts nothing: "20 November" is no evidence of twenty people. */
function withoutDays(numbers: readonly NumberInText[], { dates }: TimeEvidence): NumberInText[] {
  const days = new Set(dates.flatMap(({ day, start, end }) => (day === undefined ? [] : [start, end])));
  return numbers.filter(({ start, end }) => !days.has(start) && !days.has(end));
}

/** Letters and digits alone, in lower case, parted by single spaces: marks and line ends make no difference. */
export function plainText(text: string): string {
  return ` ${withoutStackedMarks(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).flatMap((word) => {
    const plain = word.replace(/['’]s?$/u, '');
    return /[-’'.]/u.test(plain) ? [plain, ...plain.split(/[-’'.]/u), plain.replace(/\./gu, '')] : [plain];
  });
}

/** Words are compared by this many letters. */
const LONGEST_WORD = 24;

function shortened(word: string): string {
  return foldWord(word.slice(0, LONGEST_WORD));
}

/** A word's beginnings that stand for it across endings: all but its last one to three letters. */
export function prefixes(whole: string): string[] {
  const word = whole.slice(0, LONGEST_WORD);
  const shortest = Math.max(4, word.length - 3);
  const found: string[] = [];
  for (let length = shortest; length <= word.length; length += 1) found.push(word.slice(0, length));
  return found;
}

function beginningsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, more) => word.slice(0, 4 + more));
}

/** "UN" for "United Nations": the first letters of each run of capitalised words. */
function initialsOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  let run = '';
  for (const word of [...words, '']) {
    if (/^\p{Lu}/u.test(word)) {
      run = (run + word.charAt(0)).slice(-6);
      for (let from = 0; from <= run.length - 2; from += 1) found.add(run.slice(from).toLowerCase());
    } else if (!/^(?:of|and|for|the|und|для|по|и)$/u.test(word)) run = '';
  }
  return found;
}

export const NAMES_A_COUNTRY: ReadonlySet<string> = new Set(['name', 'people']);
const SHOWS_A_COUNTRY: ReadonlySet<string> = new Set(['name', 'people', 'capital']);

/** Codes of the countries of which a text has such words: "UK" stands for "Britain". */
export function countriesNamed(text: string, kinds: ReadonlySet<string>, language: string): Set<string> {
  return new Set(
    countryMentions(text, lexiconFor(language))
      .filter(({ kind }) => kinds.has(kind))
      .flatMap(({ codes }) => codes),
  );
}
