import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/reading/clean.ts';
import { readArticle } from '../../src/reading/read-article.ts';
import { SHAPES } from './shapes/shapes.ts';

/** Lines of pages, marks, letters of all scripts, and what nobody sees: all that the reading looks at. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r',
    '\t',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u00ad',
    '\ud800',
    '\u0301',
    'г. ',
    'J. S. ',
    '“',
    '”',
    '«',
    '»',
    '„',
    "'",
    '(((',
    ')))',
    '— ',
    '... ',
    '1,234.5 ',
    '24.11.2026, 14:05 ',
    '14:05 – ',
    'By Paul Grant\n\n',
    'Photo: a\n\n',
    'Related stories\n\n',
    'Sign up\n\n',
    '###\n\n',
    'https://a.example/?utm_source=b ',
    '“We will go there,” he said. ',
    'Paul Grant is a journalist. ',
    'ASTANA, Nov 20 (Wire) — ',
    '⚡️',
    '# ',
    '**',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.lorem({ maxCount: 12 }),
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  // One piece over and over: what a rule that looks back or ahead must bear.
  fc.tuple(piece, fc.integer({ min: 1, max: 400 })).map(([text, times]) => text.repeat(times)),
  fc
    .tuple(fc.constantFrom(...SHAPES), fc.array(piece, { maxLength: 8 }), fc.nat())
    .map(([{ raw }, pieces, at]) => raw.slice(0, at % raw.length) + pieces.join('') + raw.slice(at % raw.length)),
);

test('whatever the text, it is read without a fault, and nothing of it is made up', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const outcome = readArticle(raw);
      if (outcome.kind !== 'article') return;
      const { article, quotes, summary } = outcome;
      expect(article.raw).toBe(raw);
      expect(article.body.isWellFormed()).toBe(true);
      expect(summary).not.toBe('');
      for (const { spans } of quotes)
        for (const { start, end } of spans) expect(article.body.slice(start, end)).not.toBe('');
      if (article.publishedAt !== undefined) expect(Date.parse(article.publishedAt)).not.toBeNaN();
    }),
    { numRuns: 400 },
  );
});

test('every letter of a text is kept or is in what was cut', () => {
  const letters = (text: string): number => text.normalize('NFKC').match(/\p{L}/gu)?.length ?? 0;
  fc.assert(
    fc.property(anyText, (raw) => {
      const { headline, dateline, paragraphs, cut } = cleanText(raw);
      const parts = [headline ?? '', dateline ?? '', ...paragraphs, ...cut.map(({ text }) => text)];
      // A label ahead of the headline goes; a dateline in a line of its own stands in both.
      expect(letters(parts.join('\n'))).toBeGreaterThanOrEqual(letters(raw.toWellFormed()) - 12);
    }),
    { numRuns: 300 },
  );
});
