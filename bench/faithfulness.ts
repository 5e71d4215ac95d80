import { z } from 'zod';
import { checkSentence } from '../src/reading/grounding.ts';
import { benchTexts } from './rows.ts';

export const about = 'whether an article supports a sentence';

const ROW = z.object({ id: z.string(), article: z.string(), sentence: z.string() });

export function run(args: readonly string[]): void {
  benchTexts(args, ROW, ({ id, article, sentence }) => ({ id, supported: checkSentence(article, sentence).supported }));
}
