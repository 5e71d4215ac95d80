import { withoutStackedMarks } from './word-forms.ts';

/**
 * A text as full-text search and comparisons see it: words in lower case without accents, one space between.
 * Both engines get their words from here, because SQLite folds ASCII only and PostgreSQL as its locale says.
 * Scripts that write no spaces are parted into single characters.
 */
export function foldedWords(text: string): string[] {
  return (
    withoutStackedMarks(text)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(WORD) ?? []
  );
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu;
