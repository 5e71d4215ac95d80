import { type Character, isSpace, readCharacters, writeCharacters } from './characters.ts';
import { createCutFinder, endOfSpace } from './cut-place.ts';
import type { Html } from './html.ts';
import { BLANK_LINE, fits, type Size, sizeOf, sum } from './message-size.ts';

/** Telegram's limit for a message: Unicode code points after entities are parsed. */
export const MESSAGE_LENGTH = 4096;
/** What Telegram, after it has dropped what it drops, takes for a text that is not empty. */
const SEEN = /(?!\u030a|\u0333|\u033f)[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

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
 * Cuts a text into parts of at most `limit` visible characters, at the best places that there are (`cut-place.ts`).
 * Tags that are open at a cut are closed before it and opened again after it; white space at a cut and at both ends is
 * dropped, as Telegram drops it. A text without a visible character has no parts.
 */
export function splitHtml(whole: Html, limit = MESSAGE_LENGTH): Html[] {
  return cutUp(whole, limit).map(writeCharacters);
}

function cutUp(whole: Html, limit: number): Character[][] {
  const characters = readCharacters(whole);
  const findCut = createCutFinder(characters, limit);
  const parts: Character[][] = [];
  let from = endOfSpace(characters, 0);
  while (from < characters.length) {
    const cut = findCut(from);
    parts.push(characters.slice(from, startOfSpace(characters, cut)));
    from = endOfSpace(characters, cut);
  }
  return parts.filter((part) => part.some(({ html }) => SEEN.test(html)));
}

function startOfSpace(characters: readonly Character[], from: number): number {
  let place = from;
  while (place > 0 && isSpace(characters[place - 1])) place--;
  return place;
}
