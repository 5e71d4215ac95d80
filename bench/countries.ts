import { z } from 'zod';
import { rankCountries } from '../src/reading/countries.ts';
import { detectLanguage } from '../src/reading/language.ts';
import { readRows, textBenchFiles, timed, timingLine, writeRows } from './rows.ts';

export const about = 'the countries an article is about, most salient first (--data, --predictions)';

const ROW = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });

export function run(args: readonly string[]): void {
  const files = textBenchFiles(args);
  const { predictions, milliseconds } = timed(readRows(files.data, ROW), ({ id, title, text }) => ({
    id,
    countries: rankCountries({
      headline: title,
      dateline: undefined,
      body: text,
      language: detectLanguage(`${title}\n${text}`),
    }),
  }));
  writeRows(files.predictions, predictions);
  console.log(`countries: ${timingLine(milliseconds)}`);
}
