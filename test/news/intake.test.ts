import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPieces, MOST_ARTICLE_BYTES, type Piece, readTextFile } from '../../src/news/intake.ts';
import { splitPaste } from '../../src/sandbox/split-paste.ts';

const pieces = (...texts: string[]): Piece[] => texts.map((text, index) => ({ messageId: 10 + index, text }));
const joined = (...texts: string[]) => joinPieces(pieces(...texts)).text;

/** A piece of exactly the length at which clients cut, ending in these words. */
const full = (ending: string) => `${'Lake Ilmar rose. '.repeat(300)}`.slice(0, 4096 - ending.length) + ending;

describe('joining a paste', () => {
  it('follows the message ids, whatever the order of arrival', () => {
    const order = fc.shuffledSubarray(pieces('One.', 'Two.', 'Three.', 'Four.'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(order, (arrived) => {
        expect(joinPieces(arrived).text).toBe('One.\n\nTwo.\n\nThree.\n\nFour.');
      }),
    );
  });

  it('gives one piece back as it came, and nothing for none', () => {
    expect(joinPieces(pieces(' The lake rose. '))).toEqual({ text: ' The lake rose. ', seams: [] });
    expect(joinPieces([])).toEqual({ text: '', seams: [] });
  });

  it.each([
    ['a paragraph', 'The lake rose.', 'The river fell.', 'The lake rose.\n\nThe river fell.'],
    [
      'a paragraph that ends in a quote',
      '“The lake rose.”',
      '“It fell,” she said.',
      '“The lake rose.”\n\n“It fell,” she said.',
    ],
    [
      'a paragraph in Russian',
      'Озеро поднялось.',
      '«Вода ушла», — сказала она.',
      'Озеро поднялось.\n\n«Вода ушла», — сказала она.',
    ],
    ['a paragraph in Georgian', 'ტბა აიწია.', 'მდინარე დაეცა.', 'ტბა აიწია.\n\nმდინარე დაეცა.'],
    ['a paragraph that a number opens', 'The lake rose.', '2026 was wet.', 'The lake rose.\n\n2026 was wet.'],
    ['a line without a full stop', 'www.lake.example', 'View more', 'www.lake.example\n\nView more'],
    ['a space', 'The lake rose and', 'the river fell.', 'The lake rose and the river fell.'],
    [
      'a space before a name',
      'The chair of the council,',
      'Marta Velden, left.',
      'The chair of the council, Marta Velden, left.',
    ],
    ['white space that was left standing', 'The lake rose.\n', 'The river fell.', 'The lake rose.\nThe river fell.'],
    ['white space before the next', 'The lake rose', '\n— and fell', 'The lake rose\n— and fell'],
  ])('puts back what stood at %s', (_, before, after, whole) => {
    expect(joined(before, after)).toBe(whole);
  });

  it('joins the halves of a word that a full message cut', () => {
    expect(joined(full('the agree'), 'ment holds.')).toBe(`${full('the agree')}ment holds.`);
    expect(joined(full('договорён'), 'ность действует.')).toBe(`${full('договорён')}ность действует.`);
  });

  it('leaves two words apart where both stand elsewhere and their union does not', () => {
    expect(joined(full(' river and the river'), 'council met. The council voted.')).toContain('the river council met');
  });

  it('does not glue words where the message was not full', () => {
    expect(joined('the river', 'council met.')).toBe('the river council met.');
  });

  it('loses no word of a paste that a client cut, however long', () => {
    const word = fc.constantFrom(
      'Lake',
      'Ilmar',
      'rose',
      'again.',
      'Vardania',
      'shares',
      'water,',
      'и',
      'озеро',
      '“deep”',
    );
    const paragraph = fc.array(word, { minLength: 5, maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 10, maxLength: 80 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const { text: whole, seams } = joinPieces(pieces(...splitPaste(text)));
        expect(whole.split(/\s+/)).toEqual(text.split(/\s+/));
        expect(seams).toHaveLength(splitPaste(text).length - 1);
      }),
      { numRuns: 50 },
    );
  });

  it('shows each seam with forty characters of either side', () => {
    const { seams } = joinPieces(pieces(`${'x'.repeat(50)} the lake`, 'rose and', `fell ${'y'.repeat(50)}`));
    expect(seams).toEqual([
      { before: `${'x'.repeat(31)} the lake`, after: 'rose and' },
      { before: 'rose and', after: `fell ${'y'.repeat(35)}` },
    ]);
  });

  it('never shows half a character at a seam', () => {
    const { seams } = joinPieces(pieces(`x${'🌊'.repeat(60)}`, `${'🌊'.repeat(60)}x`, `${'🌊'.repeat(60)}`));
    for (const { before, after } of seams) {
      expect(before).toBe('🌊'.repeat(39) + (before.endsWith('x') ? 'x' : '🌊'));
      expect(after.isWellFormed()).toBe(true);
    }
  });
});

describe('a file', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const WINDOWS_1251 = Uint8Array.from([
    0xce, 0xe7, 0xe5, 0xf0, 0xee, 0x20, 0xef, 0xee, 0xe4, 0xed, 0xff, 0xeb, 0xee, 0xf1, 0xfc,
  ]);

  it.each(['a.md', 'a.markdown', 'a.MD'])('%s is read as Markdown', (name) => {
    expect(readTextFile(name, utf8('# Озеро'))).toEqual({ kind: 'text', text: '# Озеро', markup: 'markdown' });
  });

  it.each(['a.txt', 'a.TXT', 'a.text', 'река.txt'])('%s is read as text', (name) => {
    expect(readTextFile(name, utf8('Озеро & река'))).toEqual({ kind: 'text', text: 'Озеро & река', markup: 'none' });
  });

  it.each(['a.html', 'a.htm', 'a.HTML'])('%s is read as a page', (name) => {
    expect(readTextFile(name, utf8('<p>x'))).toEqual({ kind: 'text', text: '<p>x', markup: 'html' });
  });

  it('is read without the mark that opens it', () => {
    expect(readTextFile('a.txt', utf8('\ufeffOzero'))).toMatchObject({ kind: 'text', text: 'Ozero' });
  });

  it('in an encoding that can be told is read as what it says', () => {
    expect(readTextFile('a.txt', WINDOWS_1251)).toEqual({ kind: 'text', text: 'Озеро поднялось', markup: 'none' });
  });

  it('in one that cannot be told is asked for again', () => {
    expect(readTextFile('a.txt', utf8('Озеро').subarray(0, 9))).toEqual({ kind: 'unknown-encoding' });
  });

  it.each(['a.pdf', 'a.docx', 'a', 'txt', 'a.txt.exe', ''])('named "%s" is no text', (name) => {
    expect(readTextFile(name, utf8('The lake rose.'))).toEqual({ kind: 'not-text' });
  });

  it('that is binary under the name of a text is no text', () => {
    const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0];
    expect(readTextFile('a.txt', Uint8Array.from(picture))).toEqual({ kind: 'not-text' });
  });

  it('is taken up to the limit and not a byte beyond', () => {
    expect(readTextFile('a.txt', new Uint8Array(MOST_ARTICLE_BYTES).fill(0x61))).toMatchObject({ kind: 'text' });
    expect(readTextFile('a.txt', new Uint8Array(MOST_ARTICLE_BYTES + 1).fill(0x61))).toEqual({ kind: 'too-large' });
    expect(readTextFile('a.pdf', new Uint8Array(MOST_ARTICLE_BYTES + 1))).toEqual({ kind: 'not-text' });
  });

  it('reads whatever was written in UTF-8', () => {
    const text = fc.string({ unit: 'binary' }).map((any) => any.toWellFormed().replace(/[\0\ufeff]/g, ''));
    fc.assert(
      fc.property(text, (any) => {
        expect(readTextFile('a.txt', utf8(any))).toEqual({ kind: 'text', text: any, markup: 'none' });
      }),
    );
  });
});
