import { describe, expect, test } from 'vitest';
import { dangerIn } from './expressions/backtracking.ts';
import { literalsIn, readingExpressions } from './expressions/sources.ts';

test('no expression of the reading backtracks beyond control', async () => {
  const expressions = await readingExpressions();
  expect(expressions.length).toBeGreaterThan(300);
  const dangerous = expressions.flatMap(({ file, source }) => {
    const danger = dangerIn(source);
    return danger === undefined ? [] : [`${file}: ${danger}: /${source}/`];
  });
  expect(dangerous).toEqual([]);
});

describe('the rule', () => {
  test.each([
    '(a+)+',
    '(?:\\s*\\w+)*',
    '(?:[a-z]+ ?){2,}',
    'x.*.*y',
    '\\s*(?:,)?\\s*$',
    '(?:a|b+)*c',
    '(?:[A-Z][a-zA-Z]* ?)+',
    '(?:a[a-z]+)*',
  ])('sees the danger in /%s/', (source) => {
    expect(dangerIn(source)).toBeDefined();
  });

  test.each([
    'a+b+',
    '(?:a{1,9})+',
    '(?:ab)*c',
    '\\d+\\.\\d+',
    '[(+*]+x',
    '(?=a+)b*',
    '(?:a+)?b',
    '\\s*,\\s*',
    '(?:,\\d+)*',
    '(?:[A-Z][a-z]* )+x',
  ])('finds none in /%s/', (source) => {
    expect(dangerIn(source)).toBeUndefined();
  });
});

test('expressions are told from divisions, strings and comments', () => {
  const code = "const half = a / b / c;\nconst x = /a[/]b/u.test('/no/'); // /neither/\n * /nor this/\nfind(/c\\/d/g);";
  expect(literalsIn(code)).toEqual(['a[/]b', 'c\\/d']);
});
