import { isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

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
  if (GERMAN_ARTICLE.test(first.lower)) return phrase(words, to + 2, text, true);
  return article || isTitle(first.text) ? phrase(words, article ? to + 2 : to + 1, text) : undefined;
}

/** A German relative pronoun looks the same, but a verb closes its clause. */
const GERMAN_ARTICLE = /^(?:der|die|das|ein|eine)$/u;

/** The words up to the comma or full stop that ends an apposition; `nominal`: only where that ends in a noun. */
function phrase(words: readonly Word[], from: number, text: string, nominal = false): string | undefined {
  let end = from;
  while (end < words.length && end - from < LONGEST && isPhrasePart(words[end])) end += 1;
  const head = words[from];
  const last = words[end - 1];
  if (!/^[,.;]$/u.test(words[end]?.text ?? '') || head === undefined || last === undefined) return undefined;
  if (nominal && !isCapitalised(last)) return undefined;
  return text.slice(head.start, last.end);
}

/** Quotation marks may stand inside an apposition: "head of the «Bridge» fund". */
function isPhrasePart(word: Word | undefined): boolean {
  return word !== undefined && (!word.isMark || /[«»“”"]/u.test(word.text));
}
