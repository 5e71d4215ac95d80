import type { Grammar } from './grammar.ts';
import { type FullName, withoutPossessive } from './names.ts';
import { lastAtOrBefore } from './places.ts';

/** So many people who share a last word are told apart; more make no article. */
const MOST_NAMESAKES = 30;

/** One name with everywhere it stands. */
export interface KnownName {
  readonly name: FullName;
  readonly places: number[];
}

export type NameIndex = ReadonlyMap<string, readonly KnownName[]>;

export function indexByLastWord(names: readonly FullName[], grammar: Grammar): NameIndex {
  const index = new Map<string, KnownName[]>();
  for (const name of names) {
    const last = key(name.words.at(-1) ?? '', grammar);
    const namesakes = index.get(last) ?? [];
    const known = namesakes.findIndex((other) => other.name.full === name.full);
    const before = namesakes[known];
    if (before === undefined) {
      if (namesakes.length < MOST_NAMESAKES) namesakes.push({ name, places: [name.at] });
    } else {
      before.places.push(name.at);
      if (before.name.role === undefined && name.role !== undefined) namesakes[known] = { name, places: before.places };
    }
    index.set(last, namesakes);
  }
  return index;
}

/** The one named last before a place, else the one named first after it. */
export function nearest(names: readonly KnownName[], place: number): FullName | undefined {
  let best: KnownName | undefined;
  let latest = -1;
  for (const known of names) {
    const at = known.places[lastAtOrBefore(known.places, place)] ?? -1;
    if (at > latest) [best, latest] = [known, at];
  }
  return (best ?? names[0])?.name;
}

/** Names are compared in lower case, without a genitive; Russian and Kazakh ones by the stem. */
export function key(word: string, grammar: Grammar): string {
  const plain = withoutPossessive(word).toLowerCase();
  if (grammar.language === 'ru' || grammar.language === 'uk')
    return plain.replace(/(?:ого|его|ому|ему|ым|им|ой|ом|ем|а|у|е|ы|и|ю|я)$/u, '');
  if (grammar.language === 'de') return plain.replace(/s$/u, '');
  return plain;
}
