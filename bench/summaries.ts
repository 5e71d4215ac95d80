import { z } from 'zod';
import { cleanText } from '../src/reading/clean.ts';
import { extractSentences } from '../src/reading/extract.ts';
import { detectLanguage } from '../src/reading/language.ts';
import { readRows, textBenchFiles, timingLine, writeRows } from './rows.ts';

export const about = "the extract: two or three of an article's own sentences";

const Row = z.object({ id: z.string(), article: z.string() });

/**
 * The rows hold bodies without a headline; one that the cleaning takes for it is put back. A prediction has one
 * sentence a line, as scorers of summaries expect.
 */
export function run(args: readonly string[]): void {
  const { data, predictions } = textBenchFiles(args);
  const times: number[] = [];
  const rows = readRows(data, Row).map(({ id, article }) => {
    const start = performance.now();
    const summary = summaryOf(article);
    times.push(performance.now() - start);
    return { id, summary };
  });
  writeRows(predictions, rows);
  console.log(timingLine(times));
}

function summaryOf(article: string): string {
  const { headline, paragraphs } = cleanText(article);
  const body = headline === undefined ? paragraphs : [headline, ...paragraphs];
  return extractSentences({ headline: '', body: body.join('\n\n'), language: detectLanguage(article) }).join('\n');
}
