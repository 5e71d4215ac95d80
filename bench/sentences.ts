import { z } from 'zod';
import { splitSentences } from '../src/reading/sentences.ts';
import { benchTexts } from './rows.ts';

export const about = 'where sentences end';

const ROW = z.object({ id: z.string(), language: z.string(), text: z.string() });

export function run(args: readonly string[]): void {
  benchTexts(args, ROW, ({ id, language, text }) => ({ id, sentences: splitSentences(text, language) }));
}
