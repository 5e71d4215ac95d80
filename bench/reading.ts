import { cpus } from 'node:os';
import nlp from 'compromise';
import { z } from 'zod';
import { readArticle } from '../src/reading/read-article.ts';
import { dataOption, readRows } from './rows.ts';
import { HOSTILE_TEXTS } from './support/hostile-texts.ts';

export const about =
  'the whole reading of an article: its time beside simple baselines, as texts grow, and on hostile ones';

const ROW = z.object({ id: z.string(), text: z.string().optional(), article: z.string().optional() });

/** Articles of about 900 words, in UTF-16 units. */
const SHORTEST = 4_500;
const LONGEST = 6_500;
/** More texts than these tell nothing new. */
const MOST_TEXTS = 200;
/** Texts are read this many times before they are timed, so that what is timed is compiled. */
const WARM_UP = 40;
const KILOBYTE = 1_000;
const SIZES = [1, 10, 100, 1_000];
const MEGABYTE = 1_000 * KILOBYTE;

type Reading = (text: string) => unknown;

/** What is measured in the same run: the reading, and what a newsroom could use instead of a part of it. */
const READINGS: readonly (readonly [name: string, read: Reading])[] = [
  ['Dateline, the whole reading', readArticle],
  ['compromise 14: people, places, quotations', compromise],
  ['LEAD-3 (Intl.Segmenter)', leadThree],
  ['quotes by a regular expression on marks', quotesByMarks],
  ['Intl.Segmenter alone', (text) => [...segmenter.segment(text)].length],
];

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function compromise(text: string): unknown {
  const document = nlp(text);
  return [document.people().out('array'), document.places().out('array'), document.quotations().out('array')];
}

function leadThree(text: string): string {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) if (sentences.push(segment) === 3) break;
  return sentences.join(' ');
}

function quotesByMarks(text: string): unknown {
  return text.match(/[“"«„][^”"»“]+[”"»“]/gu);
}

/** `--data FILE.jsonl`: rows with a `text` or an `article`. */
export function run(args: readonly string[]): void {
  const texts = readRows(dataOption(args), ROW)
    .map(({ text, article }) => `A headline of the benchmark\n\n${text ?? article ?? ''}`)
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .slice(0, MOST_TEXTS);
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, one core; Node ${process.versions.node}, ICU ${process.versions.icu}`,
  );
  console.log(
    `\n| ${texts.length} articles of about 900 words | median ms | 95th percentile | longest |\n| --- | --- | --- | --- |`,
  );
  for (const [name, read] of READINGS) console.log(articleLine(name, read, texts));
  console.log('\n| a text of … | ms | ms a kilobyte |\n| --- | --- | --- |');
  const seed = texts.join('\n\n');
  for (const size of SIZES) console.log(growthLine(seed, size));
  console.log('\n| a megabyte of … | ms |\n| --- | --- |');
  for (const [name, piece] of HOSTILE_TEXTS)
    console.log(`| ${name} | ${timeOf(readArticle, megabyteOf(piece)).toFixed(0)} |`);
}

function articleLine(name: string, read: Reading, texts: readonly string[]): string {
  for (const text of texts.slice(0, WARM_UP)) read(text);
  const times = texts.map((text) => timeOf(read, text)).sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
}

/** The articles' own text, repeated where there is not enough of it. */
function growthLine(seed: string, kilobytes: number): string {
  const length = kilobytes * KILOBYTE;
  const text = `A headline of the benchmark\n\n${seed.repeat(Math.ceil(length / Math.max(1, seed.length))).slice(0, length)}`;
  const time = Math.min(...[1, 2, 3].map(() => timeOf(readArticle, text)));
  return `| ${kilobytes} KB | ${time.toFixed(1)} | ${(time / kilobytes).toFixed(2)} |`;
}

function megabyteOf(piece: string): string {
  return `A headline of words\n\n${piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE)}`;
}

function timeOf(read: Reading, text: string): number {
  const started = performance.now();
  read(text);
  return performance.now() - started;
}
