import type { Temporal } from 'temporal-polyfill';
import type { Correction } from './amendment.ts';
import type { CountryCode } from './country.ts';
import type { Quote } from './quote.ts';

/**
 * Where an article stands on its way: a `draft` is seen by editors only; an `embargoed` one is
 * published by the tick at `embargoedUntil`; a `held` one is withheld while it is checked; a
 * `retracted` one was killed and never comes back.
 */
export type ArticleStatus = 'draft' | 'embargoed' | 'published' | 'held' | 'retracted';

/** What the reading of a paste, a page or a file gives, before anyone has stored it. */
export interface ArticleText {
  readonly headline: string;
  readonly byline: string | undefined;
  /** Place and date that open the text, as they stand there. */
  readonly dateline: string | undefined;
  /** The paper or agency the text comes from, as it names itself. */
  readonly source: string | undefined;
  /**
   * When it was published, as the source says: a day ("2026-11-24"), or an instant ("2026-11-24T14:30:00Z") where the
   * source gives the time with its zone.
   */
  readonly publishedAt: string | undefined;
  readonly url: string | undefined;
  /** ISO 639-1 code of the language the article is written in. */
  readonly language: string;
  /** The reporting alone: paragraphs parted by one blank line. Quotes are places in it. */
  readonly body: string;
  /** The text exactly as it reached us. */
  readonly raw: string;
}

/** A summary, and who made it: the reading, out of the article's own sentences, or a model. */
export interface Summary {
  readonly text: string;
  readonly madeBy: 'extract' | 'model';
}

/** An article as it is stored, in its newest revision. */
export interface Article extends ArticleText {
  readonly id: number;
  readonly status: ArticleStatus;
  /** Counts from 1; a correction is the next one. */
  readonly revision: number;
  /** Its number on the publish sequence; undefined until it is published. */
  readonly sequence: number | undefined;
  readonly filedBy: number;
  readonly filedAt: Temporal.Instant;
  readonly releasedAt: Temporal.Instant | undefined;
  readonly embargoedUntil: Temporal.Instant | undefined;
  /** Most salient first. */
  readonly countries: readonly CountryCode[];
  readonly summary: string;
  /** Its newest correction, where it has one. */
  readonly correction: Correction | undefined;
  readonly summaryBy: 'extract' | 'editor' | 'model';
  /** Every quote of the article, in the order of the text. */
  readonly quotes: readonly Quote[];
  /**
   * Set where headline and summary are a model's translation for a reader: that of each key quote, by its place among
   * `quotes`, from 0.
   */
  readonly translatedQuotes: Readonly<Record<number, string>> | undefined;
}
