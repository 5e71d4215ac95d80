import type { Span } from '../news/quote.ts';
import { subjectAfter } from './clause.ts';
import type { Grammar } from './grammar.ts';
import type { Word } from './words.ts';

/** A cue is looked for in this many words beside a quote. */
export const REACH = 26;

/** Whoever follows "according to" at the head of some words. */
export function accordingTo(words: readonly Word[], grammar: Grammar): Span | undefined {
  const owner = words[1];
  if (owner !== undefined && WHOSE[grammar.language]?.test(`${words[0]?.lower} ${owner.lower} ${words[2]?.lower}`))
    return { start: owner.start, end: owner.end };
  for (const parts of grammar.according.get(words[0]?.lower ?? '') ?? []) {
    if (parts.every((part, at) => words[at]?.lower === part)) return subjectAfter(words.slice(parts.length), grammar);
  }
  return undefined;
}

/** "in Holm’s view", "in the words of Holm": whose view it is. */
export function inTheWordsOf(words: readonly Word[], grammar: Grammar): Span | undefined {
  if (grammar.language !== 'en') return undefined;
  for (let at = Math.max(0, words.length - REACH); at < words.length; at += 1) {
    if (words[at]?.lower !== 'in') continue;
    const view = words.findIndex((word, index) => index > at && index <= at + 6 && VIEW.test(word.lower));
    // The mark of a plural’s genitive stands by itself: "in the dockers’ view".
    const plural = /^['’]$/u.test(words[view - 1]?.text ?? '');
    const owner = words[plural ? view - 2 : view - 1];
    if (view < 0 || owner === undefined || words.slice(at, plural ? view - 1 : view).some(({ isMark }) => isMark))
      continue;
    if (words[view + 1]?.lower === 'of' && words[at + 1]?.lower === 'the')
      return subjectAfter(words.slice(view + 2), grammar);
    const first = words[at + 1];
    if (view === at + 2 && first !== undefined && /^(?:his|her)$/u.test(first.lower))
      return { start: first.start, end: first.end };
    if (view > at + 1 && first !== undefined && (plural || /['’]s$/u.test(owner.text)))
      return { start: first.start, end: owner.end };
  }
  return undefined;
}

/** "по её словам": whose words they are is a pronoun. */
const WHOSE: Readonly<Record<string, RegExp>> = {
  ru: /^по (?:его|её|ее) (?:словам|мнению|данным|оценке|версии|выражению)$/u,
  uk: /^(?:за|на) (?:його|її) (?:словами|думку|даними)$/u,
};

const VIEW = /^(?:words?|view|opinion|estimation|telling|phrase|parlance)$/u;

/** "according to the mayor", "по словам мэра" among the last words before a quote. */
export function accordingAnywhere(words: readonly Word[], grammar: Grammar): Span | undefined {
  for (let at = Math.max(0, words.length - REACH); at < words.length; at += 1) {
    const found = accordingTo(words.slice(at), grammar);
    if (found !== undefined) return found;
  }
  return undefined;
}
