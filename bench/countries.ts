import { z } from 'zod';
import { rankCountries } from '../src/reading/countries.ts';
import { detectLanguage } from '../src/reading/language.ts';
import { benchTexts } from './rows.ts';

export const about = 'the countries an article is about, most salient first';

const ROW = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });

export function run(args: readonly string[]): void {
  benchTexts(args, ROW, ({ id, title, text }) => {
    const language = detectLanguage(`${title}\n${text}`);
    return { id, countries: rankCountries({ headline: title, dateline: undefined, body: text, language }) };
  });
}
