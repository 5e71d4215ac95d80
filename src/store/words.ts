import { foldedWords } from '../news/folded-words.ts';

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
