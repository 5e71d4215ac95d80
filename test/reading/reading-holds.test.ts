import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSentence } from '../../src/reading/grounding.ts';
import { rankKeyQuotes } from '../../src/reading/key-quotes.ts';
import { findQuotes } from '../../src/reading/quotes.ts';
import { readArticle } from '../../src/reading/read-article.ts';
import { sentenceSpans, splitSentences } from '../../src/reading/sentences.ts';
import { BRIDGE, DAM, GRAIN, SNOW } from './articles.ts';

/** Text made of what decides: marks, cues, names, line ends, and anything at all between them. */
const newsLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '„',
        '“',
        '«',
        '»',
        '"',
        "'",
        '‘',
        '’',
        '\n',
        '\n\n',
        '\r\n',
        '. ',
        ', ',
        ': ',
        ' – ',
        ' — ',
        '… ',
        '(',
        ')',
        '[',
        ']',
        ' said ',
        ' he ',
        ' Ida Holm ',
        ' сказал ',
        ' деді ',
        ' sagte ',
        'We will go',
        'Мы будем',
        ' according to ',
        'Photo: ',
        'By ',
        ' the statement reads',
        'ASTANA, Nov 20 (Wire) — ',
        '\u00ad',
        '\u200b',
        '\u00a0',
        '\ud800',
        '- ',
        '1. ',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.lorem({ maxCount: 4 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

const language = fc.constantFrom('en', 'ru', 'de', 'kk', 'fr', 'zh');

/** All that the sentences below give as names. */
const NAMES = ['Ida Holm', 'Holm', 'Rolf Berg', 'Berg', 'NPA', 'Norland Port Authority', 'Ида Хольм'];
const PRONOUNS = 'It it They they This He she we who Someone Er Sie Он она Ол'.split(' ');
/** What stands for a speaker in news and names nobody. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  en: 'Critics|officials|Boos|Even|Thursday|March|the company|The company’s statement|the statement|Its report|the mayor|Mayor|President'.split(
    '|',
  ),
  de: 'Kritiker|Das Gericht|Der Sprecher|Der Minister|Präsident|die Polizei|Laut Angaben|Eine Erklärung|Montag'.split(
    '|',
  ),
  ru: 'Эксперты|министр|чиновники|Министр|в заявлении|Сегодня|Президент|мэр города'.split('|'),
  kk: 'сарапшылар|министрлік|Министр|Бүгін|әкім|мәлімдемеде'.split('|'),
};
const CUES = 'said|told|sagte|сказал|сообщила|деді|деп мәлімдеді|reads|according to|met|laut|по словам'.split('|');
const QUOTE = '“We will open the gates in May”';

const attributed = fc.constantFrom(...Object.keys(COMMON)).chain((code) => {
  const mention = fc.constantFrom(...NAMES, ...PRONOUNS, ...(COMMON[code] ?? []));
  const sentence = fc
    .tuple(mention, mention, fc.constantFrom(...CUES))
    .chain(([one, other, cue]) =>
      fc.constantFrom(
        `${QUOTE}, ${one} ${cue}. `,
        `${QUOTE}, ${cue} ${one}. `,
        `${one} ${cue}: ${QUOTE}. `,
        `${one} ${cue} ${other}: ${QUOTE}\n\n`,
        `${one} was there. ${other} ${cue} ${QUOTE}, he said. `,
        `${one}, ${other}, ${cue}: ${QUOTE}. `,
        `${cue} ${one}, ${QUOTE}. `,
        `${one}’s ${other} ${cue}: ${QUOTE}. `,
        `${QUOTE}\n\n`,
      ),
    );
  return fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 12 }), fc.constant(code));
});

describe('whatever the text', () => {
  test('every span of a quote lies in the text, in order, and holds words', () => {
    fc.assert(
      fc.property(newsLike, language, (text, code) => {
        let before = 0;
        for (const { spans } of findQuotes(text, code)) {
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a speaker who is shown is one of the names that the text gives, and no pronoun, common noun or day; his role stands there too', () => {
    fc.assert(
      fc.property(attributed, ([sentences, code]) => {
        for (const { speaker, role } of findQuotes(sentences.join(''), code)) {
          if (speaker !== undefined) expect(NAMES).toContain(speaker);
          if (role !== undefined) expect(sentences.join('')).toContain(role);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an article is read or refused, its quotes stand in its body, and its summary is made of the body', () => {
    fc.assert(
      fc.property(newsLike, fc.constantFrom('', DAM, GRAIN, BRIDGE, SNOW), (text, article) => {
        const outcome = readArticle(article === '' ? text : article.replace('\n\n', `\n\n${text}\n\n`));
        if (outcome.kind !== 'article') return;
        const { body } = outcome.article;
        for (const { spans } of outcome.quotes) {
          for (const { start, end } of spans) expect(body.slice(start, end).trim()).not.toBe('');
        }
        expect(body).not.toMatch(/\n{3}|\r|\t|\u00a0|\u00ad/);
        expect(body.isWellFormed()).toBe(true);
        for (const sentence of splitSentences(outcome.summary, outcome.article.language)) {
          expect(body.replaceAll(/\s+/g, ' ')).toContain(sentence.replaceAll(/\s+/g, ' ').slice(0, 20));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('sentences leave out nothing but space', () => {
    fc.assert(
      fc.property(newsLike, language, (text, code) => {
        const joined = sentenceSpans(text, code).map(({ start, end }) => text.slice(start, end));
        expect(joined.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  test('a sentence that stands in the article word for word is supported', () => {
    fc.assert(
      fc.property(newsLike, language, (text, code) => {
        for (const sentence of splitSentences(text, code))
          expect(checkSentence(text, sentence)).toEqual({ supported: true });
      }),
      { numRuns: 100 },
    );
  });

  test('ranks count from one without a gap, and no speaker has more than a third of four or more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ida Holm', 'Rolf Berg', 'Paul Grant', undefined), { maxLength: 12 }),
        (speakers) => {
          const sentence = 'We will open the gates.';
          const body = speakers.map(() => sentence).join(' ');
          const quotes = speakers.map((speaker, at) => {
            const start = at * (sentence.length + 1);
            return { spans: [{ start, end: start + sentence.length }], speaker, role: undefined, rank: undefined };
          });
          const ranked = rankKeyQuotes(body, quotes).filter(({ rank }) => rank !== undefined);
          const ranks = ranked.map(({ rank }) => rank).sort();
          expect(ranks).toEqual(ranks.map((_, at) => at + 1));
          expect(ranked.every(({ speaker }) => speaker !== undefined)).toBe(true);
          const named = speakers.filter((speaker) => speaker !== undefined);
          if (named.length <= 3 || new Set(named).size === 1) return;
          for (const name of new Set(named)) {
            const share = ranked.filter(({ speaker }) => speaker === name).length;
            expect(share).toBeLessThanOrEqual(Math.max(1, ranked.length / 3));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** A tenth of the largest file that is taken in; the bound is generous, for a slow machine. */
const LENGTH = 100_000;
const MILLISECONDS = 2_000;

describe('a long text ends soon', () => {
  test.each([
    ['one word', 'a'],
    ['one sentence without an end', 'word, '],
    ['nothing but quotation marks', '"'],
    ['nothing but opening marks', '“'],
    ['nothing but guillemets', '«»'],
    ['nothing but brackets', '([{'],
    ['a thousand quotes in one paragraph', '“We will go there,” John Smith said. '],
    ['a thousand pronouns in one paragraph', '“We will go there,” he said. '],
    ['a company and its statements', 'The Velden company met. “We will go there,” the company said. '],
    ['relative pronouns', 'John Smith, who said “we will go there now” '],
    ['German quotes', '„Wir gehen dorthin“, sagte der Minister Peter Müller. '],
    ['Kazakh quotes', '«Біз барамыз», – деді министр Асқар Нұрланов. '],
    ['Russian cues between dashes', '— Мы идём, — сказал он. — И всё, — '],
    ['unclosed quotes', '“We will go there and\n\n'],
    ['names alone', 'John Smith '],
    ['initials', 'J. S. '],
    ['line ends', 'a\n'],
    ['dots', '. '],
    ['digits', '1,234.5 '],
    ['Russian quotes', 'Министр сказал: «Мы пойдём». '],
    ['captions', 'Photo: a '],
    ['spaces', ' '],
    ['invisible characters', '\u200b\u00ad'],
  ])('%s', (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    const start = performance.now();
    readArticle(`A headline of words\n\n${text}`);
    checkSentence(text, 'Ida Holm said 15 people went.');
    expect(performance.now() - start).toBeLessThan(MILLISECONDS);
  });
});
