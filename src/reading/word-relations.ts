import opposites from './data/opposites.json' with { type: 'json' };
import kin from './data/word-kin.json' with { type: 'json' };
import relations from './data/word-relations.json' with { type: 'json' };

/** Letters of the parts of speech that an English word may be: n, v, a, r (adverb). */
const PARTS = new Map(
  Object.entries(relations.parts).flatMap(([letters, words]) =>
    words.split(' ').map((word) => [word, letters] as const),
  ),
);
const NEAR = new Map<string, Set<string>>();
const OPPOSITE = new Map<string, Set<string>>();
/** The memory of lemmas is emptied when it holds so many. */
const MOST_LEMMAS = 50_000;
const lemmas = new Map<string, string>();
/** A form to its head: "rose" to "rise". */
const HEADS = new Map(
  kin.forms.flatMap((line) => {
    const [head = '', ...forms] = line.split(' ');
    return forms.map((form) => [form, head] as const);
  }),
);

for (const line of relations.near) {
  const [head = '', ...others] = line.split(' ');
  for (const other of others) tie(NEAR, head, other);
}
for (const line of kin.near) tieAll(NEAR, line.split(' '), line.split(' '));
for (const line of relations.opposite) {
  const [one = '', other = ''] = line.split(' ');
  tie(OPPOSITE, one, other);
}
for (const { these, those } of opposites) tieAll(OPPOSITE, lemmasOf(these), lemmasOf(those));

/** What an English word may be, by its lemma; '' for a word that the table does not have. */
export function partsOf(lemma: string): string {
  return PARTS.get(lemma) ?? '';
}

const NONE: ReadonlySet<string> = new Set();

/** Words that may stand for it: synonyms, derived words, and what newsrooms use for one another. */
export function wordsNear(lemma: string): ReadonlySet<string> {
  return NEAR.get(lemma) ?? NONE;
}

export function oppositesOf(lemma: string): ReadonlySet<string> {
  return OPPOSITE.get(lemma) ?? NONE;
}

/** The dictionary form of an English word in lower case; the word itself where no rule leads to one. */
export function lemmaOf(lower: string): string {
  const known = lemmas.get(lower);
  if (known !== undefined) return known;
  if (lemmas.size >= MOST_LEMMAS) lemmas.clear();
  const lemma = findLemma(lower);
  lemmas.set(lower, lemma);
  return lemma;
}

function findLemma(lower: string): string {
  const head = HEADS.get(lower);
  if (head !== undefined) return head;
  for (const candidate of candidates(lower)) if (PARTS.has(candidate)) return candidate;
  if (PARTS.has(lower) || lower.length < 5) return lower;
  return lower.replace(/(?:ies)$/u, 'y').replace(/(?<=[^s])s$/u, '');
}

function* candidates(word: string): Generator<string> {
  if (word.endsWith('ies') || word.endsWith('ied')) yield `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) yield* [word.slice(0, -1), word.slice(0, -2)];
  else if (word.endsWith('s') && !word.endsWith('ss')) yield word.slice(0, -1);
  const ending = /(?:ed|ing)$/u.exec(word)?.[0];
  if (ending !== undefined) yield* ofVerb(word.slice(0, -ending.length));
}

/** "Stop" of "stopped", "hope" of "hoping", "call" of "called". */
function* ofVerb(stem: string): Generator<string> {
  const single = /([^ls])\1$/u.test(stem) ? stem.slice(0, -1) : '';
  const longer = `${stem}e`;
  const endsShort = /[aeiou][^aeiouwxy]$/u.test(stem);
  const order = endsShort ? [single, longer, stem] : [single, stem, longer];
  for (const word of order) if (partsOf(word).includes('v')) yield word;
}

function lemmasOf(words: string): string[] {
  return words.split(' ').map(lemmaOf);
}

function tie(table: Map<string, Set<string>>, one: string, other: string): void {
  if (one === other) return;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = table.get(from);
    if (known === undefined) table.set(from, new Set([to]));
    else known.add(to);
  }
}

function tieAll(table: Map<string, Set<string>>, these: readonly string[], those: readonly string[]): void {
  for (const one of these) for (const other of those) tie(table, one, other);
}
