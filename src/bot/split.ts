import type { Html } from './html.ts';

/** Telegram's limit for a message: Unicode code points after entities are parsed. */
export const MESSAGE_LENGTH = 4096;
/** Beyond 100 entities Telegram drops formatting without a word (tdlib/telegram-bot-api#820). */
const MOST_ENTITIES = 95;
/** Telegram refuses a text of over 32,768 bytes before it is parsed. */
const MOST_BYTES = 31_000;

/** How good a place is to cut at: the end of a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\n$/, /\n$/, /[.!?…]["”»)]*\s$/u, /\s$/];

/** A tag (no visible length), or one visible character: a code point or a character reference. */
const TOKEN = /<[^<>]*>|&[a-z]+;|[^<&]|[<&]/gsu;

interface Measure {
  readonly length: number;
  readonly entities: number;
  readonly bytes: number;
}

/** Code points that a reader sees. */
export function visibleLength(text: Html): number {
  return measure(text.html).length;
}

/** A message that was packed, and which of the blocks (by index) it holds, whole or in part. */
export interface Packed {
  readonly text: Html;
  readonly blocks: readonly number[];
}

/**
 * Puts blocks into as few messages as may be, in order, a blank line between two blocks of one message. A block is
 * cut only where it does not fit into a message by itself.
 */
export function packBlocks(blocks: readonly Html[], limit = MESSAGE_LENGTH): Packed[] {
  const messages: Packed[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const piece of splitHtml(block, limit)) {
      const last = messages.at(-1);
      const joined = last && { html: `${last.text.html}\n\n${piece.html}` };
      if (last && joined && fits(measure(joined.html), limit))
        messages[messages.length - 1] = { text: joined, blocks: [...new Set([...last.blocks, index])] };
      else messages.push({ text: piece, blocks: [index] });
    }
  }
  return messages;
}

/**
 * Cuts a text into parts of at most `limit` visible characters, at the end of a paragraph, a line, a sentence or a
 * word where there is one in the second half of the part. Tags that are open at a cut are closed before it and opened
 * again after it; white space at a cut is dropped, as Telegram drops it.
 */
export function splitHtml(whole: Html, limit = MESSAGE_LENGTH): Html[] {
  if (fits(measure(whole.html), limit)) return [whole];
  const parts: Html[] = [];
  let rest: readonly string[] = whole.html.match(TOKEN) ?? [];
  while (rest.length > 0) {
    const cut = cutPlace(rest, limit);
    const open = openTags(rest.slice(0, cut));
    parts.push({ html: rest.slice(0, cut).join('').trimEnd() + closing(open) });
    rest = [...open, ...dropLeadingSpace(rest.slice(cut))];
    if (rest.every(isTag)) break;
  }
  return parts.filter((part) => measure(part.html).length > 0);
}

function cutPlace(tokens: readonly string[], limit: number): number {
  const end = longestFit(tokens, limit);
  if (end === tokens.length) return end;
  for (const pattern of BREAKS) {
    for (let place = end; place > end / 2; place--) {
      if (pattern.test(tokens.slice(Math.max(0, place - 4), place).join('')) && !isTag(tokens[place - 1] ?? ''))
        return place;
    }
  }
  return end;
}

/** How many tokens fit into one message, its closing tags included; at least one visible character. */
function longestFit(tokens: readonly string[], limit: number): number {
  let length = 0;
  let entities = 0;
  let bytes = 0;
  for (const [index, token] of tokens.entries()) {
    if (isTag(token)) entities += isOpening(token) ? 1 : 0;
    else length += 1;
    bytes += Buffer.byteLength(token) * (isTag(token) ? 2 : 1);
    if (length > 1 && !fits({ length, entities, bytes }, limit)) return index;
  }
  return tokens.length;
}

function fits({ length, entities, bytes }: Measure, limit: number): boolean {
  return length <= limit && entities <= MOST_ENTITIES && bytes <= MOST_BYTES;
}

function measure(text: string): Measure {
  const tokens: readonly string[] = text.match(TOKEN) ?? [];
  return {
    length: tokens.filter((token) => !isTag(token)).length,
    entities: tokens.filter(isOpening).length,
    bytes: Buffer.byteLength(text),
  };
}

function openTags(tokens: readonly string[]): string[] {
  const open: string[] = [];
  for (const token of tokens) {
    if (isOpening(token)) open.push(token);
    else if (isTag(token)) open.pop();
  }
  return open;
}

function closing(open: readonly string[]): string {
  return open
    .map((tag) => `</${/^<([a-z-]+)/.exec(tag)?.[1] ?? ''}>`)
    .reverse()
    .join('');
}

function dropLeadingSpace(tokens: readonly string[]): readonly string[] {
  const first = tokens.findIndex((token) => !isTag(token) && !/^\s$/.test(token));
  return first === -1 ? [] : [...tokens.slice(0, first).filter(isTag), ...tokens.slice(first)];
}

function isTag(token: string): boolean {
  return token.length > 1 && token.startsWith('<');
}

function isOpening(token: string): boolean {
  return isTag(token) && !token.startsWith('</');
}
