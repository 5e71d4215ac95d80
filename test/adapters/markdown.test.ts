import { expect, it } from 'vitest';
import { markdownToText } from '../../src/adapters/markdown.ts';

it('takes the marks away and leaves the words', () => {
  const markdown = `# Lake Ilmar **rises**

By Jonas Pereli

The [river council](https://courier.example/council) met on *Tuesday*. It agreed
on \`one\` thing.

> “We would _rather_ argue about water,” said Marta Velden.

- ten farms
- two mills

2026 was wet & cold.`;
  expect(markdownToText(markdown)).toBe(
    [
      'Lake Ilmar rises',
      'By Jonas Pereli',
      'The river council met on Tuesday. It agreed on one thing.',
      '“We would rather argue about water,” said Marta Velden.',
      'ten farms',
      'two mills',
      '2026 was wet & cold.',
    ].join('\n\n'),
  );
});

it.each(['[', '*', '_a ', '> ', '`', '![](', '<div>', '| a '])('comes to an end on many of %j', (mark) => {
  expect(markdownToText(mark.repeat(100_000 / mark.length))).toEqual(expect.any(String));
});
