import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** Parts words at commas and dashes that stand outside brackets; the marks themselves go. */
export function segmentsOf(words: readonly Word[]): Word[][] {
  const segments: Word[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (word.text === '(') depth += 1;
    else if (word.text === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^[,;:—–]$/u.test(word.text)) segments.push([]);
    else if (depth === 0) segments.at(-1)?.push(word);
  }
  return segments;
}

/** Walks back over appositions to the segment that they stand by. */
export function headSegment(segments: readonly (readonly Word[])[], from: number, grammar: Grammar): number {
  let at = from;
  while (
    at > 0 &&
    (isApposition(segments[at] ?? [], grammar) ||
      isWherePlaceLies(segments, at, grammar) ||
      describes(segments, at, grammar))
  )
    at -= 1;
  return Math.max(0, at);
}

/** "Ida Holm, during a meeting in Velden, Norland, said": the name behind a place tells where that lies. */
function isWherePlaceLies(segments: readonly (readonly Word[])[], at: number, grammar: Grammar): boolean {
  const [place, more] = segments[at] ?? [];
  const before = segments[at - 1] ?? [];
  if (at < 2 || more !== undefined || !isCapitalised(place) || !isCapitalised(before.at(-1))) return false;
  return (
    !isCapitalised(before[0]) &&
    /^(?:in|at|near|from)$/u.test(before.findLast((word) => !isCapitalised(word))?.lower ?? '') &&
    grammar.language === 'en'
  );
}

/** "Ida Holm, Velden’s head of ports,", "Ida Holm, Liberal of Norland,", "of Velden, N.L.,": what says more of a name before it. */
function describes(segments: readonly (readonly Word[])[], at: number, grammar: Grammar): boolean {
  const segment = segments[at] ?? [];
  const before = segments[at - 1] ?? [];
  if (grammar.language !== 'en' || !isCapitalised(before.at(-1))) return false;
  if (segment.length === 1) return /^(?:\p{Lu}\.?){1,3}$|^\p{Lu}\p{Ll}{1,4}\.$/u.test(segment[0]?.text ?? '');
  const named = before.every((word) => isCapitalised(word) || /^(?:of|de|van|von|al|bin)$/u.test(word.lower));
  return named && before.length >= 2 && (!isCapitalised(segment.at(-1)) || segment[1]?.lower === 'of');
}

function isApposition(segment: readonly Word[], grammar: Grammar): boolean {
  const first = segment[0];
  if (first === undefined || isRelative(first)) return true;
  if (/^(?:jr|sr|jr\.|sr\.|ii|iii|[rd]-.*|\d+)$/u.test(first.lower)) return true;
  return !isCapitalised(first) && !grammar.pronouns.has(first.lower);
}

export function isRelative(word: Word | undefined): boolean {
  return word !== undefined && /^(?:who|which|whose|der|die|das|который|которая|которые)$/u.test(word.lower);
}

/** What follows the last word that begins a clause. */
export function clauseTail(segment: readonly Word[], grammar: Grammar): readonly Word[] {
  const object =
    grammar.language === 'en' ? segment.findLastIndex((_, at) => opensObjectClause(segment, at, grammar)) : -1;
  if (object >= 0) return clauseTail(segment.slice(object + 1), grammar);
  let from = 0;
  segment.forEach((word, at) => {
    if (isCapitalised(word) && at > 0) return;
    const joins =
      /^(?:and|und|и|&)$/u.test(word.lower) &&
      isCapitalised(segment[at - 1]) &&
      isCapitalised(segment[at + 1]) &&
      at <= 3;
    if (grammar.boundaries.has(word.lower) && !joins && !isRelative(word) && !isInsidePhrase(segment, at))
      from = at + 1;
  });
  // A German relative clause stands behind a comma, where a segment ends; inside one, "der" is an article.
  const relative =
    grammar.language === 'de'
      ? -1
      : segment.findIndex((word, at) => at > 0 && isRelative(word) && !isCapitalised(word));
  if (relative > from) return segment.slice(from, relative);
  return segment.slice(from);
}

/** "which Holm called", "what the mayor calls", "some of whom she praised": a clause whose subject follows. */
export function opensObjectClause(segment: readonly Word[], at: number, grammar: Grammar): boolean {
  const word = segment[at];
  const next = segment[at + 1];
  if (word === undefined || next === undefined || next.isMark) return false;
  if (/^(?:what|whatever|whom)$/u.test(word.lower)) return true;
  if (!/^(?:which|who)$/u.test(word.lower)) return false;
  return (
    isCapitalised(next) ||
    grammar.pronouns.has(next.lower) ||
    /^(?:the|a|an|his|her|its|their|my|our)$/u.test(next.lower)
  );
}

/** "in" and "then" begin no clause inside a noun phrase ("officials in Ohio", "then-candidate"). */
function isInsidePhrase(segment: readonly Word[], at: number): boolean {
  return segment[at]?.lower === 'in' && at > 0;
}
