import type { StoryTraits } from '../news/story-traits.ts';

/** An article as the grouping sees it. */
export interface Told {
  readonly id: number;
  readonly traits: StoryTraits;
  readonly countries: readonly string[];
  /** When it was released, in epoch milliseconds. */
  readonly at: number;
}

/** How many of a newsroom's newest articles have each term. */
export interface Commonness {
  readonly articles: number;
  readonly having: ReadonlyMap<string, number>;
}

/** Articles that are further apart tell different events, or different days of one that has become a topic. */
const WINDOW_MS = 72 * 3_600_000;
/** Names, figures and days that two reports share at the least: a person's two names alone are not an event. */
const LEAST_MARKS = 3;
const SAME_EVENT = 0.3;
/** Asked of articles that have no country in common. */
const SAME_EVENT_ABROAD = 0.45;
/** Articles in which no term stands are assumed as well: in a young newsroom one event would make its own names common. */
const ASSUMED_ARTICLES = 100;

export function commonnessOf(newest: readonly StoryTraits[]): Commonness {
  const having = new Map<string, number>();
  for (const { terms } of newest) for (const term of Object.keys(terms)) having.set(term, (having.get(term) ?? 0) + 1);
  return { articles: newest.length, having };
}

/**
 * Puts articles that report one event together; an article that is alone is a group of its own, so that each stands in
 * exactly one. Two tell one event where names, figures, days and words of headline and lede overlap, the rarer the more
 * (cosine of tf-idf vectors, as in topic detection and tracking: Allan, Papka and Lavrenko, "On-line new event
 * detection and tracking", SIGIR 1998), within three days and with three names, figures or days in common. Of two
 * languages only those are compared, names in Latin letters. Groups are stars (Aslam, Pelekhov and Rus, "The star
 * clustering algorithm", 2004): all are like the one in the middle, so that no chain of likenesses ties two events.
 * Neither groups nor their order depend on the order of `articles`: ids rise in a group and from group to group.
 */
export function groupStories(articles: readonly Told[], commonness: Commonness): number[][] {
  const ordered = [...articles].sort((a, b) => a.id - b.id);
  const links = linksBetween(ordered, commonness);
  const free = new Set(ordered.map(({ id }) => id));
  const groups: number[][] = [];
  for (const { id } of ordered.toSorted((a, b) => sumOf(links, b.id) - sumOf(links, a.id) || a.id - b.id)) {
    if (!free.has(id)) continue;
    const group = [id, ...[...(links.get(id)?.keys() ?? [])].filter((other) => free.has(other))];
    for (const member of group) free.delete(member);
    groups.push(group.sort((a, b) => a - b));
  }
  return groups.sort(([a = 0], [b = 0]) => a - b);
}

type Links = ReadonlyMap<number, ReadonlyMap<number, number>>;

function sumOf(links: Links, id: number): number {
  return [...(links.get(id)?.values() ?? [])].reduce((sum, score) => sum + score, 0);
}

/** For each article, those that tell its event, with how alike they are. */
function linksBetween(ordered: readonly Told[], commonness: Commonness): Links {
  const vectors = ordered.map((article) => vectorsOf(article.traits, commonness));
  const links = new Map<number, Map<number, number>>();
  for (const [one, other] of pairsWithMarks(ordered)) {
    const [a, b, va, vb] = [ordered[one], ordered[other], vectors[one], vectors[other]];
    if (!a || !b || !va || !vb || Math.abs(a.at - b.at) > WINDOW_MS) continue;
    const kind = a.traits.language === b.traits.language ? 'all' : 'marks';
    const score = cosine(va[kind], vb[kind]);
    const together = a.countries.some((country) => b.countries.includes(country));
    if (score < (together ? SAME_EVENT : SAME_EVENT_ABROAD)) continue;
    links.set(a.id, (links.get(a.id) ?? new Map<number, number>()).set(b.id, score));
    links.set(b.id, (links.get(b.id) ?? new Map<number, number>()).set(a.id, score));
  }
  return links;
}

/** The places of articles that share enough names, figures and days: few of all pairs, found by what they share. */
function pairsWithMarks(articles: readonly Told[]): [one: number, other: number][] {
  const having = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [place, { traits }] of articles.entries()) {
    const shared = new Map<number, number>();
    for (const mark of traits.marks) {
      const earlier = having.get(mark) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      having.set(mark, [...earlier, place]);
    }
    for (const [other, count] of shared) if (count >= LEAST_MARKS) pairs.push([other, place]);
  }
  return pairs;
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

function vectorsOf(
  { terms, marks }: StoryTraits,
  commonness: Commonness,
): { readonly all: Vector; readonly marks: Vector } {
  const weighed = new Map(Object.entries(terms).map(([term, weight]) => [term, weight * rarity(term, commonness)]));
  const marked = new Map(marks.map((mark) => [mark, weighed.get(mark) ?? 0]));
  return { all: vectorOf(weighed), marks: vectorOf(marked) };
}

/** Inverse document frequency, smoothed (Sparck Jones 1972). */
function rarity(term: string, { articles, having }: Commonness): number {
  return Math.log((articles + ASSUMED_ARTICLES) / ((having.get(term) ?? 0) + 1));
}

function vectorOf(weights: ReadonlyMap<string, number>): Vector {
  return { weights, length: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) };
}

/** From 0 to 1. */
function cosine(one: Vector, other: Vector): number {
  if (one.length === 0 || other.length === 0) return 0;
  let product = 0;
  for (const [term, weight] of one.weights) product += weight * (other.weights.get(term) ?? 0);
  return product / (one.length * other.length);
}
