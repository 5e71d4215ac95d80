import { type ClaimWord, claimWords, stemOf } from './claim-words.ts';
import opposites from './data/opposites.json' with { type: 'json' };
import type { Fault } from './grounding.ts';
import { denies, nearestPassage, type Passages, standTogether, triplesOf } from './passages.ts';

/** Words behind this many of a claim are not compared: no sentence of a summary is longer. */
const LONGEST_CLAIM = 80;
/** A claim with fewer words says too little to be weighed. */
const SHORTEST_CLAIM = 5;

/**
 * What each sign of a made-up deed weighs, and the sum from which a claim is doubted. Logistic regression on the
 * development half of the faithfulness data; the sum is set to keep false alarms under eight in a hundred.
 */
const SIGN = { apart: 0.96, newWording: 1.14, opposite: 0.8, denial: 0.75, nameApart: 0.3, figureApart: 0.68 };
const FOREIGN_WORD = 0.66;
const LENGTH = 0.54;
const DOUBT_FROM = 4.42;

/**
 * Whether an English sentence made of the article's own names and numbers ties them to a deed that the article does not
 * have. The signs: how little of it the nearest passage has, wording that is nowhere in the article, an opposite
 * ("rejected" where the article has "approved"), a denial that is not the article's, a name or a number that stands in no
 * passage with the word beside it, and a foreign word in a sentence that otherwise follows a passage.
 */
export function unfoundDeed(passages: Passages, sentence: string): Fault | undefined {
  const words = claimWords(sentence.slice(0, LONGEST_CLAIM * 30)).slice(0, LONGEST_CLAIM);
  const content = words.filter((word) => word.content);
  const stems = [...new Set(content.map(({ stem }) => stem))];
  const nearest = nearestPassage(passages, stems);
  if (words.length < SHORTEST_CLAIM || nearest === undefined) return undefined;
  const uncovered = 1 - nearest.shared / stems.length;
  const triples = triplesOf(words.map(({ stem }) => stem));
  const fresh = triples.filter((triple) => !passages.triples.has(triple)).length / Math.max(1, triples.length);
  const opposite = content.find((word) => isOpposite(word.stem, nearest.passage.stems));
  const foreign =
    uncovered < 0.3
      ? content.find(({ stem, lower }) => !passages.having.has(stem) && !COLOURLESS.has(lower))
      : undefined;
  const denied = denies(sentence) && !nearest.passage.denies;
  const doubt =
    SIGN.apart * uncovered +
    SIGN.newWording * fresh +
    SIGN.opposite * Number(opposite !== undefined) +
    SIGN.denial * Number(denied) +
    SIGN.nameApart * Math.min(3, namesApart(passages, content)) +
    SIGN.figureApart * Math.min(2, figuresApart(passages, words)) +
    FOREIGN_WORD * Number(foreign !== undefined) +
    LENGTH * Math.log(words.length + 1);
  const changed = isBorrowed(
    { uncovered, fresh },
    { opposite: opposite !== undefined, denied, foreign: foreign !== undefined },
  );
  if (doubt < DOUBT_FROM && !changed) return undefined;
  return { claim: (opposite ?? foreign)?.text ?? sentence, why: 'deed' };
}

/** Words that a summary adds without adding a claim. */
const COLOURLESS = new Set(
  'much many still several current currently former recent recently including announced announcing reported revealed confirmed stated described according following despite amid around nearly roughly later meanwhile also however while passage article report provides mentions further'.split(
    ' ',
  ),
);

/** True where a sentence follows a passage so closely that the one thing it changes is no paraphrase. */
function isBorrowed(
  { uncovered, fresh }: { readonly uncovered: number; readonly fresh: number },
  change: { readonly opposite: boolean; readonly denied: boolean; readonly foreign: boolean },
): boolean {
  if (change.opposite) return uncovered <= 0.2;
  if (change.denied) return uncovered <= 0.15;
  return change.foreign && uncovered <= 0.1 && fresh < 0.27;
}

const OPPOSITES = oppositesByStem();

function oppositesByStem(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    const known = found.get(stemOf(one));
    if (known === undefined) found.set(stemOf(one), new Set([stemOf(other)]));
    else known.add(stemOf(other));
  };
  for (const { these, those } of opposites) {
    for (const one of these.split(' ')) {
      for (const other of those.split(' ')) {
        add(one, other);
        add(other, one);
      }
    }
  }
  return found;
}

function isOpposite(stem: string, passage: ReadonlySet<string>): boolean {
  if (passage.has(stem)) return false;
  const against = OPPOSITES.get(stem);
  return against !== undefined && [...against].some((other) => passage.has(other));
}

/** How many names stand beside a word that no passage has together with them. */
function namesApart(passages: Passages, content: readonly ClaimWord[]): number {
  return content.slice(1).filter((word, at) => {
    const before = content[at];
    if (before === undefined || before.capital === word.capital || before.stem === word.stem) return false;
    if (!passages.having.has(word.stem) || !passages.having.has(before.stem)) return false;
    return !standTogether(passages, before.stem, word.stem);
  }).length;
}

/** How many numbers stand in no passage with one of the words around them. */
function figuresApart(passages: Passages, words: readonly ClaimWord[]): number {
  return words.filter((word, at) => {
    if (!word.figure || !passages.having.has(word.stem)) return false;
    const around = [words[at + 1], words[at + 2], words[at - 1], words[at - 2], words[at + 3]]
      .filter((other) => other?.content === true && !other.figure)
      .slice(0, 3);
    return around.length > 0 && !around.some((other) => standTogether(passages, word.stem, other?.stem ?? ''));
  }).length;
}
