import type { Span } from '../news/quote.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import { unmarkedBreaks } from './sentence-breaks.ts';

const NAME_FOLLOWS = new Set(abbreviations['before-a-name'].split(' '));
const DIGIT_FOLLOWS = new Set(abbreviations['before-a-digit'].split(' '));
const LOWER_FOLLOWS = new Set(abbreviations['before-lower-case'].split(' '));

/** Words that open a sentence rather than go on with a name after "U.S." or an initial. */
const OPENERS = new Set(abbreviations.openers.split(' '));
const CLOSERS = /["”»“’')\]\s]+$/u;
const OPENING = /^["“„«‘'([\s–—-]+/u;

/** The sentences of a text, trimmed. */
export function splitSentences(text: string, language: string): string[] {
  return sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end));
}

/**
 * Where the sentences of a text stand, without the space around them: the boundaries of `Intl.Segmenter`, less
 * those after titles, initials and abbreviations, and before a word in lower case.
 */
export function sentenceSpans(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { start, end } of pieces(text, language)) {
    if (open !== undefined && goesOn(text, open, end)) open.end = end;
    else {
      if (open !== undefined) spans.push(trimmed(text, open));
      open = { start, end };
    }
  }
  if (open !== undefined) spans.push(trimmed(text, open));
  return spans.filter(({ start, end }) => end > start);
}

/** The segments of `Intl.Segmenter`, cut once more where it sees no end. */
function* pieces(text: string, language: string): Generator<Span> {
  const breaks = unmarkedBreaks(text, language);
  let next = 0;
  for (const { index, segment } of segmenterFor(language).segment(text)) {
    const end = index + segment.length;
    let start = index;
    for (; next < breaks.length && (breaks[next] ?? end) < end; next += 1) {
      const at = breaks[next] ?? end;
      if (at <= start) continue;
      yield { start, end: at };
      start = at;
    }
    yield { start, end };
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** Looks at this many characters on either side of a boundary. */
const WINDOW = 40;

/** True where the boundary after `open` is none. */
function goesOn(text: string, open: Span, nextEnd: number): boolean {
  const before = text.slice(Math.max(open.start, open.end - WINDOW), open.end);
  const after = text.slice(open.end, Math.min(nextEnd, open.end + WINDOW));
  if (/\n\s*$/u.test(before)) return false;
  const ending = before.replace(CLOSERS, '');
  const rest = after.replace(OPENING, '');
  if (rest === '') return after.trim() !== '' && !/^[\s"“„«‘'([]*$/u.test(after);
  if (isMarker(before.trim()) || isCitation(before, after) || /(?<![.\s])\s\.(?: \.){2}\s*$/u.test(before)) return true;
  // "1.Bread, 2.Milk": no space parts the number from its word.
  if (/\p{N}\.$/u.test(before) && /^\p{L}/u.test(after)) return true;
  if (/^\p{Ll}/u.test(rest) && !/^\p{Ll}[.)]\s/u.test(rest) && !endsInWholeWord(ending, after))
    return /^[\p{Ll}(]/u.test(after) || before.trimEnd() !== ending;
  if (!ending.endsWith('.')) return false;
  return isAbbreviated(ending.slice(0, -1), rest) || isShortDate(text.slice(open.start, open.end));
}

/** Hurried writers begin sentences small; no abbreviation is as long as a whole word of six letters. */
function endsInWholeWord(ending: string, after: string): boolean {
  const word = /(?<![\p{L}.-])\p{Ll}{6,}\.$/u.exec(ending)?.[0];
  return word !== undefined && /^\p{Ll}{2}/u.test(after) && !LOWER_FOLLOWS.has(word.slice(0, -1));
}

/** The number or letter of a list's entry ("1.", "• 9.", "a)"). */
function isMarker(sentence: string): boolean {
  return /^(?:[•⁃▪‣]\s?)?(?:\p{N}{1,3}|\p{Ll})(?:\.\)|[.)])$/u.test(sentence);
}

/** A source in brackets right behind a quote (`[...]" (Smith 55).`). */
function isCitation(before: string, after: string): boolean {
  return /["”»]\s*$/u.test(before) && /^\(\p{Lu}[^()]{0,30}\)\./u.test(after);
}

/** "В ноябре 2026 г." alone says nothing yet: "г." is the year's, and the sentence goes on. */
function isShortDate(sentence: string): boolean {
  return sentence.length < WINDOW && /^(?:\p{L}+\s){1,2}\p{N}{4}(?:[-–]\p{N}{4})?\s(?:г|гг)\.\s*$/u.test(sentence);
}

function isAbbreviated(ending: string, rest: string): boolean {
  const word = /[\p{L}\p{N}.°№-]+$/u.exec(ending)?.[0] ?? '';
  const key = word.toLowerCase();
  if (NAME_FOLLOWS.has(key) && (key !== 'no' || /^\p{N}/u.test(rest))) return true;
  if (isOrdinal(ending, rest)) return true;
  // "z. B.", "т. д.": the parts of one abbreviation.
  if (/(?:^|\s)\p{L}$/u.test(ending) && /^\p{L}\.(?!\p{L})/u.test(rest) && !/^\p{Lu}$/u.test(word)) return true;
  if (/^\p{N}/u.test(rest)) return DIGIT_FOLLOWS.has(key) || LOWER_FOLLOWS.has(key);
  if (LOWER_FOLLOWS.has(key) && !/^\p{Lu}$/u.test(word)) return /^\p{Ll}/u.test(rest);
  return isInitial(word, rest);
}

/** A German ordinal ("am 27. November", "die 3. Kammer", "BONN, 5. Juli"). */
function isOrdinal(ending: string, rest: string): boolean {
  if (!/(?:^|[^\p{L}\p{N}.,])\d{1,2}$/u.test(ending)) return false;
  return ORDINAL_FOLLOWS.test(ending) || MONTH.test(rest);
}

const ORDINAL_FOLLOWS = /(?:^|[\s(])(?:am|der|die|das|dem|den|des|vom|zum|beim|im|bis) \d{1,2}$/iu;
const MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L})/u;

/** An initial of a person ("Jonas E. Smith"), and "U.S." before the rest of a name. */
function isInitial(word: string, rest: string): boolean {
  const opener = /^\p{L}+/u.exec(rest)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) && /^\p{Lu}\.(?:\s|$)/u.test(rest)) return true;
  if (OPENERS.has(opener.toLowerCase())) return false;
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return isLatin(word) === isLatin(opener) || opener === '';
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word);
}
