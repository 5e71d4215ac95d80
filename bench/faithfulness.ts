import { z } from 'zod';
import { checkSentence } from '../src/reading/grounding.ts';
import { readRows, textBenchFiles, timingLine, writeRows } from './rows.ts';

export const about = 'whether an article supports a sentence';

const Row = z.object({ id: z.string(), article: z.string(), sentence: z.string() });

export function run(args: readonly string[]): void {
  const { data, predictions } = textBenchFiles(args);
  const times: number[] = [];
  const rows = readRows(data, Row).map(({ id, article, sentence }) => {
    const start = performance.now();
    const { supported } = checkSentence(article, sentence);
    times.push(performance.now() - start);
    return { id, supported };
  });
  writeRows(predictions, rows);
  console.log(timingLine(times));
}
