import { accordingTo, REACH } from './according.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** A cue that closes the sentence behind a comma: "… was “a mess” from the start, Smith said." */
export function trailingCue(after: readonly Word[], grammar: Grammar): Attribution | undefined {
  const comma = after.findIndex(
    (word, at) => word.text === ',' && startsCue(after.slice(at + 1, at + 1 + REACH), grammar),
  );
  if (comma < 0) return undefined;
  const words = after.slice(comma + 1);
  const according = accordingTo(words, grammar);
  if (according !== undefined) return { mention: according, tie: 'according' };
  const verb = words.findIndex((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  const mention =
    verb === 0 || verb < 0 ? subjectAfter(words.slice(1), grammar) : subjectBefore(words.slice(0, verb), grammar);
  return mention === undefined ? undefined : { mention, tie: 'cue-after' };
}

/** True for "Smith said.", "said Smith", "so Smith", "hatte Smith gesagt": a clause that is all cue. */
function startsCue(words: readonly Word[], grammar: Grammar): boolean {
  if (accordingTo(words, grammar) !== undefined) return true;
  const verb = words.slice(0, 8).findIndex((word) => grammar.cues.has(word.lower) && !isCapitalised(word));
  if (verb === 0) return !/ing$/u.test(words[0]?.lower ?? '') || grammar.language !== 'en';
  if (verb < 0) return false;
  if (grammar.language === 'de') return /^(?:hat|hatte|haben|hatten)$/u.test(words[0]?.lower ?? '');
  return !opensClause(words.slice(0, verb), grammar) && /^[.;]$/u.test(words[verb + 1]?.text ?? '.');
}

/** True for words that go on with the sentence rather than name who spoke: "and promised to …", "as his father …". */
export function opensClause(words: readonly Word[], grammar: Grammar): boolean {
  return words.some((word, at) => {
    if (isCapitalised(word) || word.lower === 'in') return false;
    if (at === 0)
      return (
        grammar.boundaries.has(word.lower) ||
        grammar.prepositions.has(word.lower) ||
        grammar.conjunctions.has(word.lower)
      );
    return grammar.boundaries.has(word.lower) && !/^(?:who|which|and|und|и)$/u.test(word.lower);
  });
}
