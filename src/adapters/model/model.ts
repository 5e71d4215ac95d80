import { z } from 'zod';
import type { Again, Asked, Model } from '../../briefing/model.ts';
import type { Turn } from './chat.ts';
import type { MeteredAsk } from './metered.ts';
import { fill, type Prompt, type PromptName, type Prompts, type Variables } from './prompts.ts';

// No lengths and patterns in the shapes: services that take JSON schemas know only the plainest of them.
const ARTICLE_ANSWER = z.object({
  headline: z.string(),
  sentences: z.array(z.string()),
  countries: z.array(z.object({ code: z.string(), reason: z.string() })),
  quotes: z.array(z.object({ number: z.int(), speaker: z.string().nullable(), role: z.string().nullable() })),
});
const TRANSLATION = z.object({ headline: z.string(), summary: z.string(), quotes: z.array(z.string()) });
const LEAD = z.object({ sentence: z.string() });

/** So much of an article goes to the model, in UTF-16 units, about 10,000 tokens; the rest of a longer one is left out. */
const MOST_ARTICLE = 30_000;
const MOST_QUOTES = 60;
const MOST_QUOTE = 600;

/** Puts tasks into the words of the prompts. */
export function createModel(ask: MeteredAsk, prompts: Prompts): Model {
  async function put<Name extends PromptName, T>(
    prompt: Prompt<Name>,
    variables: Variables<Name>,
    shape: z.ZodType<T>,
    again: Again<T> | undefined,
  ): Promise<Asked<T>> {
    const { system, user } = fill(prompt, variables);
    const turns: Turn[] = [
      { role: 'system', content: system },
      { role: 'user', content: user },
      ...(again === undefined ? [] : turnsOf(again, prompts.again)),
    ];
    return ask(prompt, { name: prompt.name, turns, shape, maxOutputTokens: prompt.maxOutputTokens });
  }

  return {
    summarise: ({ article, quotes }, again) =>
      put(
        prompts.summary,
        {
          language: languageName(article.language),
          headline: article.headline,
          dateline: article.dateline ?? '',
          source: article.source ?? '',
          article: opening(article.body, MOST_ARTICLE),
          quotes: quotes
            .slice(0, MOST_QUOTES)
            .map(({ words, speaker }, at) => `${at + 1}. ${opening(words, MOST_QUOTE)} [${speaker ?? 'no speaker'}]`)
            .join('\n'),
        },
        ARTICLE_ANSWER,
        again,
      ),
    translate: ({ from, to, headline, summary, quotes }, again) =>
      put(
        prompts.translation,
        { from: languageName(from), to: languageName(to), headline, summary, quotes: numbered(quotes) },
        TRANSLATION,
        again,
      ),
    lead: ({ country, language, articles }, again) =>
      put(
        prompts.lead,
        {
          country,
          language: languageName(language),
          articles: numbered(articles.map(({ headline, summary }) => `${headline}\n${summary}`)),
        },
        LEAD,
        again,
      ),
  };
}

function turnsOf<T>({ answer, rejected }: Again<T>, prompt: Prompt<'again'>): Turn[] {
  const told = rejected.map(({ sentence, why }) => `- ${sentence}\n  (${why})`).join('\n');
  return [
    { role: 'assistant', content: JSON.stringify(answer) },
    { role: 'user', content: fill(prompt, { rejected: told }).user },
  ];
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, at) => `${at + 1}. ${text}`).join('\n');
}

/** The beginning of a text that is too long, up to the end of a paragraph where there is one. */
function opening(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n\n', most);
  return text.slice(0, end > most / 2 ? end : most);
}

/** English, as the prompts are. */
function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
