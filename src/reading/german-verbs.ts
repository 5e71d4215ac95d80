import verbs from './data/verbs.json' with { type: 'json' };
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

const AUXILIARY = new Set(verbs.de.auxiliary.split(' '));

/** Subjunctives, by which German tells that a sentence reports what somebody said: "Der Schritt sei „…“". */
const REPORTED = new Set(verbs.de.subjunctive.split(' '));

export function isReportedVerb(word: Word): boolean {
  return REPORTED.has(word.text);
}

/** Index of the finite verb of a German main clause: a known one, else the first word that looks like one behind a noun. -1 where none stands. */
export function finiteVerb(words: readonly Word[], grammar: Grammar): number {
  const known = words.findIndex((word, at) => isKnownFinite(word, grammar) && !isAdjective(words, at, grammar));
  const other = words.findIndex((_, at) => looksFinite(words, at, grammar));
  if (known < 0) return other;
  return other >= 0 && other < known ? other : known;
}

/** True for a known finite verb, an auxiliary or a verb of saying. */
export function isKnownFinite(word: Word | undefined, grammar: Grammar): boolean {
  if (word === undefined || word.isMark || isCapitalised(word)) return false;
  return (
    AUXILIARY.has(word.lower) ||
    REPORTED.has(word.lower) ||
    (grammar.cues.has(word.lower) && !/^(?:gesagt|ausführte|mitteilte)$/u.test(word.lower))
  );
}

/** "die erklärten Ziele": a form that agrees with the noun behind it. */
function isAdjective(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const before = words[at - 1];
  return (
    before !== undefined &&
    grammar.determiners.has(before.lower) &&
    !/^(?:der|die|das)$/u.test(before.lower) &&
    isCapitalised(words[at + 1])
  );
}

/** "Meteorologen rechnen": a noun has a capital letter, so that what follows it without is a verb, or links to more. */
function looksFinite(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || word.isMark || before === undefined || isCapitalised(word)) return false;
  const behindNoun =
    isCapitalised(before) && !grammar.determiners.has(before.lower) && !grammar.prepositions.has(before.lower);
  if (!behindNoun && !/^(?:er|sie|\))$/u.test(before.lower)) return false;
  const ending = at === 1 ? /\p{Ll}{2}(?:t|te|ten|en)$/u : /\p{Ll}{2}(?:t|te|ten)$/u;
  return (
    ending.test(word.text) &&
    !grammar.determiners.has(word.lower) &&
    !grammar.prepositions.has(word.lower) &&
    !/^(?:und|sowie|oder|nicht|seit|mit|selbst|zuletzt|erst|sonst|jetzt|meist|fast|weit|bereit|gut|letzten|ersten|zweiten|dritten|überhaupt|insgesamt|gesamt)$/u.test(
      word.lower,
    )
  );
}
