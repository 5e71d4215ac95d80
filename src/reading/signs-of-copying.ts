import type { Change } from './changes.ts';
import type { ClaimWord } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import { counted, type Sign, unmet } from './sign.ts';
import { isMeantBy, oppositeAmong } from './word-meaning.ts';

type CopySign = 'oneChanged' | 'oneForeign' | 'otherFigure' | 'oppositeInPlace' | 'otherMeasure';

/** A claim that follows a passage so closely is no paraphrase of it: what it changes, it changes for a reason. */
const CLOSE = 0.8;
const CLOSE_TO_BOTH = 0.85;
/** A change of more words is a paraphrase. */
const MOST_CLAIMED = 3;
const MOST_INSTEAD = 4;
const MOST_INSERTED = 4;

const MEASURE =
  /^(?:second|minute|hour|day|week|month|year|decade|century|inch|feet|foot|mile|metre|meter|kilometre|kilometer|pound|dollar|euro|hundred|thousand|million|billion|trillion|dozen|percent|point|kilo|ton|tonne|gram)s?$/u;

/** What a claim changes of a passage that it follows. */
export function copySigns(comparison: Comparison): Record<CopySign, Sign> {
  const { words, distinct, together, likeness, changes, slots } = comparison;
  const changed = changes.flatMap(replaced);
  const inserted = changes.flatMap(insertedBy);
  const foreign = unmet(distinct, together);
  const shared = words.filter(({ lemma }) => together.has(lemma)).length / words.length;
  const figures = changes.flatMap(otherFigures);
  return {
    oneChanged: counted(likeness > CLOSE && changed.length + inserted.length === 1 ? [...changed, ...inserted] : []),
    oneForeign: counted(shared > CLOSE_TO_BOTH && foreign.length === 1 ? foreign : []),
    otherFigure: counted(figures),
    oppositeInPlace: counted(slots.filter(({ word, between }) => isOpposite(word, between)).map(({ word }) => word)),
    otherMeasure: counted(
      slots
        .filter(({ word, between }) => MEASURE.test(word.lower) && between.some(({ lower }) => MEASURE.test(lower)))
        .map(({ word }) => word),
    ),
  };
}

/** Words that stand where the passage has others that do not mean the same. */
function replaced(change: Change): ClaimWord[] {
  if (!isReplacement(change)) return [];
  const lemmas = lemmasOf(change.instead);
  return change.claimed.filter(({ content, part, lemma }) => {
    if (!content || lemmas.has(lemma)) return false;
    if (part === 'name' || part === 'figure') return true;
    return !isMeantBy(lemma, lemmas);
  });
}

function otherFigures(change: Change): ClaimWord[] {
  if (!isReplacement(change)) return [];
  const lemmas = lemmasOf(change.instead);
  return change.claimed.filter(({ part, lemma }) => part === 'figure' && !lemmas.has(lemma));
}

function isReplacement({ claimed, instead }: Change): boolean {
  const counts = [claimed, instead].map((words) => words.filter(({ content }) => content).length);
  const [ours = 0, theirs = 0] = counts;
  return ours > 0 && theirs > 0 && ours <= MOST_CLAIMED && theirs <= MOST_INSTEAD;
}

function insertedBy({ claimed, instead }: Change): ClaimWord[] {
  const content = claimed.filter((word) => word.content);
  return content.length <= MOST_INSERTED && !instead.some((word) => word.content) ? content : [];
}

function isOpposite({ part, lemma }: ClaimWord, between: readonly ClaimWord[]): boolean {
  if (part === 'name' || part === 'figure') return false;
  const lemmas = lemmasOf(between.filter(({ content }) => content));
  return !isMeantBy(lemma, lemmas) && oppositeAmong(lemma, lemmas) !== undefined;
}

function lemmasOf(words: readonly ClaimWord[]): Set<string> {
  return new Set(words.map(({ lemma }) => lemma));
}
