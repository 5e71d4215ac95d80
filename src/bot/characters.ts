import type { Html } from './html.ts';

/** A tag that is open around a character, and the tag around it. */
export interface OpenTag {
  readonly opening: string;
  readonly closing: string;
  readonly outer: OpenTag | undefined;
  readonly depth: number;
  /** Bytes of this tag and of all around it, opened and closed. */
  readonly bytes: number;
}

/** One character that a reader sees, a code point, as it is written in HTML. */
export interface Character {
  readonly html: string;
  readonly tag: OpenTag | undefined;
}

/** A tag, one character reference, or one code point. */
const TOKEN = /<[^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);|./gsu;

/** Formatting nested deeper than this, or in longer tags, says nothing more to a reader; its text stays. */
const MOST_DEPTH = 16;
const MOST_TAG_BYTES = 4096;

/** Takes a text apart into what a reader sees of it. Tags around nothing leave no trace. */
export function readCharacters({ html }: Html): Character[] {
  const characters: Character[] = [];
  const nesting: (OpenTag | undefined)[] = [];
  for (const [token] of html.matchAll(TOKEN)) {
    const tag = nesting.at(-1);
    if (token.length === 1 || !token.startsWith('<')) characters.push({ html: escaped(token), tag });
    else if (token.startsWith('</')) nesting.pop();
    else nesting.push(opened(token, tag));
  }
  return characters;
}

/** Puts characters together again: every tag that is open at the end is closed. */
export function writeCharacters(characters: readonly Character[]): Html {
  const written: string[] = [];
  let open: OpenTag | undefined;
  for (const { html, tag } of characters) {
    if (tag !== open) written.push(closings(open, tag), ...tagsBetween(open, tag).map(({ opening }) => opening));
    written.push(html);
    open = tag;
  }
  written.push(closings(open, undefined));
  return { html: written.join('') };
}

export function isSpace(character: Character | undefined): boolean {
  return character !== undefined && /^\s$/u.test(character.html);
}

/** The tags to open, outermost first, on the way from one character's tag to the next character's. */
export function tagsBetween(from: OpenTag | undefined, to: OpenTag | undefined): OpenTag[] {
  const between: OpenTag[] = [];
  for (let tag = to; tag !== undefined && !isAround(tag, from); tag = tag.outer) between.unshift(tag);
  return between;
}

function closings(from: OpenTag | undefined, to: OpenTag | undefined): string {
  let closed = '';
  for (let tag = from; tag !== undefined && !isAround(tag, to); tag = tag.outer) closed += tag.closing;
  return closed;
}

/** Whether a tag is the same as another, or around it. */
export function isAround(tag: OpenTag, inner: OpenTag | undefined): boolean {
  let around = inner;
  while (around !== undefined && around !== tag) around = around.outer;
  return around !== undefined;
}

function opened(opening: string, outer: OpenTag | undefined): OpenTag | undefined {
  const closing = `</${/^<([a-z-]+)/i.exec(opening)?.[1] ?? ''}>`;
  const depth = (outer?.depth ?? 0) + 1;
  const bytes = (outer?.bytes ?? 0) + Buffer.byteLength(opening) + closing.length;
  return depth > MOST_DEPTH || bytes > MOST_TAG_BYTES ? outer : { opening, closing, outer, depth, bytes };
}

function escaped(token: string): string {
  if (token === '<') return '&lt;';
  return token === '&' ? '&amp;' : token;
}
