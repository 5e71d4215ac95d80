import type { Day } from '../../../src/reading/calendar.ts';
import type { Unsupported } from '../../../src/reading/fault.ts';

/** An article of invented people and events with sentences that a writer may make of it. */
export interface Inventions {
  readonly name: string;
  readonly article: string;
  readonly published: Day | undefined;
  /** Sentences that it supports. */
  readonly told: readonly string[];
  /** Sentences that it does not: what is wrong with them, and the words that the check must point at. */
  readonly invented: readonly (readonly [why: Unsupported, claim: string, sentence: string])[];
}
