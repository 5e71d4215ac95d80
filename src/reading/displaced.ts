import { weekdayOf } from './calendar.ts';
import type { Change } from './changes.ts';
import type { ClaimWord } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './fault.ts';
import { isSameName } from './name-forms.ts';
import { numbersIn } from './numbers.ts';
import { sameNumber } from './same-number.ts';
import { isTitle } from './titles.ts';
import { partsOf } from './word-relations.ts';

/** From this likeness on a claim follows a passage so closely that what is in another place there is another deed's. */
const FOLLOWS = 0.6;
const FOLLOWS_CLOSELY = 0.75;
/** A longer change is another clause. */
const MOST_WORDS = 5;

/**
 * Two names of a sentence that have changed places against the passage that it follows, or a number that stands where
 * the passage has another, though the article has both.
 */
export function displacedWord(evidence: Evidence, sentence: string, comparison: Comparison): Fault | undefined {
  const { likeness, changes } = comparison;
  if (likeness < FOLLOWS) return undefined;
  const person = swappedName(changes) ?? displacedPerson(evidence, changes);
  if (person !== undefined) return person;
  if (likeness < FOLLOWS_CLOSELY) return undefined;
  for (const change of changes) {
    const fault = displacedFigure(evidence, sentence, change);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The first of two names that stand in one another's place. */
function swappedName(changes: readonly Change[]): Fault | undefined {
  const names = changes.map(({ claimed, instead }) => ({ ours: namesAmong(claimed), theirs: namesAmong(instead) }));
  for (const [at, { ours, theirs }] of names.entries()) {
    const other = names.slice(at + 1).find((later) => share(ours, later.theirs) && share(theirs, later.ours));
    const [first, last] = [ours[0], ours.at(-1)];
    if (other !== undefined && first !== undefined && last !== undefined && !share(ours, theirs))
      return faultAt(first, last);
  }
  return undefined;
}

/** A person of the article, by both names, where the passage has another. */
function displacedPerson(evidence: Evidence, changes: readonly Change[]): Fault | undefined {
  for (const { claimed, instead } of changes) {
    const [ours, theirs] = [namesAmong(claimed), namesAmong(instead)];
    const [first, last] = [ours[0], ours.at(-1)];
    if (first === undefined || last === undefined || share(ours, theirs)) continue;
    const whole = [ours, theirs].every(
      (names) =>
        names.length === 2 && names.every(({ lemma }) => partsOf(lemma) === '' && evidence.passages.having.has(lemma)),
    );
    if (whole && claimed.length <= MOST_WORDS && instead.length <= MOST_WORDS) return faultAt(first, last);
  }
  return undefined;
}

function faultAt(first: ClaimWord, last: ClaimWord): Fault {
  const why = weekdayOf(first.text, '') === undefined ? 'deed' : 'date';
  const claim = first === last ? first.text : `${first.text} ${last.text}`;
  return { why, claim, at: { start: first.start, end: last.end } };
}

function namesAmong(words: readonly ClaimWord[]): ClaimWord[] {
  return words.filter(({ content, text }) => content && /^\p{Lu}/u.test(text) && !isTitle(text));
}

function share(some: readonly ClaimWord[], others: readonly ClaimWord[]): boolean {
  return some.some(({ text }) => others.some((other) => isSameName(text, other.text)));
}

/** The figure of something else: nothing but the number is changed there. */
function displacedFigure(evidence: Evidence, sentence: string, { claimed, instead }: Change): Fault | undefined {
  const [ours, ...more] = claimed.filter(({ content }) => content);
  const theirs = instead.filter(({ content }) => content);
  if (ours?.part !== 'figure' || more.length > 0 || theirs.length !== 1 || theirs[0]?.part !== 'figure')
    return undefined;
  const number = numbersIn(sentence, evidence.language).find(
    ({ start, end }) => start <= ours.start && ours.end <= end,
  );
  if (number === undefined) return undefined;
  const stretch = { start: instead[0]?.start ?? 0, end: instead.at(-1)?.end ?? 0 };
  const there = evidence.numbers.filter(({ start, end }) => start < stretch.end && end > stretch.start);
  if (there.length === 0 || there.some((found) => sameNumber(number, found))) return undefined;
  return { why: 'number', claim: number.text, at: { start: number.start, end: number.end } };
}
