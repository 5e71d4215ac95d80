import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/news/text-encoding.ts';

const ENGLISH = 'The lake “rose” by 4 metres.';
const RUSSIAN = 'Озеро поднялось на 4 метра, сообщил совет. «Вода придёт к весне», — сказал он.';

const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Node encodes no Windows-1251, so the table is read off its decoder. */
function windows1251(text: string): Uint8Array {
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text].map((character) => table.indexOf(character)));
}

describe('text', () => {
  it.each([
    ['UTF-16', utf16(`\ufeff${RUSSIAN}`), RUSSIAN],
    ['UTF-16, the other end first', swapped(`\ufeff${RUSSIAN}`), RUSSIAN],
    ['UTF-16 without its mark', utf16(ENGLISH), ENGLISH],
    ['UTF-16 without its mark, the other end first', swapped(ENGLISH), ENGLISH],
    ['Cyrillic UTF-16 without its mark, told by its spaces', utf16(RUSSIAN), RUSSIAN],
    ['Windows-1251', windows1251(RUSSIAN), RUSSIAN],
    [
      'Windows-1251 in capitals at first',
      windows1251(`ОЗЕРО ПОДНЯЛОСЬ\n\n${RUSSIAN}`),
      `ОЗЕРО ПОДНЯЛОСЬ\n\n${RUSSIAN}`,
    ],
    ['Windows-1252', latin1('Zürich wählt, sagte er.'), 'Zürich wählt, sagte er.'],
  ])('in %s is told', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text });
  });

  it('in UTF-8 is never taken for anything else', () => {
    const any = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replace(/[\0\ufeff]/g, ''));
    fc.assert(
      fc.property(any, (text) => {
        expect(decodeText(new TextEncoder().encode(text))).toEqual({ kind: 'text', text });
      }),
    );
  });

  it('in a declared encoding is read so, and a declaration that nobody knows is passed over', () => {
    const koi8 = Uint8Array.from([0xef, 0xda, 0xc5, 0xd2, 0xcf]);
    expect(decodeText(koi8, 'koi8-r')).toEqual({ kind: 'text', text: 'Озеро' });
    expect(decodeText(new TextEncoder().encode(RUSSIAN), 'x-klingon')).toEqual({ kind: 'text', text: RUSSIAN });
    expect(decodeText(windows1251(RUSSIAN), 'utf-8')).toEqual({ kind: 'text', text: RUSSIAN });
  });

  it('is what its mark says, whatever was declared', () => {
    expect(decodeText(new TextEncoder().encode(`\ufeff${RUSSIAN}`), 'windows-1251')).toEqual({
      kind: 'text',
      text: RUSSIAN,
    });
  });
});

describe('what is no text', () => {
  it('has noughts where no text has them', () => {
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0, 0, 0, 0x0d, 0]))).toEqual({ kind: 'not-text' });
  });

  it('has letters that nobody can tell', () => {
    expect(decodeText(Uint8Array.from([0x81, 0x8d, 0x8f, 0x90, 0x9d]))).toEqual({ kind: 'unknown-encoding' });
  });
});
