import { expect, test } from 'vitest';
import { normaliseCharacters } from '../../src/reading/characters.ts';

test.each([
  ['carriage returns and line separators become line feeds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['every kind of space becomes one plain space', 'a\u00a0b\tc\u2009\u3000d', 'a b c d'],
  ['soft hyphens, zero-width spaces and byte order marks go', '\ufeffMinis\u00adter\u200b said', 'Minister said'],
  ['lines lose the space around them', '  a \n\t b', 'a\nb'],
  ['accents are composed', 'cafe\u0301', 'café'],
  ['ligatures become their letters', 'oﬃce ﬁre', 'office fire'],
  ['a joiner stays where it shapes Persian', 'می\u200cشود', 'می\u200cشود'],
  ['a joiner goes after a Latin letter', 'a\u200db', 'ab'],
  ['a lone surrogate is made whole', 'a\ud800b', 'a\ufffdb'],
])('%s', (_, raw, plain) => {
  expect(normaliseCharacters(raw)).toBe(plain);
});

test('quotation marks, dashes and ellipses stay as they are', () => {
  const text = '“a” «b» „c“ \'d\' "e" – — … ½';
  expect(normaliseCharacters(text)).toBe(text);
});
