import { expect, test } from 'vitest';
import { readArticle } from '../../src/reading/read-article.ts';
import { SHAPES } from './shapes/shapes.ts';

test.each(SHAPES)('reads $name', ({ raw, expected }) => {
  const outcome = readArticle(raw);
  if (outcome.kind !== 'article') throw new Error(`read as ${outcome.kind}`);
  const { article, cut, countries } = outcome;
  const { headline, byline, dateline, source, publishedAt, language, body } = article;
  expect({ headline, byline, dateline, source, publishedAt, language, body, countries, cut }).toEqual(expected);
  expect(article.raw).toBe(raw);
});
