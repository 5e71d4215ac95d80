import languages from './data/languages.json' with { type: 'json' };

interface Marks {
  /** Letters that this language has and most of its neighbours in the script have not. */
  readonly letters: string;
  /** Letters that this language never writes. */
  readonly never: string;
  /** Its most frequent function words, and some that headlines have. */
  readonly words: string;
  /** Frequent parts of its words; `_` stands for the word's edge. */
  readonly parts: string;
}

/** This much of a text decides, in UTF-16 units. */
const SAMPLE = 6_000;

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

const MARKS: Readonly<Record<string, Readonly<Record<string, Marks>>>> = languages;

/**
 * The language of a text as an ISO 639-1 code: the script decides, then characteristic letters and function
 * words (the table in `data/languages.json`). English where nothing speaks for another.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  let best: (typeof SCRIPTS)[number] | undefined;
  let most = 0;
  for (const script of SCRIPTS) {
    // Japanese mixes kana with Han; a fifth of kana is enough to tell.
    const count = (sample.match(script[1])?.length ?? 0) * (script[0] === 'Kana' ? 5 : 1);
    if (count > most) [best, most] = [script, count];
  }
  if (best === undefined) return 'en';
  return best[2] ?? likeliest(sample, MARKS[best[0]] ?? {});
}

function likeliest(sample: string, candidates: Readonly<Record<string, Marks>>): string {
  const letters = countBy(Array.from(sample));
  const spaced = ` ${sample.replace(/[^\p{L}'’‘ʻ]+/gu, ' ')} `;
  const words = countBy(sample.match(/[\p{L}'’‘ʻ]+/gu) ?? []);
  let best = 'en';
  let highest = Number.NEGATIVE_INFINITY;
  for (const [language, marks] of Object.entries(candidates)) {
    const score =
      4 * sum(words, marks.words.split(' ')) +
      2 * sum(letters, Array.from(marks.letters)) +
      partsIn(spaced, marks.parts) -
      6 * sum(letters, Array.from(marks.never));
    if (score > highest) [best, highest] = [language, score];
  }
  return best;
}

function partsIn(text: string, parts: string): number {
  if (parts === '') return 0;
  return parts.split(' ').reduce((total, part) => total + text.split(part.replaceAll('_', ' ')).length - 1, 0);
}

function countBy(parts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>, keys: readonly string[]): number {
  return keys.reduce((total, key) => total + (counts.get(key) ?? 0), 0);
}
