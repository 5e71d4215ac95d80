import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import { isGermanQuote } from './german-quote-test.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';

/** What has no cue is believed to be a quote from this many words on, or as a whole sentence. */
const UNCUED_WORDS = 5;

/** Whether what stands in marks is somebody’s words, by its length, its shape and what ties it to a speaker. */
export function isQuote(
  text: string,
  stretch: MarkedStretch,
  found: Attribution | undefined,
  grammar: Grammar,
): boolean {
  const inner = text.slice(stretch.start, stretch.end).trim();
  const words = wordCount(text, stretch);
  if (words === 0) return false;
  if (!stretch.closed && !opensParagraph(text, stretch) && !isTakenUp(text, stretch)) return false;
  if (words <= LONGEST_WORD && isWordAsWord(text, stretch)) return false;
  const weak = found === undefined || found.tie === 'subject' || found.tie === 'neighbour' || found.tie === 'continued';
  if (grammar.language === 'de') return isGermanQuote(text, stretch, words, weak);
  if (!weak && words >= 2) return !isTitleCase(inner, words) || /[.!?,…]$/u.test(inner) || found.tie === 'cue-after';
  if (!weak) return grammar.language === 'en' || /[.!?,…]$/u.test(inner);
  if (UNCASED.test(inner)) return words >= UNCUED_WORDS || (words >= 3 && standsApart(text, stretch));
  if (/^\p{Lu}.*[.!?…]$/su.test(inner)) return words >= 3;
  if (grammar.language !== 'en' && isSentence(text, stretch)) return words >= 3;
  if (grammar.language !== 'en' && /^\p{Lu}/u.test(inner)) return false;
  return words >= UNCUED_WORDS && !isTitleCase(inner, words);
}

/** What is named as a word, a term or a name has so many words at most. */
const LONGEST_WORD = 3;

/** "the word “gate”", "слово «ворота»", "«қақпа» деген сөз" */
function isWordAsWord(text: string, { start, end }: MarkedStretch): boolean {
  if (
    /(?<!\p{L})(?:words?|terms?|names?|nicknames?|nicknamed|dubbed|named|titled|entitled|слов[оау]?|термин[аом]*|имя|прозвище) .$/iu.test(
      text.slice(Math.max(0, start - 20), start),
    )
  )
    return true;
  return /^. деген сөз/u.test(text.slice(end, end + 12));
}

/** True for words that open with a capital letter and stand behind a colon or a full stop, as no name in marks does. */
function isSentence(text: string, { start, end, paragraph }: MarkedStretch): boolean {
  const before = text.slice(Math.max(paragraph.start, start - 4), start - 1).trimEnd();
  const apart = before === '' ? start - paragraph.start <= 2 : /[:.!?]$/u.test(before);
  return apart && /^\p{Lu}/u.test(text.slice(start, start + 2)) && /^.\s*[.,!?–—-]/u.test(text.slice(end, end + 4));
}

/** Scripts without capitals, which tell nothing of names and sentences. */
const UNCASED =
  /[\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Behind a colon, or before a comma or a dash. */
function standsApart(text: string, { start, end }: MarkedStretch): boolean {
  const before = text.slice(Math.max(0, start - 4), start - 1).trimEnd();
  return /[:：,،，]$/u.test(before) || /^.?\s*[,،，–—-]/u.test(text.slice(end, end + 4));
}

function opensParagraph(text: string, stretch: MarkedStretch): boolean {
  return text.slice(stretch.paragraph.start, stretch.start).trim().length <= 2;
}

/** True where the next paragraph takes up an unclosed quote with an opening mark of its own. */
function isTakenUp(text: string, { paragraph }: MarkedStretch): boolean {
  return /^\s+["“„«]/u.test(text.slice(paragraph.end, paragraph.end + 4));
}

/** "The Great Gatsby": most words are capitalised, as in the title of a work. */
function isTitleCase(inner: string, words: number): boolean {
  const capitals = inner.match(/(?<![\p{L}\p{N}'’-])\p{Lu}/gu)?.length ?? 0;
  return capitals >= words * 0.6 && words <= 8;
}

/** Chinese and Japanese part no words; so many characters of theirs stand for one. */
const CHARACTERS_A_WORD = 2;

export function wordCount(text: string, { start, end }: Span): number {
  const inner = text.slice(start, end);
  const unparted = inner.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (unparted > 0) return Math.ceil(unparted / CHARACTERS_A_WORD);
  return inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}
