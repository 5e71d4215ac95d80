import { type Character, type OpenTag, readCharacters, tagsBetween, writeCharacters } from './characters.ts';
import type { Html } from './html.ts';

/** Telegram's limit for a message: Unicode code points after entities are parsed. */
export const MESSAGE_LENGTH = 4096;
/** Beyond 100 entities Telegram drops formatting without a word (tdlib/telegram-bot-api#820). */
const MOST_ENTITIES = 95;
/** Telegram refuses a text of over 32,768 bytes before it is parsed. */
const MOST_BYTES = 31_000;

/** How good a place is to cut at: the end of a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\n$/, /\n$/, /(?:[.!?…]["”»)]*\s|[。！？]["”»）」』]*)$/u, /\s$/];
/** How many characters before a place the breaks look at. */
const BREAK_LENGTH = 4;

/** What Telegram, after it has dropped what it drops, takes for a text that is not empty. */
const SEEN = /(?!\u030a|\u0333|\u033f)[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** What readers take for one character may be several code points: a flag, a family, a letter with its accents. */
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

interface Size {
  readonly length: number;
  readonly entities: number;
  readonly bytes: number;
}

const NOTHING: Size = { length: 0, entities: 0, bytes: 0 };
const BLANK_LINE: Size = { length: 2, entities: 0, bytes: 2 };

/** Code points that a reader sees. */
export function visibleLength(text: Html): number {
  return readCharacters(text).length;
}

/** A message that was packed, and which of the blocks (by index) it holds, whole or in part. */
export interface Packed {
  readonly text: Html;
  readonly blocks: readonly number[];
}

/**
 * Puts blocks into as few messages as may be, in order, a blank line between two blocks of one message. A block is
 * cut only where it does not fit into a message by itself; one without a visible character is left out.
 */
export function packBlocks(blocks: readonly Html[], limit = MESSAGE_LENGTH): Packed[] {
  const messages: { size: Size; texts: string[]; blocks: Set<number> }[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const part of cutUp(block, limit)) {
      const last = messages.at(-1);
      const size = sizeOf(part);
      const joined = last && sum(last.size, BLANK_LINE, size);
      const { html } = writeCharacters(part);
      if (last && joined && fits(joined, limit)) {
        last.size = joined;
        last.texts.push(html);
        last.blocks.add(index);
      } else messages.push({ size, texts: [html], blocks: new Set([index]) });
    }
  }
  return messages.map(({ texts, blocks: held }) => ({ text: { html: texts.join('\n\n') }, blocks: [...held] }));
}

/**
 * Cuts a text into parts of at most `limit` visible characters, at the end of a paragraph, a line, a sentence or a
 * word where there is one in the second half of the part, else between two characters as readers see them. Tags that
 * are open at a cut are closed before it and opened again after it; white space at a cut and at both ends is dropped,
 * as Telegram drops it. A text without a visible character has no parts.
 */
export function splitHtml(whole: Html, limit = MESSAGE_LENGTH): Html[] {
  return cutUp(whole, limit).map(writeCharacters);
}

function cutUp(whole: Html, limit: number): Character[][] {
  const characters = readCharacters(whole);
  const parts: Character[][] = [];
  let from = endOfSpace(characters, 0);
  while (from < characters.length) {
    const cut = cutPlace(characters, from, limit);
    parts.push(characters.slice(from, startOfSpace(characters, cut)));
    from = endOfSpace(characters, cut);
  }
  return parts.filter((part) => part.some(({ html }) => SEEN.test(html)));
}

function cutPlace(characters: readonly Character[], from: number, limit: number): number {
  const end = longestFit(characters, from, limit);
  const roomy = endOfSpace(characters, end);
  if (roomy === characters.length) return roomy;
  for (const pattern of BREAKS) {
    for (let place = roomy; place > (from + end) / 2; place--) {
      const before = characters.slice(Math.max(from, place - BREAK_LENGTH), place).map(({ html }) => html);
      if (pattern.test(before.join(''))) return betweenClusters(characters, from, place);
    }
  }
  return betweenClusters(characters, from, end);
}

/** The end of what fits into one message from `from` on: at least one character. */
function longestFit(characters: readonly Character[], from: number, limit: number): number {
  let size = NOTHING;
  let open: OpenTag | undefined;
  for (let place = from; place < characters.length; place++) {
    const character = characters[place];
    if (character === undefined) break;
    size = sum(size, sizeAfter(open, character));
    if (place > from && !fits(size, limit)) return place;
    open = character.tag;
  }
  return characters.length;
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

function sizeOf(characters: readonly Character[]): Size {
  let open: OpenTag | undefined;
  return characters.reduce((size, character) => {
    const grown = sum(size, sizeAfter(open, character));
    open = character.tag;
    return grown;
  }, NOTHING);
}

/** What a character adds to a message, with the tags to open for it and to close again. */
function sizeAfter(open: OpenTag | undefined, { html, tag }: Character): Size {
  const opened = tag === open ? [] : tagsBetween(open, tag);
  const tagBytes = opened.reduce((bytes, { opening, closing }) => bytes + Buffer.byteLength(opening + closing), 0);
  return { length: 1, entities: opened.length, bytes: Buffer.byteLength(html) + tagBytes };
}

function sum(...sizes: readonly Size[]): Size {
  return {
    length: sizes.reduce((total, { length }) => total + length, 0),
    entities: sizes.reduce((total, { entities }) => total + entities, 0),
    bytes: sizes.reduce((total, { bytes }) => total + bytes, 0),
  };
}

function fits({ length, entities, bytes }: Size, limit: number): boolean {
  return length <= limit && entities <= MOST_ENTITIES && bytes <= MOST_BYTES;
}

function startOfSpace(characters: readonly Character[], from: number): number {
  let place = from;
  while (place > 0 && isSpace(characters[place - 1])) place--;
  return place;
}

function endOfSpace(characters: readonly Character[], from: number): number {
  let place = from;
  while (place < characters.length && isSpace(characters[place])) place++;
  return place;
}

function isSpace(character: Character | undefined): boolean {
  return character !== undefined && /^\s$/u.test(character.html);
}
