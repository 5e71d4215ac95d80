import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import weights from '../../src/reading/data/deed-weights.json' with { type: 'json' };
import { signsOf } from '../../src/reading/deed-signs.ts';
import { type Evidence, evidenceOf } from '../../src/reading/evidence.ts';
import { faultByRule, isVerbatim } from '../../src/reading/grounding.ts';
import { compareSentence } from '../../src/reading/sentence-comparison.ts';
import { boundFor, type Case, type Row, report } from './figures.ts';
import { fitLogistic, type Model, scoreOf } from './logistic.ts';

/**
 * Fits `src/reading/data/deed-weights.json` on labelled sentences, and prints what the whole check reaches on sentences
 * that its weights did not see: `node docs/reading/fit-deeds.ts --data ROWS.jsonl [--write]`. Rows:
 * `{article, sentence, supported, source}`.
 */
const { values: options } = parseArgs({ options: { data: { type: 'string' }, write: { type: 'boolean' } } });
if (options.data === undefined) throw new Error('usage: node docs/reading/fit-deeds.ts --data ROWS.jsonl [--write]');

const FOLDS = 10;
/** A kind of sentence weighs between its number and the same as any other: its number to this power. */
const LEVELLING = 0.4;
const LEAST_OF_A_KIND = 60;
const NAMES = Object.keys(weights.signs);
const cases = readCases(options.data);
const open = cases.filter(({ plain }) => plain === 'open');

const byArticle = foldsBy(
  ({ article }) =>
    article
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 60),
  FOLDS,
);
report('unseen articles', cases, unseenScores(byArticle));
const sources = [...new Set(cases.map(({ source }) => source.replace(/-sent$/, '')))];
report(
  'unseen sources',
  cases,
  unseenScores(({ source }) => sources.indexOf(source.replace(/-sent$/, ''))),
);

const model = fitOn(open);
const bound = boundFor(cases, unseenScores(byArticle));
report('as fitted, seen', cases, new Map(open.map((one) => [one, scoreOf(model, one.signs)])));
if (options.write === true) {
  const signs = Object.fromEntries(NAMES.map((name, at) => [name, round(model.weights[at] ?? 0)]));
  const target = new URL('../../src/reading/data/deed-weights.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify({ signs, doubtFrom: round(bound - model.intercept) }, undefined, 2)}\n`);
}

function readCases(path: string): Case[] {
  const evidence = new Map<string, Evidence>();
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Case => {
      const row: Row = JSON.parse(line);
      const known = evidence.get(row.article) ?? evidenceOf(row.article);
      evidence.set(row.article, known);
      const comparison = compareSentence(known, row.sentence);
      const signs = comparison === undefined ? undefined : signsOf(comparison);
      return {
        ...row,
        plain: isVerbatim(known, row.sentence)
          ? 'verbatim'
          : faultByRule(known, row.sentence) === undefined
            ? 'open'
            : 'flagged',
        signs: Object.keys(weights.signs).map(
          (name) => Object.entries(signs ?? {}).find(([own]) => own === name)?.[1].strength ?? 0,
        ),
      };
    });
}

/** Each group of rows falls into one fold, whichever way the rows are ordered. */
function foldsBy(keyOf: (one: Case) => string, count: number): (one: Case) => number {
  return (one) =>
    Array.from(keyOf(one)).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003, 7) % count;
}

function fitOn(rows: readonly Case[]): Model {
  const counts = Map.groupBy(rows, kindOf);
  const weightOf = (one: Case): number => Math.max(LEAST_OF_A_KIND, counts.get(kindOf(one))?.length ?? 0) ** -LEVELLING;
  return fitLogistic(
    rows.map(({ signs }) => signs),
    rows.map(({ supported }) => !supported),
    rows.map(weightOf),
  );
}

function kindOf({ source, supported }: Case): string {
  return `${source} ${supported}`;
}

/** Doubt of every open case by weights that were fitted without its fold. */
function unseenScores(foldOf: (one: Case) => number): Map<Case, number> {
  return new Map(
    [...Map.groupBy(open, foldOf)].flatMap(([fold, held]) => {
      const without = fitOn(open.filter((one) => foldOf(one) !== fold));
      return held.map((one) => [one, scoreOf(without, one.signs)] as const);
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
