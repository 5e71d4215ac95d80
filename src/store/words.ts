/**
 * A text as full-text search and comparisons see it: words in lower case without accents, one space between.
 * Both engines get their words from here, because SQLite folds ASCII only and PostgreSQL as its locale says.
 * Scripts that write no spaces are parted into single characters.
 */
export function foldedWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(WORD) ?? []
  );
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu;

/** The words of a name with a space on either side of each, so that ` word ` finds whole words only. */
export function spacedWords(text: string): string {
  return ` ${foldedWords(text).join(' ')} `;
}

/**
 * Text that both engines can keep: PostgreSQL refuses U+0000 and lone surrogates. Each is replaced by one U+FFFD,
 * so places in the text stay where they are.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}
