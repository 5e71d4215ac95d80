import type { ClaimWord } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import table from './data/turns.json' with { type: 'json' };
import type { Fault } from './fault.ts';
import { oppositesOf, wordsNear } from './word-relations.ts';

interface Opposites {
  readonly these: readonly string[];
  readonly those: readonly string[];
}

/** Beginnings of words that turn a deed into its opposite, by language. English has its own, larger table. */
const OPPOSITES = new Map<string, readonly Opposites[]>(
  Object.entries(table).map(([language, lines]) => [
    language,
    lines.map(({ these, those }: { readonly these: string; readonly those: string }) => ({
      these: these.split(' '),
      those: those.split(' '),
    })),
  ]),
);

/** From this likeness on a sentence follows a passage so closely that a turn is no paraphrase. */
const FOLLOWS = 0.72;
const FOLLOWS_CLOSELY = 0.8;

/** A denial that a sentence adds to the passage that it follows or takes from it, or the opposite of one of its words. */
export function turnedWord(comparison: Comparison): Fault | undefined {
  const { passages, words, nearest, likeness, changes } = comparison;
  if (likeness < FOLLOWS) return undefined;
  const denial = words.find(({ denies }) => denies);
  if (denial !== undefined && !nearest.denies) return faultAt(denial);
  const opposite = changes
    .flatMap(({ claimed, instead }) =>
      claimed.filter((word) => instead.some((other) => isOpposite(word, other, passages.language))),
    )
    .at(0);
  if (opposite !== undefined) return faultAt(opposite);
  return denial === undefined && likeness >= FOLLOWS_CLOSELY ? lostDenial(comparison) : undefined;
}

/** The word behind a "not" of the passage, where nothing but that is left out. "Not until" denies nothing. */
function lostDenial({ changes }: Comparison): Fault | undefined {
  const lost = changes.find(
    ({ claimed, instead }) =>
      claimed.every(({ content }) => !content) &&
      instead.some(({ denies }) => denies) &&
      instead.every(({ content, denies }) => denies || !content),
  );
  return lost?.next === undefined || /^(?:until|till)$/u.test(lost.next.lower) ? undefined : faultAt(lost.next);
}

function isOpposite({ lower, lemma }: ClaimWord, other: ClaimWord, language: string): boolean {
  if (language === 'en') return oppositesOf(lemma).has(other.lemma) && !wordsNear(lemma).has(other.lemma);
  const isOne = (word: string, stems: readonly string[]): boolean => stems.some((stem) => word.startsWith(stem));
  return (OPPOSITES.get(language) ?? []).some(
    ({ these, those }) =>
      (isOne(lower, these) && isOne(other.lower, those)) || (isOne(lower, those) && isOne(other.lower, these)),
  );
}

function faultAt({ text, start, end }: ClaimWord): Fault {
  return { why: 'deed', claim: text, at: { start, end } };
}
