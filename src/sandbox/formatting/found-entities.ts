import type { Entity } from '../wire.ts';

/** A host without a scheme, by a few of the endings that Telegram knows. */
const BARE_HOST =
  /(?<![\p{L}\p{N}_@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|gov|edu|kz|kg|uz|tj|tm|ru|by|ua|am|az|ge|de|fr|uk|eu)(?:\/[^\s<>"«»“”]*)?(?![\p{L}\p{N}_@-])/giu;

const PATTERNS: [type: string, pattern: RegExp][] = [
  ['url', /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"«»“”]+/giu],
  ['email', /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?![\w-])/giu],
  ['url', BARE_HOST],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/giu],
  ['mention', /(?<![\p{L}\p{N}_/@])@[a-z0-9_]{3,32}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#@])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];

const NOT_INSIDE = new Set(['code', 'pre', 'text_link', 'text_mention', 'url', 'email']);

/** The entities of a text with those that Telegram finds by itself: web addresses, commands, mentions and hashtags. */
export function withFoundEntities(text: string, given: Entity[]): Entity[] {
  const all = [...given];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const found = type === 'url' ? match[0].replace(/[.,:;!?'")\]}…]+$/, '') : match[0];
      const entity: Entity = { type, offset: match.index, length: found.length };
      if (!all.some((other) => NOT_INSIDE.has(other.type) && overlap(other, entity))) all.push(entity);
    }
  }
  return all.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
