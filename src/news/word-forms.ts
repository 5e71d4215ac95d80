import endings from './data/endings.json' with { type: 'json' };

/** Nothing to fold but capitals. */
const PLAIN = /^[A-Za-z0-9 ]*$/;

/**
 * A text without the marks that stack on one letter beyond thirty, the most that any writing uses (Unicode Annex 15,
 * "Stream-Safe Text Format"): putting them in order takes the square of their number.
 */
export function withoutStackedMarks(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

/**
 * Folds a word for comparison: lower case, diacritics off (`é` to `e`, `ё` to `е`), one kind of
 * apostrophe. The Cyrillic `й` is a letter of its own and stays.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return withoutStackedMarks(word)
    .normalize('NFKD')
    .replaceAll('и\u0306', 'й')
    .replaceAll('И\u0306', 'Й')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼʻ`´]/gu, "'")
    .toLowerCase();
}

/** Endings of Russian nouns and adjectives, and the `-о` of compounds (`российско-`). */
const RUSSIAN_ENDINGS: ReadonlySet<string> = new Set(endings.ru.split(' '));

/** Suffixes of Kazakh nouns; they stand one after another (`-да-ғы`, `-лық-тар-дың`). Source: the school grammar's tables of case, number and possession. */
const KAZAKH_SUFFIXES: ReadonlySet<string> = new Set(endings.kk.split(' '));

const LONGEST_RUSSIAN_ENDING = 4;
const LONGEST_KAZAKH_SUFFIX = 4;
/** No noun that news uses carries more letters of suffixes than this. */
const LONGEST_KAZAKH_CHAIN = 16;
const LONGEST_ENDING_ABROAD = 7;
const LONGEST_ENDINGS = {
  ru: LONGEST_RUSSIAN_ENDING,
  kk: LONGEST_KAZAKH_CHAIN,
  abroad: LONGEST_ENDING_ABROAD,
} as const;
const SHORTEST_STEM = 2;

/** `abroad`: any other language; a stem takes whatever few letters follow. */
export type Inflection = 'en' | 'ru' | 'kk' | 'abroad';

/** Whether `ending` can follow a stem of that language; English stems take none. */
export function isEnding(ending: string, inflection: Inflection): boolean {
  if (ending === '') return true;
  if (inflection === 'ru') return RUSSIAN_ENDINGS.has(ending);
  if (inflection === 'abroad') return ending.length <= LONGEST_ENDING_ABROAD;
  return inflection === 'kk' && isSuffixChain(ending);
}

/** Every stem that the folded word may be a form of, longest first. */
export function stemsOf(word: string, inflection: Inflection): string[] {
  if (inflection === 'en') return [];
  const longest = LONGEST_ENDINGS[inflection];
  const stems: string[] = [];
  for (let cut = 0; cut <= longest && word.length - cut >= SHORTEST_STEM; cut += 1) {
    const end = word.length - cut;
    if (isEnding(word.slice(end), inflection)) stems.push(word.slice(0, end));
  }
  return stems;
}

function isSuffixChain(letters: string): boolean {
  if (letters.length > LONGEST_KAZAKH_CHAIN) return false;
  const reached = [true];
  for (let end = 1; end <= letters.length; end += 1) {
    reached[end] = false;
    for (let length = 1; length <= LONGEST_KAZAKH_SUFFIX && length <= end; length += 1) {
      if (reached[end - length] && KAZAKH_SUFFIXES.has(letters.slice(end - length, end))) reached[end] = true;
    }
  }
  return reached[letters.length] === true;
}
