import type { Grammar } from './grammar.ts';
import { isTitle } from './titles.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * "Anna Kim, a spokeswoman for the port,": the apposition, where it opens with an article or a title; "Anna Kim, who
 * heads the port authority,": the head of it.
 */
export function roleAfter(words: readonly Word[], to: number, text: string, grammar: Grammar): string | undefined {
  if (words[to]?.text !== ',') return undefined;
  const first = words[to + 1];
  if (first === undefined) return undefined;
  const led = first.lower === 'who' ? LEADERS[words[to + 2]?.lower ?? ''] : undefined;
  if (led !== undefined) {
    const body = phrase(words, to + 3, text, grammar);
    return body === undefined ? undefined : `${led} of ${body}`;
  }
  const article = /^(?:a|an|the)$/u.test(first.lower);
  return article || isTitle(first.text) ? phrase(words, article ? to + 2 : to + 1, text) : undefined;
}

/** What someone heads is named in so many words at most. */
const LONGEST_BODY = 8;

/** What someone is who does this to a body. */
const LEADERS: Readonly<Record<string, string>> = {
  heads: 'head',
  leads: 'leader',
  chairs: 'chair',
  directs: 'director',
};

/** The words up to the comma or full stop that ends an apposition. With a grammar, only a noun phrase will do. */
function phrase(words: readonly Word[], from: number, text: string, grammar?: Grammar): string | undefined {
  let end = from;
  while (end < words.length && end - from < 12 && isPhrasePart(words[end])) end += 1;
  const head = words[from];
  const last = words[end - 1];
  if (!/^[,.;]$/u.test(words[end]?.text ?? '') || head === undefined || last === undefined) return undefined;
  if (grammar !== undefined && !isNounPhrase(words.slice(from, end), grammar)) return undefined;
  return text.slice(head.start, last.end);
}

function isNounPhrase(words: readonly Word[], grammar: Grammar): boolean {
  const [head, ...rest] = words;
  if (head === undefined || rest.length === 0 || words.length > LONGEST_BODY) return false;
  if (!isCapitalised(head) && !/^(?:the|a|an|its|their)$/u.test(head.lower)) return false;
  return rest.every(
    (word) =>
      isCapitalised(word) ||
      !(
        grammar.boundaries.has(word.lower) ||
        grammar.pronouns.has(word.lower) ||
        grammar.auxiliaries.has(word.lower) ||
        (grammar.cues.has(word.lower) && /(?:ed|said|told)$/u.test(word.lower))
      ),
  );
}

/** Quotation marks may stand inside an apposition: "head of the «Bridge» fund". */
function isPhrasePart(word: Word | undefined): boolean {
  return word !== undefined && (!word.isMark || /[«»“”"]/u.test(word.text));
}
