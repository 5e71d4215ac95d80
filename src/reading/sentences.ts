import type { Span } from '../news/quote.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };

const NAME_FOLLOWS = new Set(abbreviations['before-a-name'].split(' '));
const DIGIT_FOLLOWS = new Set(abbreviations['before-a-digit'].split(' '));
const LOWER_FOLLOWS = new Set(abbreviations['before-lower-case'].split(' '));

/** Words that open a sentence rather than go on with a name after "U.S." or an initial. */
const OPENERS = new Set(
  'the a an this that these those he she it they we you i his her its their our in on at but and if when how what who why there however meanwhile after as for from with also some many most both no not last'.split(
    ' ',
  ),
);
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
  for (const { index, segment } of segmenterFor(language).segment(text)) {
    const end = index + segment.length;
    if (open !== undefined && goesOn(text, open, end)) open.end = end;
    else {
      if (open !== undefined) spans.push(trimmed(text, open));
      open = { start: index, end };
    }
  }
  if (open !== undefined) spans.push(trimmed(text, open));
  return spans.filter(({ start, end }) => end > start);
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
  if (/^\p{Ll}/u.test(rest) && !/^\p{Ll}[.)]\s/u.test(rest))
    return /^[\p{Ll}(]/u.test(after) || before.trimEnd() !== ending;
  return ending.endsWith('.') && isAbbreviated(ending.slice(0, -1), rest);
}

function isAbbreviated(ending: string, rest: string): boolean {
  const word = /[\p{L}\p{N}.°№-]+$/u.exec(ending)?.[0] ?? '';
  const key = word.toLowerCase();
  if (NAME_FOLLOWS.has(key) && (key !== 'no' || /^\p{N}/u.test(rest))) return true;
  if (/^\p{N}/u.test(rest)) return DIGIT_FOLLOWS.has(key);
  if (LOWER_FOLLOWS.has(key) && !/^\p{Lu}$/u.test(word)) return /^\p{Ll}/u.test(rest);
  const next = (/^\p{L}+/u.exec(rest)?.[0] ?? '').toLowerCase();
  // A German ordinal ("am 27. November", "die 3. Kammer").
  if (/(?:^|[\s(])(?:am|der|die|das|dem|den|des|vom|zum|beim|im|bis) \d{1,2}$/u.test(ending)) return true;
  // Initials of a person ("Jonas E. Smith"), and "U.S." before the rest of a name.
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return !OPENERS.has(next);
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !OPENERS.has(next);
  return false;
}
