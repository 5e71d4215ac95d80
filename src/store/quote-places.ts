import type { Quote, Span } from '../news/quote.ts';

/**
 * The invariant at the store's door: every quote is a place in the body. Throws where a quote has no span or an empty
 * one, where a span leaves the body, cuts a word or a character in two, overlaps another of any quote or stands out of
 * order, and where the words that name the speaker have no such place of their own.
 */
export function assertPlacesInBody(body: string, quotes: readonly Quote[]): void {
  let last = 0;
  for (const { spans, mention } of quotes) {
    if (spans.length === 0) throw new RangeError('A quote without a place cannot be stored');
    for (const span of spans) {
      if (!isPlace(body, span) || span.start < last) throw outOfPlace('A quote', body, spans);
      last = span.end;
    }
    if (mention !== undefined && (!isPlace(body, mention) || spans.some((span) => overlap(span, mention))))
      throw outOfPlace('The speaker of a quote', body, [mention]);
  }
}

function outOfPlace(what: string, body: string, spans: readonly Span[]): RangeError {
  const places = spans.map(({ start, end }) => `${start}-${end}`).join(', ');
  return new RangeError(`${what} at [${places}] does not stand in a body of ${body.length} characters`);
}

function isPlace(body: string, { start, end }: Span): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  return start >= 0 && start < end && end <= body.length && !cutsWord(body, start) && !cutsWord(body, end);
}

/** True between two letters or digits of a script that parts words, and inside a surrogate pair. */
function cutsWord(body: string, at: number): boolean {
  if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(body.slice(at - 1, at + 1))) return true;
  return PARTED.test(body.charAt(at - 1)) && PARTED.test(body.charAt(at));
}

const PARTED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/u;

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
