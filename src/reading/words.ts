import type { Span } from '../news/quote.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };

/** A word or a mark of punctuation, as a place in the text. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly isMark: boolean;
}

const ABBREVIATED = new Set(`${abbreviations['before-a-name']} ${abbreviations['before-lower-case']}`.split(' '));
const WORD_OR_MARK = /([@#]?[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&_-]*)|[^\s\p{L}\p{N}]/gu;

/** The words and marks of a stretch of text. A full stop stays with an abbreviation and leaves any other word. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(WORD_OR_MARK)) {
    const at = start + match.index;
    const token = match[1];
    if (token === undefined) words.push(wordAt(match[0], at, true));
    else if (/^[^.'’-]+$/.test(token)) words.push(wordAt(token, at, false));
    else words.push(...wordsOfToken(token, at));
  }
  return words;
}

/** Takes what a token ends in off it ("Ohio.", "cats’"), and parts one that lacks a space ("said.Then"). */
function wordsOfToken(token: string, at: number): Word[] {
  const missing = /^(?:.*\p{Ll}{2})(?=\.\p{Lu}\p{L})/u.exec(token)?.[0];
  if (missing !== undefined) {
    const rest = at + missing.length + 1;
    return [
      wordAt(missing, at, false),
      wordAt('.', rest - 1, true),
      ...wordsOfToken(token.slice(missing.length + 1), rest),
    ];
  }
  const stopped = /^(.*?)[.'’-]+$/u.exec(token)?.[1];
  if (stopped === undefined || stopped === '' || (token.endsWith('.') && isAbbreviation(stopped)))
    return [wordAt(token, at, false)];
  const marks = Array.from(token.slice(stopped.length), (mark, index) =>
    wordAt(mark, at + stopped.length + index, true),
  );
  return [wordAt(stopped, at, false), ...marks];
}

function wordAt(text: string, start: number, isMark: boolean): Word {
  return { text, lower: text.toLowerCase(), start, end: start + text.length, isMark };
}

function isAbbreviation(stem: string): boolean {
  return ABBREVIATED.has(stem.toLowerCase()) || /^\p{Lu}$/u.test(stem) || /^(?:\p{L}\.)+\p{L}$/u.test(stem);
}

/** True for a word that opens with a capital letter. */
export function isCapitalised(word: Word | undefined): boolean {
  return word !== undefined && /^[@#]?\p{Lu}/u.test(word.text);
}
