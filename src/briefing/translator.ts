import type { Article } from '../news/article.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { keyQuotes, quoteWords } from '../news/quote.ts';
import { checkTranslation } from '../reading/translation-check.ts';
import { type AskingDeps, askChecked, type Check } from './ask-checked.ts';
import type { Model, Rejection, TranslationAnswer, TranslationTask } from './model.ts';
import { plainAnswer } from './plain-answer.ts';
import type { Rendering, Renderings } from './renderings.ts';

export interface TranslatorDeps extends AskingDeps {
  readonly model: Model;
  readonly renderings: Renderings;
}

/** So many key quotes of an article are translated; a briefing shows one. */
const MOST_QUOTES = 5;

/**
 * Renders an article in another language, and keeps that: one question an (article, language), whoever needs it.
 * Undefined where the article is in that language already, or nothing came that passes the check; then the
 * original is shown.
 */
export async function renderArticle(
  deps: TranslatorDeps,
  article: Article,
  language: InterfaceLanguage,
): Promise<Rendering | undefined> {
  if (article.language === language) return undefined;
  const { id: articleId, revision } = article;
  const quotes = keyQuotes(article.quotes).slice(0, MOST_QUOTES);
  const task: TranslationTask = {
    from: article.language,
    to: language,
    headline: article.headline,
    summary: article.summary,
    quotes: quotes.map((quote) => quoteWords(article.body, quote).join(' … ')),
  };
  const checked = await askChecked<TranslationAnswer, TranslationAnswer>(
    deps,
    'translation',
    (again) => deps.model.translate(task, again),
    (answer) => checkAnswer(task, answer),
  );
  if (checked.kind === 'none') {
    if (checked.because.kind === 'rejected') await deps.renderings.giveUp(articleId, revision, language);
    return undefined;
  }
  const { headline, summary } = checked.value;
  const translated = quotes.map((quote, at) => [article.quotes.indexOf(quote), checked.value.quotes[at] ?? '']);
  const rendering = { articleId, revision, language, headline, summary, quotes: Object.fromEntries(translated) };
  await deps.renderings.save(rendering, checked.by);
  return rendering;
}

function checkAnswer(task: TranslationTask, answer: TranslationAnswer): Check<TranslationAnswer> {
  const value = {
    headline: plainAnswer(answer.headline),
    summary: plainAnswer(answer.summary),
    quotes: answer.quotes.map(plainAnswer),
  };
  if (value.quotes.length !== task.quotes.length)
    return { value, rejected: [{ sentence: '', why: `form: there are ${task.quotes.length} quotes to translate` }] };
  const pairs = [
    [task.headline, value.headline],
    [task.summary, value.summary],
    ...task.quotes.map((words, at) => [words, value.quotes[at] ?? '']),
  ] as const;
  return {
    value,
    rejected: pairs.flatMap(([original = '', translated = '']) => rejectionOf(task, original, translated)),
  };
}

function rejectionOf({ from, to }: TranslationTask, original: string, translated: string): Rejection[] {
  if (translated === '') return [{ sentence: '', why: 'form: a part is missing' }];
  const check = checkTranslation(original, from, translated, to);
  return check.supported ? [] : [{ sentence: translated, why: `${check.why}: ${check.claim}` }];
}
