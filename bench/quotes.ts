import { z } from 'zod';
import { detectLanguage } from '../src/reading/language.ts';
import { findQuotes } from '../src/reading/quotes.ts';
import { readRows, textBenchFiles, timingLine, writeRows } from './rows.ts';

export const about = 'direct quotes and their speakers';

const Row = z.object({ id: z.string(), text: z.string() });

export function run(args: readonly string[]): void {
  const { data, predictions } = textBenchFiles(args);
  const times: number[] = [];
  const rows = readRows(data, Row).map(({ id, text }) => {
    const start = performance.now();
    const quotes = findQuotes(text, detectLanguage(text)).flatMap(({ spans, speaker, mention }) =>
      spans.map(({ start, end }) => ({ start, end, speaker: speaker ?? null, mention: mention ?? null })),
    );
    times.push(performance.now() - start);
    return { id, quotes };
  });
  writeRows(predictions, rows);
  console.log(timingLine(times));
}
