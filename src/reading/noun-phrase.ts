import type { Span } from '../news/quote.ts';
import { germanPhraseEnd } from './german-phrase.ts';
import type { Grammar } from './grammar.ts';
import { timeAt } from './times.ts';
import { isAdverb } from './verbs.ts';
import { isCapitalised, type Word } from './words.ts';

/** A subject is not longer than this many words; in a longer run only the name at its end is believed. */
export const LONGEST_SUBJECT = 14;

const ADVERBS =
  /^(?:later|also|then|once|even|just|ever|further|again|still|first|only|not|soon|now|earlier|ago|auch|noch|dann|später|ещё|еще|потом|затем)$/u;

/** "later", "ещё": small words that are neither the end of a subject nor its verb. */
export function isSmallAdverb(word: Word): boolean {
  return ADVERBS.test(word.lower);
}

/** The words less conjunctions, adverbs and marks that open a clause. */
export function dropLead(words: readonly Word[], grammar: Grammar): readonly Word[] {
  let from = 0;
  while (from < words.length) {
    const word = words[from];
    if (word === undefined) break;
    const lead = word.isMark || grammar.conjunctions.has(word.lower) || isAdverb(word) || isWhen(word, grammar);
    if (!lead || /^[@#]/u.test(word.text)) break;
    from += 1;
  }
  return dropTime(words.slice(from), grammar);
}

/** "Накануне Ида Хольм": an adverb with the capital of its sentence. */
function isWhen(word: Word, grammar: Grammar): boolean {
  if (grammar.language === 'en' || grammar.language === 'de' || !isCapitalised(word)) return false;
  return (
    grammar.auxiliaries.has(word.lower) || (grammar.neverNames.has(word.lower) && !grammar.pronouns.has(word.lower))
  );
}

/** "On Monday Ida Holm": the noun phrase without the time before it. */
export function dropTime(words: readonly Word[], grammar: Grammar): readonly Word[] {
  const time = timeAt(words, 0, grammar.language);
  const next = words[time];
  if (time === 0 || next === undefined || next.isMark || grammar.prepositions.has(next.lower)) return words;
  const opens = isCapitalised(next) || grammar.determiners.has(next.lower) || grammar.pronouns.has(next.lower);
  return opens ? words.slice(time) : words;
}

/** Makes a place of a run of words that can be a subject; undefined for one that cannot. */
export function asSubject(words: readonly Word[], grammar: Grammar): Span | undefined {
  let run = dropLead(words, grammar);
  if (grammar.language === 'de') run = run.slice(0, germanPhraseEnd(run, grammar));
  while (run.length > 1 && isTrailing(run.at(-1), grammar)) run = run.slice(0, -1);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || last.isMark) return undefined;
  if (run.length === 1 && /^(?:said|told|called|added|saying|adding)$/u.test(first.lower)) return undefined;
  if (grammar.prepositions.has(first.lower) || run.length > LONGEST_SUBJECT) return nameAtTheEnd(run, grammar);
  if (run.length > 1 && grammar.pronouns.has(first.lower) && !/^(?:and|or|und|и)$/u.test(run[1]?.lower ?? '')) {
    return { start: first.start, end: first.end };
  }
  // "an investment he concludes has …": the pronoun opens a clause of its own.
  if (run.length > 1 && /^(?:he|she|they|we)$/u.test(last.lower) && run.at(-2)?.isMark === false)
    return { start: last.start, end: last.end };
  const cue = grammar.language === 'en' ? innerCue(run, grammar) : -1;
  if (cue > 0) return asSubject(run.slice(0, cue), grammar);
  const noun = isCapitalised(first) || grammar.determiners.has(first.lower) || grammar.pronouns.has(first.lower);
  if (!noun && /^\p{Ll}+(?:ing|ed)$/u.test(first.lower)) return nameAtTheEnd(run, grammar);
  return { start: first.start, end: last.end };
}

/** A mark or an adverb at a noun phrase’s end. */
function isTrailing(word: Word | undefined, grammar: Grammar): boolean {
  if (word === undefined || word.isMark || isSmallAdverb(word)) return true;
  return grammar.language === 'en' && !isCapitalised(word) && isAdverb(word);
}

/** "Holm said he", "the mayor thought for a moment": a finite verb of saying ends its subject. -1 where none does. */
function innerCue(run: readonly Word[], grammar: Grammar): number {
  return run.findIndex(
    (word, at) =>
      at > 0 &&
      grammar.cues.has(word.lower) &&
      !isCapitalised(word) &&
      /(?:ed|said|told|wrote|spoke|thought|held|found|felt|made|says|tells|writes|thinks|[^s]s)$/u.test(word.lower) &&
      !grammar.determiners.has(run[at - 1]?.lower ?? '') &&
      !/^(?:of|for|by|with)$/u.test(run[at - 1]?.lower ?? ''),
  );
}

function nameAtTheEnd(run: readonly Word[], grammar: Grammar): Span | undefined {
  const last = run.at(-1);
  if (last === undefined) return undefined;
  if (grammar.pronouns.has(last.lower)) return { start: last.start, end: last.end };
  let from = run.length;
  while (from > 1 && isCapitalised(run[from - 1]) && run.length - from < 4) from -= 1;
  const first = run[from];
  // A name right after the preposition belongs to it ("In Ohio said …").
  return first === undefined || from <= 1 ? undefined : { start: first.start, end: last.end };
}
