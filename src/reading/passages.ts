import type { Span } from '../news/quote.ts';
import { claimWords } from './claim-words.ts';
import { detectLanguage } from './language.ts';
import { sentenceSpans } from './sentences.ts';

export interface Passage extends Span {
  readonly stems: ReadonlySet<string>;
  /** It says that something is not so. */
  readonly denies: boolean;
}

/** An article's sentences, found by their words. */
export interface Passages {
  readonly all: readonly Passage[];
  /** The numbers of the passages that have a stem. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** Every three words that follow one another. */
  readonly triples: ReadonlySet<string>;
}

const DENIAL = /(?<!\p{L})(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)(?!\p{L})|n['’]t(?!\p{L})/iu;

export function denies(text: string): boolean {
  return DENIAL.test(text);
}

export function passagesOf(article: string): Passages {
  const having = new Map<string, number[]>();
  const triples = new Set<string>();
  const all = sentenceSpans(article, detectLanguage(article)).map((span, at): Passage => {
    const text = article.slice(span.start, span.end);
    const stems = claimWords(text).map(({ stem }) => stem);
    for (const triple of triplesOf(stems)) triples.add(triple);
    const own = new Set(stems);
    for (const stem of own) {
      const places = having.get(stem);
      if (places === undefined) having.set(stem, [at]);
      else places.push(at);
    }
    return { ...span, stems: own, denies: denies(text) };
  });
  return { all, having, triples };
}

export function triplesOf(stems: readonly string[]): string[] {
  return stems.slice(2).map((stem, at) => `${stems[at]} ${stems[at + 1]} ${stem}`);
}

/** The passage that has most of the stems, and how many; undefined where none has any. */
export function nearestPassage(
  { all, having }: Passages,
  stems: readonly string[],
): { readonly passage: Passage; readonly shared: number } | undefined {
  const shared = new Map<number, number>();
  for (const stem of stems) for (const at of having.get(stem) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  let best: { passage: Passage; shared: number; at: number } | undefined;
  for (const [at, count] of shared) {
    const passage = all[at];
    if (passage === undefined) continue;
    if (best === undefined || count > best.shared || (count === best.shared && at < best.at))
      best = { passage, shared: count, at };
  }
  return best;
}

/** True where one passage has both stems. */
export function standTogether({ all, having }: Passages, one: string, other: string): boolean {
  return (having.get(one) ?? []).some((at) => all[at]?.stems.has(other) === true);
}
