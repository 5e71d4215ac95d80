import type { Span } from '../news/quote.ts';
import { accordingTo, REACH } from './according.ts';
import { subjectAfter } from './clause.ts';
import german from './data/german.json' with { type: 'json' };
import type { Grammar } from './grammar.ts';
import type { Word } from './words.ts';

/** Nouns for what somebody says or thinks ("nach Angaben", "nach Ansicht"). */
const VIEWS = new Set(german.views.split(' '));

/** Whoever "nach Angaben", "laut" or "zufolge" name among the last words before a quote. */
export function germanAccording(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (let at = Math.max(0, words.length - REACH); at < words.length; at += 1) {
    // "So sagte Holm": away from the quote's end the word means "thus".
    if (words[at]?.lower === 'so') continue;
    const found = germanAccordingTo(words.slice(at), grammar);
    if (found !== undefined) return found;
  }
  return beforeZufolge(words, grammar);
}

/** Whoever "nach Angaben" or "laut" name at the head of some words. */
export function germanAccordingTo(words: readonly Word[], grammar: Grammar): Span | undefined {
  return viewOf(words, grammar) ?? accordingTo(words, grammar);
}

/** "nach Angaben des Ministers", "nach den Worten von Holm": the mention is of the words, and whose they are. */
function viewOf(words: readonly Word[], grammar: Grammar): Span | undefined {
  if (words[0]?.lower !== 'nach') return undefined;
  const at = /^(?:den|der|seinen|ihren|eigenen)$/u.test(words[1]?.lower ?? '') ? 2 : 1;
  const noun = words[at];
  if (noun === undefined || !VIEWS.has(noun.text)) return undefined;
  const from = /^(?:von|vom)$/u.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const owner = subjectAfter(words.slice(from), grammar);
  return owner === undefined ? undefined : { start: noun.start, end: owner.end };
}

/** "Angaben des Ministers Rolf Berg", "Ansicht von Ida Holm": the words less those that say whose they are. */
export function ofWhom(words: readonly Word[], grammar: Grammar): readonly Word[] {
  const [noun, link] = words;
  if (grammar.language !== 'de' || noun === undefined || link === undefined || !VIEWS.has(noun.text)) return words;
  return /^(?:des|der|von|vom|eines|einer)$/u.test(link.lower) ? words.slice(2) : words;
}

/** "in einer Erklärung", "vom Sprecher": what follows the first such preposition, where "heißt es" stands by it. */
export function sourceOf(words: readonly Word[], grammar: Grammar): Span | undefined {
  const at = words.findIndex((word) => /^(?:in|im|aus|von|vom|bei|beim|auf)$/u.test(word.lower));
  return at < 0 ? undefined : subjectAfter(words.slice(at + 1), grammar);
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
