import type { ArticleText } from '../news/article.ts';
import type { InterfaceLanguage } from '../news/language.ts';

/** Why nothing came that can be used. */
export type NoAnswer =
  /** The day's money is spent. */
  | 'no-budget'
  /** The model would not say anything about this text. */
  | 'refused'
  /** Cut off at the most that it may write. */
  | 'cut-off'
  | 'empty'
  /** Not JSON, or JSON of another shape than was asked for. */
  | 'malformed'
  /** 429 for longer than can be waited for. */
  | 'busy'
  /** 5xx, a timeout or a cut connection, more than once. */
  | 'unreachable'
  /** Any other answer of the service: a wrong key, an unknown model. */
  | 'declined';

/** `by` names the prompt, its version and the model, as in `summary@1 gpt-5-mini`. */
export type Asked<T> =
  | { readonly kind: 'answer'; readonly answer: T; readonly by: string }
  | { readonly kind: 'none'; readonly why: NoAnswer };

/** A sentence of an answer that the check did not let pass, and why, in words for the model and for the log. */
export interface Rejection {
  readonly sentence: string;
  readonly why: string;
}

/** What was answered before, and what was wrong with it, where a question is asked once more. */
export interface Again<T> {
  readonly answer: T;
  readonly rejected: readonly Rejection[];
}

export interface ArticleTask {
  readonly article: Pick<ArticleText, 'headline' | 'dateline' | 'source' | 'language' | 'body'>;
  /** The words of the quotes that the reading found, with its speakers; the answer names them by their number here, from 1. */
  readonly quotes: readonly { readonly words: string; readonly speaker: string | undefined }[];
}

/** What a model writes about an article. It never gives back the words of a quote, so it cannot change one. */
export interface ArticleAnswer {
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly countries: readonly { readonly code: string; readonly reason: string }[];
  /** Those to keep, the weightiest first. */
  readonly quotes: readonly {
    readonly number: number;
    readonly speaker: string | null;
    readonly role: string | null;
  }[];
}

export interface TranslationTask {
  readonly from: string;
  readonly to: InterfaceLanguage;
  readonly headline: string;
  readonly summary: string;
  readonly quotes: readonly string[];
}

export interface TranslationAnswer {
  readonly headline: string;
  readonly summary: string;
  /** As many as were asked for, in their order. */
  readonly quotes: readonly string[];
}

export interface LeadTask {
  readonly country: string;
  readonly language: InterfaceLanguage;
  readonly articles: readonly { readonly headline: string; readonly summary: string }[];
}

export interface LeadAnswer {
  readonly sentence: string;
}

/**
 * Port: a model that writes. It never throws: whatever goes wrong with the service is one of `NoAnswer`. What it
 * says is not checked yet.
 */
export interface Model {
  summarise(task: ArticleTask, again?: Again<ArticleAnswer>): Promise<Asked<ArticleAnswer>>;
  translate(task: TranslationTask, again?: Again<TranslationAnswer>): Promise<Asked<TranslationAnswer>>;
  lead(task: LeadTask, again?: Again<LeadAnswer>): Promise<Asked<LeadAnswer>>;
}
