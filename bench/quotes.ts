import { z } from 'zod';
import { detectLanguage } from '../src/reading/language.ts';
import { findQuotes } from '../src/reading/quotes.ts';
import { benchTexts } from './rows.ts';

export const about = 'direct quotes and their speakers';

const ROW = z.object({ id: z.string(), text: z.string() });

export function run(args: readonly string[]): void {
  benchTexts(args, ROW, ({ id, text }) => ({
    id,
    quotes: findQuotes(text, detectLanguage(text)).flatMap(({ spans, speaker, mention }) =>
      spans.map(({ start, end }) => ({
        start,
        end,
        speaker: speaker ?? null,
        mention: mention === undefined ? null : text.slice(mention.start, mention.end),
      })),
    ),
  }));
}
