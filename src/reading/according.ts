import type { Span } from '../news/quote.ts';
import { subjectAfter } from './clause.ts';
import type { Grammar } from './grammar.ts';
import type { Word } from './words.ts';

/** A cue is looked for in this many words beside a quote. */
export const REACH = 26;

/** Whoever follows "according to" at the head of some words. */
export function accordingTo(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (const parts of grammar.according.get(words[0]?.lower ?? '') ?? []) {
    if (parts.every((part, at) => words[at]?.lower === part)) return subjectAfter(words.slice(parts.length), grammar);
  }
  return undefined;
}

/** "in einer Erklärung", "vom Sprecher": what follows the first such preposition, where "heißt es" stands by it. */
export function sourceOf(words: readonly Word[], grammar: Grammar): Span | undefined {
  const at = words.findIndex((word) => /^(?:in|im|aus|von|vom|bei|beim|auf)$/u.test(word.lower));
  return at < 0 ? undefined : subjectAfter(words.slice(at + 1), grammar);
}

/** "nach Angaben des Ministers", "according to the mayor" among the last words before a quote. */
export function accordingAnywhere(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (let at = Math.max(0, words.length - REACH); at < words.length; at += 1) {
    // "So sagte Holm": away from the quote's end the word means "thus".
    if (words[at]?.lower === 'so') continue;
    const found = accordingTo(words.slice(at), grammar);
    if (found !== undefined) return found;
  }
  return grammar.language === 'de' ? beforeZufolge(words, grammar) : undefined;
}

/** "dem Bericht zufolge": the noun phrase that the postposition closes. */
function beforeZufolge(words: readonly Word[], grammar: Grammar): Span | undefined {
  const end = words.findLastIndex((word) => word.lower === 'zufolge');
  const from = words.slice(0, Math.max(0, end)).findLastIndex((word) => grammar.determiners.has(word.lower));
  const first = words[from];
  const last = words[end - 1];
  if (first === undefined || last === undefined || end - from > 8) return undefined;
  return { start: first.start, end: last.end };
}

/** "the report", "his call", "secretary of state": after a determiner or "of" the word is a noun. */
export function isNoun(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const before = words[at - 1]?.lower ?? '';
  return grammar.language === 'en' && (grammar.determiners.has(before) || before === 'of');
}
