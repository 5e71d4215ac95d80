import { z } from 'zod';
import { cleanText } from '../src/reading/clean.ts';
import { extractSentences } from '../src/reading/extract.ts';
import { detectLanguage } from '../src/reading/language.ts';
import { benchTexts } from './rows.ts';

export const about = "the extract: two or three of an article's own sentences";

const ROW = z.object({ id: z.string(), article: z.string() });

/**
 * The rows hold bodies without a headline; one that the cleaning takes for it is put back. A prediction has one
 * sentence a line, as scorers of summaries expect.
 */
export function run(args: readonly string[]): void {
  benchTexts(args, ROW, ({ id, article }) => ({ id, summary: summaryOf(article) }));
}

function summaryOf(article: string): string {
  const { headline, paragraphs } = cleanText(article);
  const body = headline === undefined ? paragraphs : [headline, ...paragraphs];
  return extractSentences({ headline: '', body: body.join('\n\n'), language: detectLanguage(article) }).join('\n');
}
