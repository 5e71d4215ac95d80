import type { CountryCode } from '../news/country.ts';
import { type Quote, quoteWords } from '../news/quote.ts';
import {
  checkedCountries,
  checkedHeadline,
  checkSummary,
  MOST_HEADLINE,
  type Original,
  rankedQuotes,
} from './answer-check.ts';
import { type AskingDeps, askChecked, type WhyNot } from './ask-checked.ts';
import type { ArticleAnswer, ArticleTask, Model } from './model.ts';

/** What a model wrote about a draft, all of it checked. */
export interface Writing {
  readonly summary: string;
  /** Only for an article whose own headline is longer than 90 characters; undefined leaves it as it is. */
  readonly headline: string | undefined;
  readonly countries: readonly CountryCode[];
  readonly quotes: readonly Quote[];
  /** The prompt, its version and the model. */
  readonly by: string;
}

export type Written =
  | { readonly kind: 'written'; readonly writing: Writing }
  | { readonly kind: 'extract'; readonly because: WhyNot };

/** Port: writes about an article that was read. Slow, and never fails: where nothing good comes, the extract stands. */
export type Writer = (original: Original) => Promise<Written>;

/**
 * A writer with a model behind it: one question an article, and one more where a sentence of the answer does not pass
 * the check. What fails again gives way to the extract as a whole.
 */
export function createModelWriter(deps: AskingDeps & { readonly model: Model }): Writer {
  return async (original) => {
    const checked = await askChecked<ArticleAnswer, { answer: ArticleAnswer; summary: string }>(
      deps,
      'summary',
      (again) => deps.model.summarise(taskOf(original), again),
      (answer) => {
        const { sentences, rejected } = checkSummary(original, answer);
        return { value: { answer, summary: sentences.join(' ') }, rejected };
      },
    );
    if (checked.kind === 'none') return { kind: 'extract', because: checked.because };
    const { answer, summary } = checked.value;
    return { kind: 'written', writing: { summary, by: checked.by, ...besideSummary(original, answer) } };
  };
}

function taskOf(original: Original): ArticleTask {
  const quotes = original.quotes.map((quote) => ({
    words: quoteWords(original.body, quote).join(' … '),
    speaker: quote.speaker,
  }));
  return { article: original, quotes };
}

function besideSummary(original: Original, answer: ArticleAnswer): Omit<Writing, 'summary' | 'by'> {
  return {
    headline: original.headline.length > MOST_HEADLINE ? checkedHeadline(original, answer.headline) : undefined,
    countries: checkedCountries(original, answer),
    quotes: rankedQuotes(original, answer),
  };
}
