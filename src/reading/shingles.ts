import { foldedWords } from '../news/folded-words.ts';

/** No reporting is longer than this many characters; what comes after them is not compared. */
const COMPARED_CHARACTERS = 200_000;
/** Words of fewer letters carry the grammar of a text in English, Russian and Kazakh alike, and a rewrite changes them first. */
const SHORTEST_WORD = 4;
/**
 * Endings are cut off by cutting words off: the first five letters do for search what a full stemmer does in languages
 * that inflect by suffixes (Can, Kocberber, Balcik et al., "Information retrieval on Turkish texts", JASIST 2008).
 */
const STEM_LETTERS = 5;

const FIGURE = /\p{N}/u;
/** Each character of these scripts is a word to `foldedWords`. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words by which texts are compared, as stems, in the order of the text: content words, figures, and no endings. */
export function comparedStems(text: string): string[] {
  return foldedWords(text.slice(0, COMPARED_CHARACTERS)).filter(isCompared).map(stem);
}

function isCompared(word: string): boolean {
  return word.length >= SHORTEST_WORD || FIGURE.test(word) || UNSPACED.test(word);
}

function stem(word: string): string {
  return FIGURE.test(word) ? word : word.slice(0, STEM_LETTERS);
}

/**
 * The shingles of a text (Broder, "On the resemblance and containment of documents", 1997), here of two stems that
 * stand side by side, in alphabetical order: "said Seitov" is "Seitov said". One for each pair of neighbours, in order.
 */
export function shinglesOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((second, at) => {
    const first = stems[at] ?? '';
    return first < second ? `${first} ${second}` : `${second} ${first}`;
  });
}
