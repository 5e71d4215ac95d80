import type { Temporal } from 'temporal-polyfill';
import type { Amendment } from './amendment.ts';
import type { Article, ArticleText, Summary } from './article.ts';
import type { CountryCode } from './country.ts';
import type { Likeness } from './likeness.ts';
import type { Quote } from './quote.ts';
import type { StoryTraits } from './story-traits.ts';

/** A draft as it is filed: the text and what the reading found in it. */
export interface NewArticle {
  readonly text: ArticleText;
  readonly countries: readonly CountryCode[];
  readonly quotes: readonly Quote[];
  readonly summary: Summary;
  readonly filedBy: number;
  readonly filedAt: Temporal.Instant;
}

/** What an editor may change of an article without a new revision. */
export interface ArticleChanges {
  readonly headline?: string;
  readonly summary?: string;
  readonly countries?: readonly CountryCode[];
}

/** A correction as it is stored: the article as it shall be from now on. */
export interface NewRevision {
  /** The revision that was corrected; where it is no longer the newest, nothing is done. */
  readonly revision: number;
  readonly text: ArticleText;
  readonly countries: readonly CountryCode[];
  readonly quotes: readonly Quote[];
  readonly summary: { readonly text: string; readonly madeBy: Article['summaryBy'] };
  /** As readers read it. */
  readonly note: string;
  /** What was replaced, for the trail. */
  readonly change: string | undefined;
  /** True where those who got the article are told at once, and not in their next briefing. */
  readonly tells: boolean;
}

/** What a model wrote about a draft, checked. */
export interface ModelWriting {
  readonly summary: string;
  /** Undefined where the article's own stays. */
  readonly headline: string | undefined;
  readonly countries: readonly CountryCode[];
  /** The article's quotes, all of them, in their order; only their ranks may differ. */
  readonly quotes: readonly Quote[];
  /** The prompt, its version and the model. */
  readonly by: string;
}

/** Where to look: all fields narrow the search; results are published articles, newest first. */
export interface ArticleQuery {
  /** Articles on any of these countries; undefined for all. */
  readonly countries?: readonly CountryCode[] | undefined;
  /** Released at or after this instant. */
  readonly since?: Temporal.Instant | undefined;
  /** Released before this instant. */
  readonly until?: Temporal.Instant | undefined;
  /** With a number on the publish sequence above this one. */
  readonly above?: number | undefined;
  /** With a number on the publish sequence up to this one. */
  readonly upTo?: number | undefined;
  /** With a quote whose speaker's name contains these words, in any letter case. */
  readonly speaker?: string | undefined;
  readonly limit: number;
}

/** Who did what to an article, and when. */
export interface AuditEntry {
  readonly at: Temporal.Instant;
  readonly editor: number;
  readonly action:
    | 'filed'
    | 'changed'
    | 'published'
    | 'breaking'
    | 'embargoed'
    | 'held'
    | 'released'
    | 'corrected'
    | 'retracted'
    | 'discarded';
  readonly note: string | undefined;
}

/** Port: where articles are kept, with every revision of theirs. */
export interface Articles {
  /** Stores a draft. Refuses (throws) a quote whose spans do not lie in the body, in order. */
  file(article: NewArticle): Promise<Article>;
  find(id: number): Promise<Article | undefined>;
  /** Replaces the whole text of a draft and what was read in it (a late piece of a paste). */
  refile(id: number, article: NewArticle): Promise<Article>;
  change(id: number, changes: ArticleChanges, by: number, at: Temporal.Instant): Promise<Article>;
  /**
   * Puts what a model wrote into a draft or an embargoed article, but for what an editor has changed meanwhile.
   * Undefined where it stands otherwise now, or its body is no longer the one that the model read.
   */
  write(id: number, body: string, writing: ModelWriting): Promise<Article | undefined>;
  /**
   * Publishes a draft, an embargoed or a held article under the next number of the sequence (a held one that
   * had a number keeps it). Returns undefined, and does nothing, where it stands otherwise: published once.
   */
  publish(id: number, by: number, at: Temporal.Instant, action: 'published' | 'breaking'): Promise<Article | undefined>;
  embargo(id: number, until: Temporal.Instant, by: number, at: Temporal.Instant): Promise<Article | undefined>;
  /** Publishes embargoed articles whose time has come, in the name of whoever filed them; returns how many. */
  publishEmbargoed(now: Temporal.Instant, limit: number): Promise<number>;
  /**
   * Stores a correction of a published or held article as its next revision, beside the old ones. Undefined, and nothing
   * is done, where it stands otherwise or has another revision by now.
   */
  correct(id: number, revision: NewRevision, by: number, at: Temporal.Instant): Promise<Amendment | undefined>;
  /** Withholds a published article; undefined where it is not published. */
  hold(id: number, reason: string | undefined, by: number, at: Temporal.Instant): Promise<Amendment | undefined>;
  /** Lets a held article go on under the number that it had; undefined where it is not held. */
  release(id: number, by: number, at: Temporal.Instant): Promise<Article | undefined>;
  /** Takes a published or held article back for good; undefined where it is neither. */
  retract(id: number, reason: string, by: number, at: Temporal.Instant): Promise<Amendment | undefined>;
  /** Has those told at once who got a corrected article; false where that was done, or there is no such correction. */
  tellNow(amendmentId: number): Promise<boolean>;
  /** Published articles on these countries with a number up to `above` that were corrected in the window, oldest correction first. */
  correctedIn(
    countries: readonly CountryCode[],
    window: { readonly above: number; readonly upTo: number },
  ): Promise<Article[]>;
  /** Erases a draft or an embargoed article; false where it is neither. */
  discard(id: number, by: number, at: Temporal.Instant): Promise<boolean>;
  /** Drafts and embargoed articles, newest first. */
  unpublished(limit: number): Promise<Article[]>;
  select(query: ArticleQuery): Promise<Article[]>;
  /** Published articles that hold all the words (full text, stems not needed), best first. */
  search(words: string, offset: number, limit: number): Promise<Article[]>;
  /** The newest number on the publish sequence; 0 before the first article. */
  lastSequence(): Promise<number>;
  /** The countries with published articles since an instant, most covered first. */
  coverage(since: Temporal.Instant): Promise<{ country: CountryCode; articles: number }[]>;
  history(id: number): Promise<AuditEntry[]>;
  /** The newest article under an address, in any state but retracted. */
  withAddress(url: string): Promise<number | undefined>;
  /** What tells which event articles report, by id; an article of long ago may have nothing yet. */
  traits(ids: readonly number[]): Promise<ReadonlyMap<number, StoryTraits>>;
  /** The same of the newest articles, in any state. */
  newestTraits(limit: number): Promise<readonly StoryTraits[]>;
  /**
   * Stored articles with the same address, text or headline, or nearly the same words, in any state, the strongest
   * likeness first; `except` is the text's own article, where it is stored.
   */
  alike(text: Pick<ArticleText, 'headline' | 'url' | 'body'>, except?: number): Promise<Likeness[]>;
}
