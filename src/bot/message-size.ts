import { type Character, type OpenTag, tagsBetween } from './characters.ts';

/** Beyond 100 entities Telegram drops formatting without a word (tdlib/telegram-bot-api#820). */
const MOST_ENTITIES = 95;
/** Telegram refuses a text of over 32,768 bytes before it is parsed. */
const MOST_BYTES = 31_000;

/** What a text takes up of each of a message's limits. */
export interface Size {
  readonly length: number;
  readonly entities: number;
  readonly bytes: number;
}

const NOTHING: Size = { length: 0, entities: 0, bytes: 0 };
export const BLANK_LINE: Size = { length: 2, entities: 0, bytes: 2 };

export function sizeOf(characters: readonly Character[]): Size {
  let open: OpenTag | undefined;
  return characters.reduce((size, character) => {
    const grown = sum(size, sizeAfter(open, character));
    open = character.tag;
    return grown;
  }, NOTHING);
}

export function sum(...sizes: readonly Size[]): Size {
  return {
    length: sizes.reduce((total, { length }) => total + length, 0),
    entities: sizes.reduce((total, { entities }) => total + entities, 0),
    bytes: sizes.reduce((total, { bytes }) => total + bytes, 0),
  };
}

/** Whether a text of this size is one message of at most `limit` visible characters. */
export function fits({ length, entities, bytes }: Size, limit: number): boolean {
  return length <= limit && entities <= MOST_ENTITIES && bytes <= MOST_BYTES;
}

/** The end of what fits into one message from `from` on: at least one character. */
export function longestFit(characters: readonly Character[], from: number, limit: number): number {
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

/** What a character adds to a message, with the tags to open for it and to close again. */
function sizeAfter(open: OpenTag | undefined, { html, tag }: Character): Size {
  const opened = tag === open ? [] : tagsBetween(open, tag);
  const tagBytes = opened.reduce((bytes, { opening, closing }) => bytes + Buffer.byteLength(opening + closing), 0);
  return { length: 1, entities: opened.length, bytes: Buffer.byteLength(html) + tagBytes };
}
