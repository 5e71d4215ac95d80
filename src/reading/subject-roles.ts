import type { Grammar } from './grammar.ts';
import { isAdverb, opensPredicate } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/** What a name does in its sentence, by the words beside it. */
export interface SubjectRole {
  /** "Holm said", "said Holm": stands beside a verb of saying as its subject. */
  readonly speaks: boolean;
  /** "Holm left": is the subject of any verb. */
  readonly acts: boolean;
}

/** Between a name and its verb stand appositions of so many words at most, all together. */
const APPOSITIONS = 40;

/** `name`: index of the last word of a name. */
export function subjectRole(words: readonly Word[], name: number, grammar: Grammar): SubjectRole {
  const verb = verbBehind(words, name, grammar);
  const speaks = verb === undefined ? isSaidBefore(words, name, grammar) : grammar.cues.has(words[verb]?.lower ?? '');
  return { speaks, acts: speaks || verb !== undefined };
}

/** Index of the verb whose subject a name is: "Holm, the mayor of Velden, later said". None for "of Velden". */
function verbBehind(words: readonly Word[], name: number, grammar: Grammar): number | undefined {
  if (belongsToPreposition(words, name)) return undefined;
  let at = behindPlace(words, name + 1);
  if (words[at]?.text === '(') {
    const end = closing(words, at, ')', name);
    if (end === undefined) return undefined;
    at = end + 1;
  }
  while (words[at]?.text === ',') {
    const end = closing(words, at + 1, ',', name);
    if (end === undefined) return undefined;
    const next = skipSmall(words, end + 1, grammar);
    if (isVerb(words, next, grammar)) return next;
    at = end;
  }
  const verb = skipSmall(words, at, grammar);
  return isVerb(words, verb, grammar) ? verb : undefined;
}

function belongsToPreposition(words: readonly Word[], name: number): boolean {
  let from = name;
  while (from > 0 && name - from < 5 && isCapitalised(words[from - 1])) from -= 1;
  return /^(?:of|in|from|at|for|near|to|with|by|on|about|against)$/u.test(words[from - 1]?.lower ?? '');
}

/** "Holm of Velden": the place where somebody is from. */
function behindPlace(words: readonly Word[], from: number): number {
  let at = from;
  if (!/^(?:of|from|in)$/u.test(words[at]?.lower ?? '') || !isCapitalised(words[at + 1])) return at;
  at += 1;
  while (at - from < 6 && isCapitalised(words[at])) at += 1;
  return at;
}

function closing(words: readonly Word[], from: number, mark: string, name: number): number | undefined {
  for (let at = from; at - name < APPOSITIONS && at < words.length; at += 1) {
    if (words[at]?.text === mark) return at;
    if (/^[.!?]$/u.test(words[at]?.text ?? '')) return undefined;
  }
  return undefined;
}

function isVerb(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined || word.isMark || isCapitalised(word)) return false;
  if (grammar.cues.has(word.lower) && !/ing$/u.test(word.lower)) return true;
  return opensPredicate(words.slice(at, at + 2), grammar);
}

function skipSmall(words: readonly Word[], from: number, grammar: Grammar): number {
  let at = from;
  while (at - from < 5 && isSmall(words[at], grammar)) at += 1;
  return at;
}

/** Days, auxiliaries and adverbs between a subject and its verb. */
function isSmall(word: Word | undefined, grammar: Grammar): boolean {
  if (word === undefined || word.isMark) return false;
  if (grammar.neverNames.has(word.lower)) return true;
  if (isCapitalised(word)) return false;
  if (grammar.language !== 'en') return grammar.auxiliaries.has(word.lower);
  return isAdverb(word) || SMALL.test(word.lower);
}

const SMALL = /^(?:has|have|had|also|later|then|again|once|himself|herself|this|past|last|week|month|year|still|now)$/u;

/** "…,” said Ida Holm": the verb stands behind a mark. */
function isSaidBefore(words: readonly Word[], name: number, grammar: Grammar): boolean {
  let at = name;
  while (at > 0 && name - at < 6 && (isCapitalised(words[at - 1]) || words[at - 1]?.text === '.')) at -= 1;
  const verb = words[at - 1];
  if (verb === undefined || verb.isMark || !grammar.cues.has(verb.lower) || words[at - 2]?.isMark === false)
    return false;
  return (
    /(?:ed|said|says|wrote|te|л|ла|в|ла|ў|ді|ды)$/u.test(verb.lower) && !/^(?:asked|told|called)$/u.test(verb.lower)
  );
}
