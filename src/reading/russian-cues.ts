import type { Span } from '../news/quote.ts';
import { subjectAfter } from './clause.ts';
import type { Grammar } from './grammar.ts';
import { isCapitalised, type Word } from './words.ts';

/** Languages that say "в министерстве сообщили" and "говорится в заявлении". */
export const EAST_SLAVIC = /^(?:ru|uk|be)$/u;

const PAPER = /^(?:говорится|сказано|отмечается|сообщается|указано|йдеться|зазначено|гаворыцца)$/u;

/** "говорится в заявлении Министерства портов": the paper, with whose it is. `words`: those behind the quote. */
export function paperBehind(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  if (!EAST_SLAVIC.test(grammar.language) || !PAPER.test(words[verb]?.lower ?? '')) return undefined;
  const rest = words.slice(verb + 1);
  const at = rest.findIndex(isInside);
  return at < 0 || at > 3 ? undefined : subjectAfter(rest.slice(at + 1), grammar);
}

/** "заявили в Министерстве портов", "В Министерстве портов заявили": a verb in the plural without a subject. */
export function bodyInside(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  if (!EAST_SLAVIC.test(grammar.language) || !/(?:л[иі]|[юя]ть?)$/u.test(words[verb]?.lower ?? '')) return undefined;
  const first = words.findIndex((word) => !word.isMark);
  if (first < verb && isInside(words[first])) return subjectAfter(words.slice(first + 1, verb), grammar);
  const lead = words.slice(0, verb).filter((word) => !word.isMark && !grammar.conjunctions.has(word.lower));
  const rest = words.slice(verb + 1);
  const at = rest.findIndex(isInside);
  if (lead.length > 0 || at < 0 || at > 4) return undefined;
  return subjectAfter(rest.slice(at + 1), grammar);
}

/** "цитирует Рольфа Берга агентство", "приводит слова Рольфа Берга": who is cited speaks, as far as capitals go. */
export function citedBehind(words: readonly Word[], verb: number, grammar: Grammar): Span | undefined {
  if (!EAST_SLAVIC.test(grammar.language)) return undefined;
  const said = words[verb]?.lower ?? '';
  const from = PASSES_ON.test(said) && words[verb + 1]?.lower === 'слова' ? verb + 2 : verb + 1;
  if (from === verb + 1 && !/^(?:про)?цит(?:ир|у)/u.test(said)) return undefined;
  const first = words[from];
  if (!isCapitalised(first) || first === undefined) return undefined;
  let last = first;
  for (let at = from + 1; isCapitalised(words[at]); at += 1) last = words[at] ?? last;
  return { start: first.start, end: last.end };
}

const PASSES_ON = /^(?:прив[её]л[аио]?|приводит|приводят|переда[её]т|передают|передал[аио]?)$/u;

function isInside(word: Word | undefined): boolean {
  return word !== undefined && /^(?:в|во|у|ў|на)$/u.test(word.lower);
}
