import type { ClaimWord } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import { pairOf } from './passages.ts';
import { counted, type Sign } from './sign.ts';
import { isDeniedAmong, isGraveAddition, isMeantBy, isOfMissingField, oppositeAmong } from './word-meaning.ts';

type MeaningSign = 'denial' | 'opposite' | 'otherBeginning' | 'grave' | 'newField' | 'newTime';

/** A shorter opposite of a word that the article has elsewhere is mostly another word ("up", "low"). */
const SHORTEST_OPPOSITE = 4;
const WHICH = /^(?:last|next|this|past|previous|coming|early|late|earlier|later)$/u;
const PERIOD =
  /^(?:week|month|year|summer|winter|spring|autumn|fall|season|night|weekend|decade|century|morning|evening|afternoon)s?$/u;

/** Words that turn what the article says, or that add to it what a summary must not. */
export function meaningSigns(comparison: Comparison): Record<MeaningSign, Sign> {
  const { passages, words, distinct, nearest, second } = comparison;
  const article = passages.having;
  const plain = distinct.filter(({ part }) => part !== 'name' && part !== 'figure');
  const denials = words.filter(({ denies }) => denies);
  return {
    denial: { strength: denials.length > 0 && !nearest.denies && second?.denies !== true ? 1 : 0, words: denials },
    opposite: counted(plain.filter((word) => isOpposed(comparison, word))),
    otherBeginning: counted(
      plain.filter(
        ({ lower }) =>
          isDeniedAmong(lower, nearest.forms) || (second !== undefined && isDeniedAmong(lower, second.forms)),
      ),
    ),
    grave: counted(distinct.filter(({ lemma }) => isGraveAddition(lemma, article))),
    newField: counted(plain.filter(({ lemma }) => isOfMissingField(lemma, article))),
    newTime: counted(
      words.filter(({ lower, lemma }, at) => {
        const next = words[at + 1];
        return (
          next !== undefined &&
          WHICH.test(lower) &&
          PERIOD.test(next.lower) &&
          !passages.pairs.has(pairOf(lemma, next.lemma))
        );
      }),
    ),
  };
}

/** The nearest passage has its opposite, neither passage has the word or its like, and the claim does not have both. */
function isOpposed({ passages, distinct, nearest, together }: Comparison, { lemma }: ClaimWord): boolean {
  if (together.has(lemma) || isMeantBy(lemma, together)) return false;
  const opposite = oppositeAmong(lemma, nearest.lemmas);
  if (opposite === undefined || distinct.some((other) => other.lemma === opposite)) return false;
  return opposite.length >= SHORTEST_OPPOSITE || !passages.having.has(lemma);
}
