import type { NewArticle } from '../../src/news/articles.ts';
import { readBody } from '../../src/reading/read-article.ts';
import type { ChatReply, ChatRequest } from '../../test/support/openai-server.ts';

const COUNTRIES = [
  ['KZ', 'Kazakhstan', 'Astana'],
  ['UZ', 'Uzbekistan', 'Tashkent'],
  ['KG', 'Kyrgyzstan', 'Bishkek'],
  ['BY', 'Belarus', 'Minsk'],
  ['TJ', 'Tajikistan', 'Dushanbe'],
  ['GE', 'Georgia', 'Tbilisi'],
  ['AM', 'Armenia', 'Yerevan'],
  ['AZ', 'Azerbaijan', 'Baku'],
  ['MD', 'Moldova', 'Chisinau'],
  ['UA', 'Ukraine', 'Kyiv'],
] as const;
const WORKS = 'bridge tunnel dam harbour school hospital railway museum market library'.split(' ');
const PEOPLE = 'Dana Orlova,Marat Osmonov,Timur Abenov,Irina Sokolova,Nurlan Seitov'.split(',');

/** So many articles of about 300 words, none like another, on ten countries in turn. */
export function madeStories(count: number): Omit<NewArticle, 'filedAt'>[] {
  return Array.from({ length: count }, (_, at) => {
    const [code, country, capital] = COUNTRIES[at % COUNTRIES.length] ?? COUNTRIES[0];
    const work = WORKS[Math.floor(at / COUNTRIES.length) % WORKS.length] ?? 'bridge';
    const person = PEOPLE[at % PEOPLE.length] ?? 'Dana Orlova';
    const headline = `${country} Opens ${capital} ${work} number ${at + 100}`;
    const body = bodyOf({ country, capital, work, person, at });
    const absent = {
      byline: undefined,
      dateline: undefined,
      source: undefined,
      publishedAt: undefined,
      url: undefined,
    };
    const { quotes, summary } = readBody({ headline, dateline: undefined, body, language: 'en' });
    return {
      text: { headline, ...absent, language: 'en', body, raw: body },
      countries: [code],
      quotes,
      summary: { text: summary, madeBy: 'extract' },
      filedBy: 1,
    };
  });
}

function bodyOf(story: { country: string; capital: string; work: string; person: string; at: number }): string {
  const { country, capital, work, person, at } = story;
  const figures = Array.from({ length: 12 }, (_, place) => 200 + at * 13 + place * 7);
  return [
    `${country} opened a ${work} in ${capital} on Monday that cost ${figures[0]} million dollars and took ${figures[1]} days to build.`,
    `“We have waited for this ${work} for ${figures[2]} weeks,” said ${person}, who leads the works in ${capital}.`,
    ...figures
      .slice(3)
      .map(
        (figure, place) =>
          `The council of ${capital} paid ${figure} workers for part ${place + 1} of the ${work}, and it will ask the people who live beside it what they think of the noise, the dust and the price before the next part begins.`,
      ),
  ].join('\n\n');
}

/** Answers each prompt as a good model would: with what the article itself says. */
export function answerAsModel({ messages }: ChatRequest): ChatReply {
  const material = messages.at(-1)?.content ?? '';
  const answer = answerTo(messages[0]?.content ?? '', material);
  const tokens = (text: string) => Math.ceil(text.length / 4);
  const asked = messages.map(({ content }) => content).join('\n');
  return { json: answer, usage: { tokensIn: tokens(asked), tokensOut: tokens(JSON.stringify(answer)) } };
}

function answerTo(system: string, material: string): unknown {
  const between = (tag: string) => new RegExp(`<${tag}>\\n?([\\s\\S]*?)\\n?</${tag}>`).exec(material)?.[1] ?? '';
  if (system.startsWith('You translate')) {
    const quotes = between('quotes').split('\n').filter(Boolean);
    return {
      headline: between('headline'),
      summary: between('summary'),
      quotes: quotes.map((quote) => quote.replace(/^\d+\. /, '')),
    };
  }
  const [first = ''] = between('articles').split('\n').slice(1);
  if (system.startsWith('You write the opening')) return { sentence: first };
  const [lede = ''] = between('article').split('\n\n');
  return { headline: between('headline'), sentences: [lede], countries: [], quotes: [] };
}
