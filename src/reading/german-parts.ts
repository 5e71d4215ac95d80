import german from './data/german.json' with { type: 'json' };
import { isKnownFinite } from './german-verbs.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** Parts words at commas and dashes that stand outside brackets; these and quotation marks go. */
export function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (word.text === '(') depth += 1;
    else if (word.text === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^[,;:—–]$/u.test(word.text)) parts.push([]);
    else if (depth === 0 && !/^["“”„«»‚‘']$/u.test(word.text)) parts.at(-1)?.push(word);
  }
  return parts;
}

/** "Und", "Auch", "Aber": a word before what stands first. */
export function withoutLead(part: readonly Word[]): readonly Word[] {
  return /^(?:und|aber|doch|denn|auch|selbst|sogar|nur|oder|sondern)$/u.test(part[0]?.lower ?? '')
    ? part.slice(1)
    : part;
}

const SUBORDINATORS = new Set(german.subordinators.split(' '));

/** True for a conjunction or a question word that opens a subordinate clause. */
export function opensSubordinate(word: Word | undefined): boolean {
  return word !== undefined && SUBORDINATORS.has(word.lower);
}

/** A clause that a conjunction or a relative pronoun opens; its verb closes it. */
export function isSubordinate(part: readonly Word[], follows: boolean, grammar: Grammar): boolean {
  const first = part[0]?.lower ?? '';
  const closed = isKnownFinite(part.at(-1), grammar) || /^\p{Ll}+(?:te|ten|t)$/u.test(part.at(-1)?.text ?? '');
  if (/^(?:als|wie|bis|während|damit|da)$/u.test(first)) return closed && part.length > 2;
  if (SUBORDINATORS.has(first)) return follows || !/^(?:deren|dessen)$/u.test(first);
  if (!follows || !closed || part.length < 3) return false;
  return (
    /^(?:der|die|das|den|dem|denen)$/u.test(first) ||
    (grammar.prepositions.has(first) &&
      /^(?:der|die|das|den|dem|denen|dessen|deren)$/u.test(part[1]?.lower ?? '') &&
      !isCapitalised(part[2]))
  );
}
