import { describe, expect, test } from 'vitest';
import { quoteWords } from '../../src/news/quote.ts';
import { type ReadOutcome, readArticle } from '../../src/reading/read-article.ts';
import { BRIDGE, DAM, GRAIN, SNOW } from './articles.ts';

function read(raw: string): Extract<ReadOutcome, { kind: 'article' }> {
  const outcome = readArticle(raw);
  if (outcome.kind !== 'article') throw new Error(`read as ${outcome.kind}`);
  return outcome;
}

function shownQuotes(raw: string) {
  const { article, quotes } = read(raw);
  return quotes.map((quote) => ({ words: quoteWords(article.body, quote), speaker: quote.speaker, role: quote.role }));
}

describe('an English analysis with caption, signature and biography', () => {
  test('has its headline and its author', () => {
    const { article } = read(DAM);
    expect(article.headline).toBe('Tajikistan Recalls Envoy After Dam Remarks');
    expect(article.byline).toBe('Anna M. Weber');
    expect(article.language).toBe('en');
    expect(article.raw).toBe(DAM);
  });

  test('keeps the reporting and says why the rest was cut', () => {
    const { article, cut } = read(DAM);
    expect(article.body.split('\n\n')).toHaveLength(5);
    expect(article.body).not.toMatch(/image:|Weber|View more/);
    expect(cut.map(({ why }) => why)).toEqual([
      'caption',
      'byline',
      'byline',
      'biography',
      'biography',
      'furniture',
      'furniture',
    ]);
  });

  test('has three quotes, the one around its cue in two spans', () => {
    const quotes = shownQuotes(DAM);
    expect(quotes.map(({ speaker }) => speaker)).toEqual([
      'Bakhrom Saliev',
      'Tajikistan’s Ministry of Energy',
      'Bakhrom Saliev',
    ]);
    expect(quotes[0]?.role).toBe('Uzbek Deputy Premier');
    expect(quotes[1]?.words).toEqual([
      'Tajikistan honours each article of the agreement and expects the same of its partners,',
      'Our engineers are ready to open every gate for inspection.',
    ]);
  });

  test('shows all three of its quotes, ranked', () => {
    expect(
      read(DAM)
        .quotes.map(({ rank }) => rank)
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  test('is summed up in sentences of its reporting', () => {
    const { summary, article } = read(DAM);
    expect(summary).toContain('has recalled its trade envoy');
    expect(summary).not.toMatch(/image:|journalist|View more|“/);
    const sentences = summary.split(/(?<=[.]) (?=\p{Lu})/u);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const sentence of sentences) expect(article.body).toContain(sentence);
  });

  test('is about the two countries', () => {
    expect(read(DAM).countries.slice(0, 2).sort()).toEqual(['TJ', 'UZ']);
  });

  test.each([
    ['carriage returns', DAM.replaceAll('\n', '\r\n')],
    ['single line ends between paragraphs', DAM.replaceAll('\n\n', '\n')],
    [
      'stray spaces, tabs and soft hyphens',
      DAM.replaceAll(' dispute ', '\u00a0dis\u00adpute\t ').replaceAll('\n\n', ' \n\t\n'),
    ],
    ['lines wrapped at 72 characters', DAM.replace(/(.{56,71}) /g, '$1\n')],
  ])('reads the same with %s', (_, pasted) => {
    const { article, quotes, summary } = read(pasted);
    const plain = read(DAM);
    expect({ ...article, raw: DAM, quotes, summary }).toEqual({
      ...plain.article,
      quotes: plain.quotes,
      summary: plain.summary,
    });
  });
});

test('a Russian wire story with a dateline is read', () => {
  const { article, summary } = read(GRAIN);
  expect(article).toMatchObject({
    headline: 'Экспорт зерна из Казахстана вырос на четверть',
    byline: 'Марина Лосева',
    dateline: 'АСТАНА, 20 ноября',
    language: 'ru',
  });
  expect(article.body).toMatch(/^Казахстан с начала сезона/);
  expect(article.body).not.toMatch(/Фото|Читайте/);
  expect(summary).toContain('вывез 4,2 млн тонн зерна');
  expect(shownQuotes(GRAIN)).toEqual([
    {
      words: ['Мы выполним все контракты до конца марта'],
      speaker: 'Ерлан Тасболатов',
      role: 'министр сельского хозяйства',
    },
    {
      words: ['Проблема не в вагонах, а в «зелёном коридоре» на границе'],
      speaker: 'Ирина Ковалева',
      role: 'Глава союза мельников',
    },
  ]);
});

test('a German wire story with its agency is read, and a club’s name in marks is no quote', () => {
  const { article } = read(BRIDGE);
  expect(article).toMatchObject({ byline: 'Klara Petersen', source: 'dpa', language: 'de' });
  expect(article.body).toMatch(/^Die Brücke über die Oder/);
  expect(shownQuotes(BRIDGE).map(({ speaker }) => speaker)).toEqual(['Jan Kowalik', 'Petra Lindner']);
});

test('a Kazakh story is read', () => {
  const { article } = read(SNOW);
  expect(article).toMatchObject({
    headline: 'Алматыда қалың қар жауды',
    dateline: 'АЛМАТЫ. 20 қараша. ДалаАқпарат',
    source: 'ДалаАқпарат',
    language: 'kk',
  });
  expect(shownQuotes(SNOW)).toMatchObject([
    { words: ['Біз барлық негізгі жолдарды таңға дейін ашамыз'], speaker: 'Ержан Сапаров' },
  ]);
});

test('a text of a few words is too short', () => {
  expect(readArticle('Hello there\n\nThis is not an article.')).toEqual({ kind: 'too-short', words: 7 });
  expect(readArticle('')).toEqual({ kind: 'too-short', words: 0 });
});

test('a single paragraph has no headline', () => {
  const paragraph = DAM.split('\n\n')[2] ?? '';
  expect(readArticle(`${paragraph} ${paragraph}`)).toEqual({ kind: 'no-headline' });
});

test('a text that opens with a paragraph has no headline', () => {
  const [, , lede, ...rest] = DAM.split('\n\n');
  expect(readArticle([lede, ...rest].join('\n\n'))).toEqual({ kind: 'no-headline' });
});
