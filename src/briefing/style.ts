/**
 * How much a briefing tells of each article: `headlines` the headline alone, `short` its summary and one quote, too, and
 * `full` every key quote.
 */
export type BriefingLength = 'headlines' | 'short' | 'full';

export const BRIEFING_LENGTHS: readonly BriefingLength[] = ['headlines', 'short', 'full'];

/** How a chat wants its briefings told. */
export interface BriefingStyle {
  readonly length: BriefingLength;
  /** False where no quotes are to be shown. */
  readonly quotes: boolean;
}

export const USUAL_STYLE: BriefingStyle = { length: 'short', quotes: true };
