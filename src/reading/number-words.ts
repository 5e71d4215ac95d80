import table from './data/number-words.json' with { type: 'json' };

/** What the words around a number say of its exactness. */
export type Hedge = 'about' | 'over' | 'under';

/** A measure that can be turned into another of its kind. */
export interface Unit {
  readonly kind: string;
  /** How many of its kind's measures it is worth. */
  readonly size: number;
}

type Lines = Readonly<Record<string, string>>;

const WORDS = new Map(Object.entries(table.words).map(([language, lines]) => [language, valuesOf(lines)]));
const SHARES = new Map(Object.values(table.shares).flatMap((lines) => [...valuesOf(lines)]));
const SCALES = valuesOf(table.scales);
const HEDGES = wordsOf(table.hedges);
const CURRENCIES = wordsOf(table.currencies);
const UNITS = new Map(
  Object.entries(table.units).flatMap(([kind, lines]) =>
    [...valuesOf(lines)].map(([word, size]) => [word, { kind, size }] as const),
  ),
);

/** A stem of the table stands for words with at most so many letters more. */
const LONGEST_ENDING = 5;
const SHORTEST_STEM = 3;

/** The value of a word, in lower case. A word may mean a number in one language alone ("он"). */
export function numberValue(lower: string, language: string): number | undefined {
  return WORDS.get(language)?.get(lower) ?? WORDS.get('en')?.get(lower);
}

/** The part of a whole that a word stands for: "half", "треть". */
export function shareOf(lower: string): number | undefined {
  return SHARES.get(lower);
}

/** What a word multiplies the number before it by: "million", "тыс". */
export function scaleOf(lower: string): number | undefined {
  return SCALES.get(lower);
}

export function hedgeOf(lower: string): Hedge | undefined {
  const hedge = HEDGES.get(lower);
  return hedge === 'about' || hedge === 'over' || hedge === 'under' ? hedge : undefined;
}

/** The code of a currency's sign or word, inflected or not. */
export function currencyOf(lower: string): string | undefined {
  return byStem(CURRENCIES, lower);
}

export function unitOf(lower: string): Unit | undefined {
  return byStem(UNITS, lower);
}

export function isPercent(lower: string): boolean {
  return lower === '%' || /^(?:percent|pct|per|процент\p{L}{0,3}|prozent|пайыз\p{L}{0,4})$/u.test(lower);
}

function byStem<T>(known: ReadonlyMap<string, T>, lower: string): T | undefined {
  const exact = known.get(lower);
  if (exact !== undefined) return exact;
  for (let cut = 0; cut <= LONGEST_ENDING && lower.length - cut >= SHORTEST_STEM; cut += 1) {
    const stem = known.get(`${lower.slice(0, lower.length - cut)}*`);
    if (stem !== undefined) return stem;
  }
  return undefined;
}

function valuesOf(lines: Lines): Map<string, number> {
  return new Map(
    Object.entries(lines).flatMap(([value, words]) => words.split(' ').map((word) => [word, Number(value)] as const)),
  );
}

function wordsOf(lines: Lines): Map<string, string> {
  return new Map(
    Object.entries(lines).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
  );
}
