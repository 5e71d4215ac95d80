import type { Grammar } from './grammar.ts';
import { key, type NameIndex } from './name-index.ts';
import { BODY } from './name-run.ts';
import { isTitle } from './titles.ts';

/** Decides whether what stands in the place of a speaker may be shown as one. */
export type NameTest = (name: string) => boolean;

/** Groups of people ("Democrats", "Americans"): nobody in particular. */
const GROUP = /(?:ans|ats|ists|ives|ents|udis|publicans?|emocrats?)$/u;

/** An acronym, or capitals inside a word: FBI, ProPublica. A town of a dateline is longer. */
const COINED = /^(?:\p{Lu}{2,5}|\p{Lu}\p{Ll}+\p{Lu}[\p{L}]+)$/u;

/**
 * Every speaker who is shown passes this: a name of a person, a body, or a country. A pronoun, a bare common noun, a
 * title by itself, a day, a month, or an adverb that opens a sentence is none. A single word counts where the text
 * gives it as a name: as the last word of a fuller one, as an acronym, or with a capital letter inside a sentence and
 * never without. German capitalises its nouns, so that there only the first two count.
 */
export function speakerNameTest(text: string, names: NameIndex, grammar: Grammar): NameTest {
  const known = new Map<string, boolean>();
  let read: Casing | undefined;
  const casing = () => {
    read ??= casingOf(text);
    return read;
  };
  const judge = (name: string) => {
    // "компания «Севпорт»", "«Севпорт» компаниясы"
    if (/^\p{L}+ «[^«»]+»$|^«[^«»]+» \p{L}+$/u.test(name)) return true;
    const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const [first, second] = words;
    if (first === undefined || opensLikeNone(first, grammar) || words.every((word) => isTitle(word))) return false;
    if (words.some((word) => isClosed(word, grammar)) || isShouted(words)) return false;
    if (second !== undefined) return !hasCommonHead(words, grammar);
    return isNameByItself(first, names, grammar, casing);
  };
  return (name) => {
    const answer = known.get(name) ?? judge(name);
    known.set(name, answer);
    return answer;
  };
}

function opensLikeNone(first: string, grammar: Grammar): boolean {
  const lower = first.toLowerCase();
  return (
    !/^[@#]?\p{Lu}/u.test(first) ||
    grammar.neverFirst.has(lower) ||
    grammar.prepositions.has(lower) ||
    grammar.conjunctions.has(lower) ||
    grammar.boundaries.has(lower)
  );
}

/** A headline in capitals throughout; an acronym and a body of two words ("FBI", "NATO COUNCIL") are none. */
export function isShouted(words: readonly string[]): boolean {
  return (
    words.length >= 3 && words.every((word) => !/\p{Ll}/u.test(word)) && words.some((word) => /\p{Lu}{4}/u.test(word))
  );
}

/** Words that are part of no name wherever they stand in it. Capitals throughout are an acronym ("WHO", "IT"). */
function isClosed(word: string, grammar: Grammar): boolean {
  return grammar.neverNames.has(word.toLowerCase().replace(/\.$/u, '')) && !/^\p{Lu}{2,}$/u.test(word);
}

/** "Velden officials": a run of words that ends in a common noun names only a body ("Velden government"). */
function hasCommonHead(words: readonly string[], grammar: Grammar): boolean {
  const last = words.at(-1) ?? '';
  if (!/^\p{Ll}/u.test(last)) return false;
  // "Министерство портов": where nouns have cases, what a body is of follows it.
  if (/^(?:ru|uk|be)$/u.test(grammar.language) && BODY.test(words[0] ?? '')) return false;
  return !BODY.test(last) || words.some((word) => grammar.neverFirst.has(word) || grammar.cues.has(word));
}

function isNameByItself(word: string, names: NameIndex, grammar: Grammar, casing: () => Casing): boolean {
  if (grammar.neverAlone.has(word.toLowerCase()) || isTitle(word) || GROUP.test(word) || /^\p{Lu}-\p{L}/u.test(word))
    return false;
  if (/^[@#]/u.test(word) || COINED.test(word) || names.has(key(word, grammar))) return true;
  return grammar.language !== 'de' && casing().inside.has(word) && !casing().lower.has(word.toLowerCase());
}

/** How the words of a text are written. */
interface Casing {
  /** Words with a capital letter that stand behind a lower-case word or a comma, so not because a sentence begins. */
  readonly inside: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
}

function casingOf(text: string): Casing {
  const inside = new Set<string>();
  for (const match of text.matchAll(
    /(?:[\p{Ll},]["”»’]?|[?!]["”]) (?:\p{Lu}\p{Ll}{0,3}\. )?(\p{Lu}[\p{L}\p{N}-]*)/gu,
  )) {
    if (match[1] !== undefined) inside.add(match[1]);
  }
  return { inside, lower: new Set(text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}-]*/gu)) };
}
