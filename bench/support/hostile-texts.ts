/** Pieces that are repeated to a megabyte: whatever a rule of the reading looks at, and nothing else. */
export const HOSTILE_TEXTS: readonly (readonly [name: string, piece: string])[] = [
  ['one letter', 'a'],
  ['words in a single line', 'word '],
  ['capitalised words', 'Word '],
  ['quotation marks', '"'],
  ['opening quotation marks', '“'],
  ['guillemets', '«»'],
  ['single quotation marks', "'"],
  ['brackets', '([{'],
  ['ten thousand brackets in each other', `${'('.repeat(10_000)}${')'.repeat(10_000)}`],
  ['random characters', randomText(20_000)],
  ['г. ', 'г. '],
  ['initials', 'J. S. '],
  ['line ends', '\n'],
  ['line ends between letters', 'a\n'],
  ['blank lines between words', 'word\n\n'],
  ['spaces', ' '],
  ['zero-width joiners', 'a\u200d'],
  ['combining marks', 'a\u0301\u0302\u0303'],
  ['digits', '7'],
  ['figures', '1,234.5 '],
  ['dates', '24.11.2026, 14:05 '],
  ['dashes', '— '],
  ['full stops', '. '],
  ['addresses', 'https://a.example/?utm_source=b&c=d '],
  ['one address', 'https://a.example/?utm_source=b&'],
  ['he said', '“We will go there,” he said. '],
  ['a speaker', '“We will go there,” John Smith said. '],
  ['captions', 'Photo: a '],
  ['headings without a stop', 'heading The mayor went '],
  ['bylines', 'By Paul Grant\n\n'],
  ['list entries', '1. A '],
];

/** The same characters on every run: a linear congruential generator over all of Unicode but the surrogates. */
function randomText(length: number): string {
  let state = 42;
  const characters: string[] = [];
  while (characters.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const code = state % 0x11_0000;
    if (code < 0xd800 || code > 0xdfff) characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}
