import { countryMentions } from './country-mentions.ts';
import { detectLanguage } from './language.ts';
import { type NumberInText, numbersIn } from './numbers.ts';
import { type Passages, passagesOf } from './passages.ts';
import { lexiconFor } from './place-words.ts';

/** An article made ready for checking many sentences against it. */
export interface Evidence {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Every beginning of a capitalised word: "Kazakh" for "Kazakhstan". */
  readonly beginnings: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly numbers: readonly NumberInText[];
  readonly values: ReadonlySet<number>;
  readonly passages: Passages;
}

export function evidenceOf(article: string): Evidence {
  const words = wordsOf(article);
  const numbers = numbersIn(article);
  const lower = words.map((word) => word.toLowerCase());
  return {
    plain: plainText(article),
    words: new Set(lower),
    stems: new Set(lower.flatMap(prefixes)),
    beginnings: new Set(
      words
        .filter((word) => /^\p{Lu}/u.test(word))
        .flatMap((word) => beginnings(word.toLowerCase().slice(0, LONGEST_WORD))),
    ),
    initials: initialsOf(words),
    countries: countriesNamed(article, SHOWS_A_COUNTRY),
    numbers,
    values: new Set(numbers.map(({ value }) => value)),
    passages: passagesOf(article),
  };
}

/** Letters and digits alone, in lower case, parted by single spaces: marks and line ends make no difference. */
export function plainText(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) => {
    const plain = word.replace(/['’]s?$/u, '');
    return /[-’'.]/u.test(plain) ? [plain, ...plain.split(/[-’'.]/u), plain.replace(/\./gu, '')] : [plain];
  });
}

/** A word's beginnings that stand for it across endings: all but its last one to three letters. */
export function prefixes(whole: string): string[] {
  const word = whole.slice(0, LONGEST_WORD);
  const shortest = Math.max(4, word.length - 3);
  const found: string[] = [];
  for (let length = shortest; length <= word.length; length += 1) found.push(word.slice(0, length));
  return found;
}

/** Words are compared by this many letters. */
const LONGEST_WORD = 24;

function beginnings(word: string): string[] {
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

export const NAMES_A_COUNTRY = new Set(['name', 'people']);
const SHOWS_A_COUNTRY = new Set([...NAMES_A_COUNTRY, 'capital']);

/** Codes of the countries of which a text has such words: "UK" stands for "Britain". */
export function countriesNamed(text: string, kinds: ReadonlySet<string>): Set<string> {
  return new Set(
    countryMentions(text, lexiconFor(detectLanguage(text)))
      .filter(({ kind }) => kinds.has(kind))
      .flatMap(({ codes }) => codes),
  );
}
