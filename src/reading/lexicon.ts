import { type Inflection, stemsOf } from '../news/word-forms.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

/** A phrase as a table writes it: `*` after a word lets it take endings, `!` at the end asks for just these capitals, a full stop at the end for a full stop. */
export interface LexiconEntry<Meaning> {
  readonly pattern: string;
  readonly language: Inflection;
  readonly meaning: Meaning;
}

export interface LexiconMatch<Meaning> {
  /** Number of words matched. */
  readonly length: number;
  readonly meanings: readonly Meaning[];
}

interface Leaf<Meaning> {
  readonly meanings: Meaning[];
  readonly capital: boolean;
  readonly exactCapitals: boolean;
  /** Written with full stops: without them only behind a comma (`Raleigh, NC`). */
  readonly dotted: boolean;
  readonly stopped: boolean;
}

interface Branch<Meaning> {
  readonly next: Map<string, Branch<Meaning>>;
  readonly leaves: Leaf<Meaning>[];
}

export interface Lexicon<Meaning> {
  readonly root: Branch<Meaning>;
  readonly inflections: readonly Inflection[];
  /** What each word that was met may be a form of; forgotten when it is full. */
  readonly keys: Map<string, readonly string[]>;
}

export interface Casing {
  /** False for a headline in capitals throughout, whose letter case says nothing. */
  readonly cased: boolean;
}

/** A trie of words: one step a word, so that matching is linear in the text. */
export function buildLexicon<Meaning>(entries: readonly LexiconEntry<Meaning>[]): Lexicon<Meaning> {
  const root: Branch<Meaning> = { next: new Map(), leaves: [] };
  for (const entry of entries) addEntry(root, entry);
  const inflections = [...new Set(entries.map(({ language }) => language))].filter((one) => one !== 'en');
  return { root, inflections, keys: new Map() };
}

function addEntry<Meaning>(root: Branch<Meaning>, { pattern, language, meaning }: LexiconEntry<Meaning>): void {
  let branch = root;
  const exactCapitals = pattern.endsWith('!');
  const text = pattern.replaceAll('!', '');
  const words = wordTokens(text);
  for (const { word, end } of words) branch = step(branch, text[end] === '*' ? `${language}:${word}` : word);
  branch.leaves.push({
    meanings: [meaning],
    capital: words[0]?.capital ?? false,
    exactCapitals,
    dotted: exactCapitals && pattern.includes('.'),
    stopped: /\p{Ll}\.$/u.test(pattern),
  });
}

function step<Meaning>(branch: Branch<Meaning>, key: string): Branch<Meaning> {
  const known = branch.next.get(key);
  if (known !== undefined) return known;
  const fresh: Branch<Meaning> = { next: new Map(), leaves: [] };
  branch.next.set(key, fresh);
  return fresh;
}

/** The longest phrase that begins at the word numbered `at`; undefined where none does. */
export function longestMatch<Meaning>(
  lexicon: Lexicon<Meaning>,
  tokens: readonly WordToken[],
  at: number,
  casing: Casing,
): LexiconMatch<Meaning> | undefined {
  return matchFrom(lexicon, lexicon.root, tokens, at, at, casing);
}

function matchFrom<Meaning>(
  lexicon: Lexicon<Meaning>,
  branch: Branch<Meaning>,
  tokens: readonly WordToken[],
  first: number,
  at: number,
  casing: Casing,
): LexiconMatch<Meaning> | undefined {
  const token = tokens[at];
  if (token === undefined || (at > first && !token.joined)) return undefined;
  let best: LexiconMatch<Meaning> | undefined;
  for (const key of keysOf(token.word, lexicon)) {
    const next = branch.next.get(key);
    if (next === undefined) continue;
    const longer = next.next.size === 0 ? undefined : matchFrom(lexicon, next, tokens, first, at + 1, casing);
    const here = longer ?? leafMatch(next, tokens, first, at, casing);
    if (here !== undefined && here.length > (best?.length ?? 0)) best = here;
  }
  return best;
}

const MOST_WORDS_KEPT = 20_000;
/** A word of more letters is no name; keeping it would only fill the memory. */
const LONGEST_WORD_KEPT = 40;

function keysOf(word: string, { inflections, keys }: Lexicon<unknown>): readonly string[] {
  if (inflections.length === 0) return [word];
  const known = keys.get(word);
  if (known !== undefined) return known;
  const fresh = [
    word,
    ...inflections.flatMap((inflection) => stemsOf(word, inflection).map((stem) => `${inflection}:${stem}`)),
  ];
  if (keys.size >= MOST_WORDS_KEPT) keys.clear();
  if (word.length <= LONGEST_WORD_KEPT) keys.set(word, fresh);
  return fresh;
}

function leafMatch<Meaning>(
  branch: Branch<Meaning>,
  tokens: readonly WordToken[],
  first: number,
  last: number,
  casing: Casing,
): LexiconMatch<Meaning> | undefined {
  const opening = tokens[first];
  if (opening === undefined) return undefined;
  const meanings = branch.leaves
    .filter((leaf) => capitalsFit(leaf, opening, casing) && (!leaf.stopped || tokens[last]?.stopped))
    .flatMap((leaf) => leaf.meanings);
  return meanings.length === 0 ? undefined : { length: last - first + 1, meanings };
}

function capitalsFit(leaf: Leaf<unknown>, opening: WordToken, { cased }: Casing): boolean {
  if (leaf.dotted && !opening.dotted && !opening.afterComma) return false;
  if (leaf.exactCapitals) return opening.allCapitals && (cased || opening.dotted || opening.word !== 'us');
  return !leaf.capital || opening.capital;
}
