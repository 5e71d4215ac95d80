import { type Character, isAround, isSpace, type OpenTag } from './characters.ts';
import { longestFit } from './message-size.ts';

/** How good a place is to cut at: the end of a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\n$/, /\n$/, /(?:[.!?…]["”»)]*\s|[。！？]["”»）」』]*)$/u, /\s$/];
/** How many characters before a place the breaks look at. */
const BREAK_LENGTH = 4;

/** What readers take for one character may be several code points: a flag, a family, a letter with its accents. */
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Finds where the message that begins at `from` is to end. */
export type FindCut = (from: number) => number;

/**
 * Cuts a text into messages of at most `limit` visible characters. A cut is in the second half of the message, at the
 * end of a paragraph, a line, a sentence or a word; else where the message is full, between two characters as readers
 * see them. It is never inside a formatting (a quote, a link, a name in bold) that fits into a message by itself.
 */
export function createCutFinder(characters: readonly Character[], limit: number): FindCut {
  const lengths = lengthsOfTags(characters);

  /** Whether a cut at the place would be inside a formatting that fits into a message. */
  function partsFormatting(place: number): boolean {
    const after = characters[place]?.tag;
    for (let tag = characters[place - 1]?.tag; tag !== undefined; tag = tag.outer)
      if ((lengths.get(tag) ?? 0) <= limit && isAround(tag, after)) return true;
    return false;
  }

  function bestBreak(from: number, end: number): number | undefined {
    const last = endOfSpace(characters, end);
    for (const pattern of BREAKS) {
      for (let place = last; place > (from + end) / 2; place--) {
        const before = characters.slice(Math.max(from, place - BREAK_LENGTH), place).map(({ html }) => html);
        if (pattern.test(before.join('')) && !partsFormatting(place)) return place;
      }
    }
    return undefined;
  }

  function lastOutside(from: number, end: number): number {
    for (let place = end; place > from; place--) if (!partsFormatting(place)) return place;
    return end;
  }

  return (from) => {
    const end = longestFit(characters, from, limit);
    if (endOfSpace(characters, end) === characters.length) return characters.length;
    return betweenClusters(characters, from, bestBreak(from, end) ?? lastOutside(from, end));
  };
}

/** How many characters each tag is around. */
function lengthsOfTags(characters: readonly Character[]): ReadonlyMap<OpenTag, number> {
  const lengths = new Map<OpenTag, number>();
  for (const character of characters)
    for (let tag = character.tag; tag !== undefined; tag = tag.outer) lengths.set(tag, (lengths.get(tag) ?? 0) + 1);
  return lengths;
}

/** The place itself, or the last one before it that parts no flag or accented letter; a cluster may fill a message. */
function betweenClusters(characters: readonly Character[], from: number, place: number): number {
  const before = characters.slice(from, place).map(asText);
  const text = before.join('');
  const cluster = CLUSTERS.segment(text + asText(characters[place])).containing(text.length)?.index ?? text.length;
  let index = text.length;
  let moved = place;
  while (index > cluster) index -= before[--moved - from]?.length ?? index;
  return moved > from ? moved : place;
}

function asText(character: Character | undefined): string {
  const written = character?.html ?? '';
  return written.startsWith('&') ? '&' : written;
}

export function endOfSpace(characters: readonly Character[], from: number): number {
  let place = from;
  while (place < characters.length && isSpace(characters[place])) place++;
  return place;
}
