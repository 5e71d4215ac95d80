import { z } from 'zod';
import { splitSentences } from '../src/reading/sentences.ts';
import { readRows, textBenchFiles, timingLine, writeRows } from './rows.ts';

export const about = 'where sentences end';

const Row = z.object({ id: z.string(), language: z.string(), text: z.string() });

export function run(args: readonly string[]): void {
  const { data, predictions } = textBenchFiles(args);
  const times: number[] = [];
  const rows = readRows(data, Row).map(({ id, language, text }) => {
    const start = performance.now();
    const sentences = splitSentences(text, language);
    times.push(performance.now() - start);
    return { id, sentences };
  });
  writeRows(predictions, rows);
  console.log(timingLine(times));
}
