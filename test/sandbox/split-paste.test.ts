import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PASTE_MAX, splitPaste } from '../../src/sandbox/split-paste.ts';

it('sends a text of 4,096 characters as one message', () => {
  expect(splitPaste('a'.repeat(4096))).toEqual(['a'.repeat(4096)]);
});

it('cuts at a paragraph break in the second half before anything else', () => {
  const head = `${'word '.repeat(500)}end.`;
  const tail = 'Sentence after sentence. '.repeat(100).trim();
  expect(splitPaste(`${head}\n\n${tail}`)).toEqual([head, tail]);
});

it('cuts at a line break, then after a sentence, then at a space', () => {
  const filler = 'x'.repeat(2500);
  const rest = 'y'.repeat(3000);
  expect(splitPaste(`${filler}. a b\n${rest}`)).toEqual([`${filler}. a b`, rest]);
  expect(splitPaste(`${filler}. a${rest}`)).toEqual([`${filler}.`, `a${rest}`]);
  expect(splitPaste(`${filler} ${rest}`)).toEqual([filler, rest]);
});

it('does not cut at a break in the first half', () => {
  const [first] = splitPaste(`${'x'.repeat(1000)}\n\n${'y'.repeat(5000)}`);
  expect(first).toHaveLength(PASTE_MAX);
});

it('never loses a visible character, never makes a piece too long, never cuts a character in two', () => {
  const words = fc.constantFrom('word', ' ', '\n', '\n\n', '. ', '😀', 'ж'.repeat(700), '😀'.repeat(1500));
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const pieces = splitPaste(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(PASTE_MAX);
        expect(piece.isWellFormed()).toBe(true);
        expect(piece.trim()).toBe(piece);
      }
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
