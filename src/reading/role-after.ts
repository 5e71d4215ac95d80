import { isTitle } from './titles.ts';
import type { Word } from './words.ts';

/** An apposition is of so many words at most. */
const LONGEST = 12;

/**
 * "Anna Kim, a spokeswoman for the port,": the apposition behind a name, where it opens with an article or a title, as
 * it stands in the text but for the article.
 */
export function roleAfter(words: readonly Word[], to: number, text: string): string | undefined {
  const first = words[to + 1];
  if (words[to]?.text !== ',' || first === undefined) return undefined;
  const article = /^(?:a|an|the)$/u.test(first.lower);
  return article || isTitle(first.text) ? phrase(words, article ? to + 2 : to + 1, text) : undefined;
}

/** The words up to the comma or full stop that ends an apposition. */
function phrase(words: readonly Word[], from: number, text: string): string | undefined {
  let end = from;
  while (end < words.length && end - from < LONGEST && isPhrasePart(words[end])) end += 1;
  const head = words[from];
  const last = words[end - 1];
  if (!/^[,.;]$/u.test(words[end]?.text ?? '') || head === undefined || last === undefined) return undefined;
  return text.slice(head.start, last.end);
}

/** Quotation marks may stand inside an apposition: "head of the «Bridge» fund". */
function isPhrasePart(word: Word | undefined): boolean {
  return word !== undefined && (!word.isMark || /[«»“”"]/u.test(word.text));
}
