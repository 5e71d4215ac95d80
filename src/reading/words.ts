import type { Span } from '../news/quote.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };

/** A word or a mark of punctuation, as a place in the text. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly isMark: boolean;
}

const ABBREVIATED = new Set(`${abbreviations['before-a-name']} ${abbreviations['before-lower-case']}`.split(' '));
const WORD_OR_MARK = /[@#]?[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&_-]*|[^\s\p{L}\p{N}]/gu;

/** The words and marks of a stretch of text. A full stop stays with an abbreviation and leaves any other word. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(WORD_OR_MARK)) {
    let token = match[0];
    const at = start + match.index;
    const stopped = /^(.*?)[.'’-]+$/u.exec(token)?.[1];
    if (stopped !== undefined && stopped !== '' && !(token.endsWith('.') && isAbbreviation(stopped))) token = stopped;
    // "said.Then": a space is missing.
    const missing = /^(?:.*\p{Ll}{2})(?=\.\p{Lu}\p{L})/u.exec(token)?.[0];
    if (missing !== undefined) {
      words.push(
        wordAt(missing, at),
        wordAt('.', at + missing.length),
        wordAt(token.slice(missing.length + 1), at + missing.length + 1),
      );
      continue;
    }
    words.push(wordAt(token, at));
    for (let rest = token.length; rest < match[0].length; rest += 1)
      words.push(wordAt(match[0].charAt(rest), at + rest));
  }
  return words;
}

function wordAt(text: string, start: number): Word {
  return { text, lower: text.toLowerCase(), start, end: start + text.length, isMark: !/[\p{L}\p{N}]/u.test(text) };
}

function isAbbreviation(stem: string): boolean {
  return ABBREVIATED.has(stem.toLowerCase()) || /^\p{Lu}$/u.test(stem) || /^(?:\p{L}\.)+\p{L}$/u.test(stem);
}

/** True for a word that opens with a capital letter. */
export function isCapitalised(word: Word | undefined): boolean {
  return word !== undefined && /^[@#]?\p{Lu}/u.test(word.text);
}
