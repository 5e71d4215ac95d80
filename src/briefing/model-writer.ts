import type { ModelWriting } from '../news/articles.ts';
import { quoteWords } from '../news/quote.ts';
import {
  checkedCountries,
  checkedHeadline,
  checkSummary,
  MOST_HEADLINE,
  type Original,
  rankedQuotes,
} from './answer-check.ts';
import { type AskingDeps, askChecked, type WhyNot } from './ask-checked.ts';
import type { Again, ArticleAnswer, ArticleTask, Model } from './model.ts';

export type Written =
  | { readonly kind: 'written'; readonly writing: ModelWriting }
  | { readonly kind: 'extract'; readonly because: WhyNot };

/**
 * Port: writes about an article that was read. Slow, and never fails: where nothing good comes, the extract stands.
 * `unlike` is a summary that is not wanted.
 */
export type Writer = (original: Original, unlike?: string) => Promise<Written>;

/**
 * A writer with a model behind it: one question an article, and one more where a sentence of the answer does not pass
 * the check. What fails again gives way to the extract as a whole.
 */
export function createModelWriter(deps: AskingDeps & { readonly model: Model }): Writer {
  return async (original, unlike) => {
    const checked = await askChecked<ArticleAnswer, { answer: ArticleAnswer; summary: string }>(
      deps,
      'summary',
      (again) => deps.model.summarise(taskOf(original), again ?? (unlike === undefined ? undefined : refused(unlike))),
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

/** What an editor does not want, as if the model had just answered so. */
function refused(summary: string): Again<ArticleAnswer> {
  const why = 'form: the editor asks for another summary, in other words';
  return {
    answer: { headline: '', sentences: [summary], countries: [], quotes: [] },
    rejected: [{ sentence: summary, why }],
  };
}

function taskOf(original: Original): ArticleTask {
  const quotes = original.quotes.map((quote) => ({
    words: quoteWords(original.body, quote).join(' … '),
    speaker: quote.speaker,
  }));
  return { article: original, quotes };
}

function besideSummary(original: Original, answer: ArticleAnswer): Omit<ModelWriting, 'summary' | 'by'> {
  return {
    headline: original.headline.length > MOST_HEADLINE ? checkedHeadline(original, answer.headline) : undefined,
    countries: checkedCountries(original, answer),
    quotes: rankedQuotes(original, answer),
  };
}
