import table from './data/language-parts.json' with { type: 'json' };
import { partsOfWord, wordsForParts } from './word-parts.ts';

/** The languages of a script, and what each part of a word says for each of them, as digits of base 36. */
interface Parts {
  readonly languages: readonly string[];
  readonly parts: Readonly<Record<string, string>>;
}

/** So much of a text is read in each of three places, in UTF-16 units: an opening quote may be in another language. */
const WINDOW = 240;

/** Scripts that stand for one language here. */
const SCRIPTS: readonly (readonly [script: string, pattern: RegExp, language: string | undefined])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/gu, undefined],
  ['Latin', /\p{Script=Latin}/gu, undefined],
  ['Arabic', /\p{Script=Arabic}/gu, undefined],
  ['Georgian', /\p{Script=Georgian}/gu, 'ka'],
  ['Armenian', /\p{Script=Armenian}/gu, 'hy'],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  ['Han', /\p{Script=Han}/gu, 'zh'],
  ['Hangul', /\p{Script=Hangul}/gu, 'ko'],
  ['Hebrew', /\p{Script=Hebrew}/gu, 'he'],
  ['Greek', /\p{Script=Greek}/gu, 'el'],
  ['Devanagari', /\p{Script=Devanagari}/gu, 'hi'],
];

/**
 * How much likelier than another a language is before a word is read, in the table's digits: what a newsroom of the
 * region gets, and the script's neighbours that it hardly ever gets.
 */
const EXPECTED: Readonly<Record<string, number>> = {
  ru: 12,
  en: 20,
  kk: 4,
  fr: -4,
  sr: -14,
  bg: -14,
  mn: -20,
  it: -10,
  sv: -10,
  da: -10,
  nl: -24,
  pl: -10,
  pt: -10,
  es: -7,
  ur: -10,
};

/** The same with the digits read. */
interface Digits {
  readonly languages: readonly string[];
  readonly digits: ReadonlyMap<string, Uint8Array>;
}

const TABLE: ReadonlyMap<string, Digits> = new Map(
  Object.entries(table).map(([script, parts]) => [script, read(parts)]),
);

function read({ languages, parts }: Parts): Digits {
  const digitsOf = (row: string): Uint8Array => Uint8Array.from(row, (digit) => Number.parseInt(digit, 36));
  return { languages, digits: new Map(Object.entries(parts).map(([part, row]) => [part, digitsOf(row)])) };
}

/**
 * The language of a text as an ISO 639-1 code. The script decides, then the parts of the words, weighed as a naive
 * Bayes classifier does (Cavnar and Trenkle 1994 for parts of one to four letters; `docs/make-language-parts.ts` has
 * what they were counted in). English where there is no letter of a known script.
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text);
  let best: (typeof SCRIPTS)[number] | undefined;
  let most = 0;
  for (const script of SCRIPTS) {
    // Japanese mixes kana with Han; a fifth of kana is enough to tell.
    const count = (sample.match(script[1])?.length ?? 0) * (script[0] === 'Kana' ? 5 : 1);
    if (count > most) [best, most] = [script, count];
  }
  if (best === undefined) return 'en';
  const [script, , language] = best;
  const digits = TABLE.get(script);
  return language ?? (digits === undefined ? 'en' : likeliest(sample, digits));
}

function likeliest(sample: string, { languages, digits }: Digits): string {
  const scores = languages.map((language) => EXPECTED[language] ?? 0);
  for (const word of wordsForParts(sample)) {
    for (const part of partsOfWord(word)) {
      const own = digits.get(part);
      if (own !== undefined)
        for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (own[at] ?? 0);
    }
  }
  return languages[scores.indexOf(Math.max(...scores))] ?? 'en';
}

/** The beginning, the middle and the end of a long text; all of a short one. */
function sampleOf(text: string): string {
  if (text.length <= 3 * WINDOW) return text;
  const middle = Math.floor((text.length - WINDOW) / 2);
  return [text.slice(0, WINDOW), text.slice(middle, middle + WINDOW), text.slice(-WINDOW)].join(' ');
}
