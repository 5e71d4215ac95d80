import type { InterfaceLanguage } from '../news/language.ts';

/** An article's summary, headline and key quotes in a language that is not its own, made by a model and checked. */
export interface Rendering {
  readonly articleId: number;
  readonly revision: number;
  readonly language: InterfaceLanguage;
  readonly headline: string;
  readonly summary: string;
  /** The translation of each key quote, by its place among the article's quotes, from 0. */
  readonly quotes: Readonly<Record<number, string>>;
}

/** Port: where renderings are kept. Those of an older revision, or of a summary that has changed since, are not found. */
export interface Renderings {
  find(articleIds: readonly number[], language: InterfaceLanguage): Promise<Rendering[]>;
  /** Of these articles, those that neither have a rendering in this language nor one that was tried and not let pass. */
  missing(articleIds: readonly number[], language: InterfaceLanguage): Promise<number[]>;
  /** `by`: the prompt, its version and the model. */
  save(rendering: Rendering, by: string): Promise<void>;
  /** Notes that what the model made of this revision was not let pass, so that it is not paid for again. */
  giveUp(articleId: number, revision: number, language: InterfaceLanguage): Promise<void>;
}
