/** A stretch of the stored body: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A direct quote is a place in the article, never a string: its words are always cut from the
 * stored body, so nothing that writes text can change them. A quote that is parted by its cue
 * ("…," the statement reads. "…") has several spans, in order. The spans leave out the outer
 * quotation marks.
 */
export interface Quote {
  readonly spans: readonly Span[];
  /** Full name as the article gives it; undefined where the speaker is not sure. */
  readonly speaker: string | undefined;
  /** Title or role as it stands in the article ("President of Belarus"). */
  readonly role: string | undefined;
  /**
   * The words of the article that name the speaker beside the quote ("she", "the mayor"). The reading gives their
   * place, so that the store can refuse one that is wrong; it is not kept.
   */
  readonly mention?: Span | undefined;
  /** Place among the key quotes, from 1; undefined for a quote that is not one of them. */
  readonly rank: number | undefined;
}

/** The words of a quote, one string a span, cut from the body. */
export function quoteWords(body: string, quote: Quote): string[] {
  return quote.spans.map(({ start, end }) => body.slice(start, end));
}

/** The quotes to show a reader, best first: ranked ones whose speaker is sure. */
export function keyQuotes(quotes: readonly Quote[]): Quote[] {
  return quotes
    .filter((quote) => quote.rank !== undefined && quote.speaker !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}
