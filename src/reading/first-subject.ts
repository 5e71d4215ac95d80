import type { Span } from '../news/quote.ts';
import { germanMainClause } from './german-clause.ts';
import type { Grammar } from './grammar.ts';
import { asSubject, dropLead, isSmallAdverb, LONGEST_SUBJECT } from './noun-phrase.ts';
import { segmentsOf } from './segments.ts';
import { isFiniteVerb, opensPredicate } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/**
 * The subject of a whole sentence: the first noun phrase that a verb follows, else the first one at all. What
 * opens with a preposition or a participle, and what is set apart by commas, is passed over.
 */
export function firstSubject(words: readonly Word[], grammar: Grammar): Span | undefined {
  if (grammar.language === 'de') return germanMainClause(words, grammar)?.subject;
  let first: Span | undefined;
  for (const segment of segmentsOf(words)) {
    const open = dropLead(segment, grammar);
    const head = open[0];
    if (first !== undefined && opensPredicate(open, grammar)) return first;
    if (head === undefined || grammar.prepositions.has(head.lower) || opensPhrase(open, grammar)) continue;
    if (grammar.boundaries.has(head.lower) && !isCapitalised(head)) continue;
    let to = 0;
    while (to < open.length && to < LONGEST_SUBJECT && !isVerbLike(open, to, grammar)) to += 1;
    const subject = asSubject(open.slice(0, to), grammar);
    if (subject !== undefined && to < open.length) return subject;
    first ??= subject;
  }
  return first;
}

/** "Speaking in …", "Led by …", "Here in …": words of a phrase that a sentence’s subject follows behind a comma. */
function opensPhrase([head, next]: readonly Word[], grammar: Grammar): boolean {
  if (head === undefined || /ing$/u.test(head.lower)) return true;
  if (grammar.language !== 'en') return false;
  if (/^(?:here|there|back|once|unlike|far|among)$/u.test(head.lower)) return true;
  const small = next !== undefined && (grammar.prepositions.has(next.lower) || grammar.boundaries.has(next.lower));
  return small && /^\p{L}{2,}ed$/u.test(head.lower);
}

function isVerbLike(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  if (word === undefined) return true;
  if (word.isMark) return !/["“”„«»'’‘@#/&]/u.test(word.text);
  if (isCapitalised(word) || isSmallAdverb(word)) return false;
  if (grammar.language === 'en') {
    if (at === 0) return false;
    if (isPresent(words, at, grammar) || isFiniteVerb(words, at, grammar)) return true;
    if (grammar.pronouns.has(words[0]?.lower ?? '') || grammar.boundaries.has(word.lower)) return true;
    return grammar.prepositions.has(word.lower) && !/^(?:of|for|from)$/u.test(word.lower);
  }
  if (at > 0 && grammar.auxiliaries.has(word.lower.replace('’', "'"))) return true;
  if (grammar.pronouns.has(words[0]?.lower ?? '') && at > 0) return true;
  if (
    at > 0 &&
    (grammar.cues.has(word.lower) || grammar.auxiliaries.has(word.lower) || grammar.boundaries.has(word.lower))
  )
    return true;
  if (at > 0 && grammar.prepositions.has(word.lower) && !/^(?:of|for|from|von|für)$/u.test(word.lower)) return true;
  return at > 0 && /^(?:\p{Ll}{2,}ed|\p{Ll}{3,}(?:ал|ил|ел|ла|ли|ет|ит))$/u.test(word.lower);
}

/** "Holm lobbies for a bridge": a name, a form in -s, and a small word. */
function isPresent(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const next = words[at + 1];
  if (at === 0 || next === undefined || !/\p{Ll}{2}[^s]s$/u.test(words[at]?.text ?? '')) return false;
  return (
    words.slice(0, at).every(isCapitalised) &&
    (grammar.prepositions.has(next.lower) || grammar.determiners.has(next.lower))
  );
}
