import cues from './data/cues.json' with { type: 'json' };
import verbs from './data/verbs.json' with { type: 'json' };
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

const AUXILIARY = setOf(verbs.en.auxiliary);
const PAST = setOf(verbs.en.past);
const PRESENT = setOf(verbs.en.present);
const NOUNS = setOf(cues.en.nouns);
const ARTICLES = setOf('the a an his her their its this that my our your no each every');
const PLURALS = setOf(verbs.en.plurals);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * True where a form that may be a verb of saying is a noun: "the report", "Holm’s call", "an early tweet", "secretary of
 * state". A form that is a noun, too ("report", "claims") is a verb only where its neighbours make it one.
 */
export function isNoun(words: readonly Word[], at: number, grammar: Grammar): boolean {
  if (grammar.language !== 'en') return false;
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || before.isMark) return false;
  if (ARTICLES.has(before.lower) || before.lower === 'of' || isPossessive(before, grammar)) return true;
  const stem = word.lower.replace(/s$/u, '');
  if (!NOUNS.has(word.lower) && !NOUNS.has(stem)) return false;
  if (isCapitalised(before) || grammar.pronouns.has(before.lower) || isLink(before)) return false;
  if (word.lower === stem) return !isPlural(before);
  return !opensComplement(words[at + 1]);
}

/** A word that may stand right before a verb without being its subject. */
function isLink(word: Word): boolean {
  return (
    AUXILIARY.has(word.lower) ||
    /^(?:to|and|or|but|who|which|that|also|then|not|never|n't|even|just|again|still|now|once|often|later|first|only|instead|simply|always|help)$/u.test(
      word.lower,
    ) ||
    isAdverb(word)
  );
}

function isPlural({ lower }: Word): boolean {
  return PLURALS.has(lower) || /[^s'’i]s$/u.test(lower);
}

/** What follows a verb of saying rather than a noun. */
function opensComplement(word: Word | undefined): boolean {
  if (word === undefined) return true;
  if (word.isMark) return /^[“„«"'‘:,.;–—-]$/u.test(word.text);
  return (
    isCapitalised(word) ||
    /^(?:that|how|why|what|if|whether|the|a|an|this|his|her|its|their|it|he|she|they|him|them|there|voters|people)$/u.test(
      word.lower,
    )
  );
}

/** True where a word of English is a finite verb, as far as its form and its neighbours tell. */
export function isFiniteVerb(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || word.isMark || isCapitalised(word)) return false;
  const lower = word.lower.replace('’', "'");
  if (AUXILIARY.has(lower)) return true;
  if (
    ARTICLES.has(before.lower) ||
    /^(?:of|for|with|by|to|in|on|at|from)$/u.test(before.lower) ||
    isPossessive(before, grammar)
  )
    return false;
  if (PAST.has(lower)) return true;
  if (/\p{Ll}{2}ed$/u.test(lower))
    return !/^(?:indeed|hundred|need|speed|seed|breed|exceed|proceed|succeed)$/u.test(lower);
  if (grammar.cues.has(lower)) return !isNoun(words, at, grammar) && !/ing$/u.test(lower);
  if (PRESENT.has(lower))
    return (
      opensComplement(words[at + 1]) ||
      grammar.prepositions.has(words[at + 1]?.lower ?? '') ||
      isCapitalised(before) ||
      grammar.pronouns.has(before.lower)
    );
  return false;
}

/** "…, has picked up on it": what goes on with a subject that commas part from its verb. */
export function opensPredicate(words: readonly Word[], grammar: Grammar): boolean {
  const head = words[0];
  if (grammar.language !== 'en' || head === undefined || isCapitalised(head)) return false;
  return isFiniteVerb([SUBJECT, ...words.slice(0, 2)], 1, grammar);
}

/** Stands for any subject where only its verb is at hand. */
const SUBJECT: Word = { text: 'X', lower: 'x', start: 0, end: 0, isMark: false };

/** "Holm’s", but not "he’s". */
export function isPossessive(word: Word, grammar: Grammar): boolean {
  const owner = /^(.+)['’]s$/u.exec(word.lower)?.[1];
  if (owner === undefined) return /s['’]$/u.test(word.lower);
  return !grammar.pronouns.has(owner) && !/^(?:that|there|here|what)$/u.test(owner);
}

/** "recently", but not "family". */
export function isAdverb(word: Word): boolean {
  return /^\p{Ll}{3,}ly$/u.test(word.lower) && !LY_NOUNS.has(word.lower);
}

/** Nouns and names that end like adverbs. */
const LY_NOUNS = setOf(verbs.en.notAdverbs);
