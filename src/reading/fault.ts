import type { Span } from '../news/quote.ts';

/**
 * Why a claim does not stand. `speaker`: another person said it; `deed`: its words are the article's, but not so put
 * together.
 */
export type Unsupported = 'name' | 'number' | 'date' | 'quote' | 'speaker' | 'deed';

export interface Fault {
  readonly why: Unsupported;
  /** The words that failed. */
  readonly claim: string;
  /** Where they stand in the sentence, in UTF-16 units. */
  readonly at: Span;
}
