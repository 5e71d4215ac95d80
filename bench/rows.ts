import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from 'zod';

/** A fault of the caller's: an option, a file or a row. Its message is one line to be shown as it is. */
export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
}

/**
 * What every benchmark on texts does: it makes a prediction of each row of a JSONL file, writes them to another, and
 * prints how long one took.
 */
export function benchTexts<Row>(args: readonly string[], schema: z.ZodType<Row>, predict: (row: Row) => object): void {
  const { data, predictions } = textBenchFiles(args);
  const milliseconds: number[] = [];
  const rows = readRows(data, schema).map((row) => {
    const started = performance.now();
    const prediction = predict(row);
    milliseconds.push(performance.now() - started);
    return prediction;
  });
  writeRows(predictions, rows);
  console.log(timingLine(milliseconds));
}

interface TextBenchFiles {
  /** JSONL file of rows to read. */
  readonly data: string;
  /** JSONL file to write, one prediction a row. */
  readonly predictions: string;
}

/** The two options of every benchmark on texts. */
function textBenchFiles(args: readonly string[]): TextBenchFiles {
  const { data, predictions } = knownOptions(args);
  const missing = [
    data === undefined ? '--data FILE.jsonl' : '',
    predictions === undefined ? '--predictions FILE.jsonl' : '',
  ]
    .filter((option) => option !== '')
    .join(' and ');
  if (data === undefined || predictions === undefined) throw new BenchUsageError(`missing ${missing}`);
  return { data, predictions };
}

/** The file of rows that a benchmark is given which writes no predictions. */
export function dataOption(args: readonly string[]): string {
  const { data } = knownOptions(args);
  if (data === undefined) throw new BenchUsageError('missing --data FILE.jsonl');
  return data;
}

function knownOptions(args: readonly string[]): { data?: string; predictions?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, predictions: { type: 'string' } },
    }).values;
  } catch (fault) {
    throw new BenchUsageError(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault));
  }
}

/** The rows of a JSONL file, checked against what the benchmark needs of them; blank lines are passed over. */
export function readRows<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  return readText(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${path}:${index + 1}`, schema)]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BenchUsageError(`cannot read ${path}`);
  }
}

function readRow<Row>(line: string, where: string, schema: z.ZodType<Row>): Row {
  const row = schema.safeParse(parseJson(line, where));
  if (row.success) return row.data;
  const issue = row.error.issues[0];
  throw new BenchUsageError(
    `${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a row of this benchmark'}`,
  );
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BenchUsageError(`${where}: not JSON`);
  }
}

function writeRows(path: string, rows: readonly object[]): void {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  try {
    writeFileSync(path, text);
  } catch {
    throw new BenchUsageError(`cannot write ${path}`);
  }
}

/** `median 0.41 ms, longest 3.20 ms over 120 texts`: how long one text took. */
function timingLine(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const longest = sorted.at(-1) ?? 0;
  return `median ${median.toFixed(2)} ms, longest ${longest.toFixed(2)} ms over ${sorted.length} texts`;
}
