import type { Entity } from '../wire.ts';

export type FormattedText = { text: string; entities: Entity[] };

/**
 * The text as the server keeps it: no carriage returns, control characters turned into spaces, direction marks
 * dropped, white space at both ends trimmed, and every entity moved along. Follows `fix_formatted_text` and
 * `clean_input_string` of TDLib.
 */
export function tidy({ text, entities }: FormattedText): FormattedText {
  const cleaned = clean(text);
  const moved = entities
    .map((entity) => moveTo(entity, cleaned.place(entity.offset), cleaned.place(entity.offset + entity.length)))
    .filter((entity) => entity.length > 0);
  return trim({ text: cleaned.text, entities: withoutForbiddenNesting(moved) });
}

/** Visible length as Telegram counts it against its limits: Unicode code points. */
export function visibleLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Carriage return, line and direction marks, and three combining marks that would draw over other lines. */
const SKIPPED = new Set('\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u030a\u0333\u033f');
const isControl = (code: number): boolean => code < 32 && code !== 10;

function clean(text: string): { text: string; place(before: number): number } {
  const places: number[] = [];
  let result = '';
  for (let at = 0; at < text.length; at++) {
    places.push(result.length);
    const character = text[at] ?? '';
    if (SKIPPED.has(character)) continue;
    result += isControl(character.charCodeAt(0)) ? ' ' : character;
  }
  places.push(result.length);
  return { text: result, place: (before) => places[before] ?? result.length };
}

function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.replace(/[ \n]+$/, '').length;
  const firstEntity = entities[0]?.offset ?? end;
  const start = Math.min(/^[ \n]*/.exec(text)?.[0].length ?? 0, firstEntity, end);
  return {
    text: text.slice(start, end),
    entities: entities
      .map((entity) => moveTo(entity, entity.offset - start, Math.min(entity.offset + entity.length, end) - start))
      .filter((entity) => entity.length > 0),
  };
}

function moveTo(entity: Entity, start: number, end: number): Entity {
  return { ...entity, offset: start, length: end - start };
}

/** Code holds no other entity, and a quote no quote. */
function withoutForbiddenNesting(entities: Entity[]): Entity[] {
  const isCode = ({ type }: Entity) => type === 'code' || type === 'pre';
  const isQuote = ({ type }: Entity) => type.endsWith('blockquote');
  return entities.filter((inner, index) =>
    entities.slice(0, index).every((outer) => {
      const isInside = inner.offset + inner.length <= outer.offset + outer.length && inner.offset >= outer.offset;
      return !isInside || !(isCode(outer) || (isQuote(outer) && isQuote(inner)));
    }),
  );
}
