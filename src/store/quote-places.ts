import type { Quote, Span } from '../news/quote.ts';

/**
 * The invariant at the store's door: every quote is a place in the body. Throws where a quote has no span, an empty
 * one, one that leaves the body, or spans that overlap or stand out of order.
 */
export function assertPlacesInBody(body: string, quotes: readonly Quote[]): void {
  for (const { spans } of quotes) {
    if (!ascendWithin(spans, body.length)) {
      const places = spans.map(({ start, end }) => `${start}-${end}`).join(', ');
      throw new RangeError(`A quote at [${places}] does not stand in a body of ${body.length} characters`);
    }
  }
}

function ascendWithin(spans: readonly Span[], length: number): boolean {
  let last = 0;
  for (const { start, end } of spans) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    if (start < last || end <= start || end > length) return false;
    last = end;
  }
  return spans.length > 0;
}
