/** What of an article tells which event it reports. Plain JSON, to be stored with it. */
export interface StoryTraits {
  /** ISO 639-1. Ordinary words of two languages are not compared. */
  readonly language: string;
  /** Stems of words, `#12.5` for figures and `~12 nov` for days, each with its weight: the headline and the lede count more. */
  readonly terms: Readonly<Record<string, number>>;
  /** Those of the terms that are names, figures or days: an event has its own, a topic shares only the words. */
  readonly marks: readonly string[];
}
