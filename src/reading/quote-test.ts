import type { Span } from '../news/quote.ts';
import type { Attribution } from './attribution.ts';
import type { Grammar } from './grammar.ts';
import type { MarkedStretch } from './quote-marks.ts';

/** A name in marks inside a sentence: "глава фонда «Мост»", "Edgar “Bear” Lindt". It is no quote and parts no cue. */
export function isNameInMarks(text: string, { start, end, closed }: MarkedStretch, grammar: Grammar): boolean {
  const inner = text.slice(start, Math.min(end, start + LONGEST_NAME));
  if (!closed || end - start >= LONGEST_NAME || !/^\p{Lu}[\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+){0,2}$/u.test(inner))
    return false;
  const before = /(?<![\p{L}-])(\p{L}[\p{L}-]{0,40}) .$/u.exec(text.slice(Math.max(0, start - 44), start))?.[1];
  const word = before?.toLowerCase() ?? '';
  // German nouns have capitals: only what stands behind one ("das Magazin „Der Weg“") is surely a name.
  if (grammar.language === 'de' && !/^\p{Lu}/u.test(before ?? '')) return false;
  // "a hat and “Ida Holm” pins"
  if (/^(?:and|or)$/u.test(word) && /^(?:\p{Lu}[\p{L}\p{N}-]* ?)+$/u.test(inner)) return true;
  return (
    before !== undefined && !grammar.cues.has(word) && !grammar.boundaries.has(word) && !grammar.prepositions.has(word)
  );
}

/** A name in marks is not longer than this, in UTF-16 units. */
const LONGEST_NAME = 40;

/** What has no cue is believed to be a quote from this many words on, or as a whole sentence. */
const UNCUED_WORDS = 5;

/** Whether what stands in marks is somebody’s words, by its length, its shape and what ties it to a speaker. */
export function isQuote(
  text: string,
  stretch: MarkedStretch,
  found: Attribution | undefined,
  grammar: Grammar,
): boolean {
  const inner = text.slice(stretch.start, stretch.end);
  const words = wordCount(text, stretch);
  if (words === 0) return false;
  if (!stretch.closed && !opensParagraph(text, stretch) && !isTakenUp(text, stretch)) return false;
  const weak = found === undefined || found.tie === 'subject' || found.tie === 'neighbour' || found.tie === 'continued';
  if (grammar.language === 'de') return isGermanQuote(text, stretch, words, weak);
  if (!weak && words >= 2) return !isTitleCase(inner, words) || /[.!?,…]$/u.test(inner) || found.tie === 'cue-after';
  if (!weak) return grammar.language === 'en' || /[.!?,…]$/u.test(inner);
  if (/^\p{Lu}.*[.!?…]$/su.test(inner)) return words >= 3;
  if (grammar.language !== 'en' && isSentence(text, stretch)) return words >= 3;
  return words >= UNCUED_WORDS && !isTitleCase(inner, words);
}

/**
 * German sets the titles of works and the names of bodies in marks, too. These begin with a capital letter; somebody’s
 * words, where they are a part of a sentence, mostly do not.
 */
function isGermanQuote(text: string, stretch: MarkedStretch, words: number, weak: boolean): boolean {
  const inner = text.slice(stretch.start, stretch.end);
  if (isTitleOf(text, stretch) || /^\S+\.\p{Ll}{2,3}$/u.test(inner)) return false;
  if (isNaming(text, stretch)) return true;
  if (/^\P{Lu}/u.test(inner)) return words >= 1;
  if (/[.!?,…]$/u.test(inner)) return words >= 3 || (!weak && words >= 1);
  return words >= UNCUED_WORDS || (!weak && words >= 3);
}

/** "der Film „…“", "unter dem Motto „…“": what the noun before the mark is the name of. */
function isTitleOf(text: string, { start }: MarkedStretch): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return TITLED.test(before);
}

const TITLED =
  /(?<!\p{L})\p{L}*(?:titels?|mottos?|lied(?:e?s|er|ern)?|songs?|films?|filme|filmes|albums?|buch(?:e?s)?|romans?|stück(?:e?s)?|serie|sendung|ausstellung|organisation|gruppe|partei|gewerkschaft|zeitung|magazin(?:e?s)?|stamm(?:e?s)?|projekt(?:e?s)?|kampagne|initiative|bezeichnung|begriffs?|prädikat|namens?|schiff(?:e?s)?|theaterstück(?:e?s)?|oper|musical|spiel(?:e?s)?|reihe|studie|themen wie|gesetz(?:e?s)?|firma|unternehmen|unternehmensgruppe|verein(?:e?s)?|bündnis|operation|schlagzeile|stichwort|homepage|website|webseite) (?:von |namens )?[„“"»«]$/iu;

/** "nannte ihn „Wortbruch“", "als „falsch“ bezeichnet": German verbs that name something take single words, too. */
function isNaming(text: string, { start, end }: MarkedStretch): boolean {
  const before =
    text
      .slice(Math.max(0, start - 90), start)
      .split(/[.!?] /u)
      .at(-1) ?? '';
  const after = text.slice(end + 1, end + 40);
  return (
    /(?<!\p{L})(?:nann?te[n]?|nennt|bezeichne\p{L}+|beschr(?:ie|ei)b\p{L}*|kritisier\p{L}+|verurteil\p{L}+|wertet?e?n?|würdigt\p{L}*|sprach(?:en)? von|spricht von|sieht|als)(?!\p{L})[^.!?]*$/u.test(
      before,
    ) &&
    (/(?<!\p{L})(?:nann?te[n]?|nennt|bezeichn\p{L}+|beschr(?:ie|ei)b\p{L}*|kritisier\p{L}+|verurteil\p{L}+|wertet?e?n?|würdigt\p{L}*|sprach(?:en)?|spricht)(?!\p{L})/u.test(
      before,
    ) ||
      /^,? ?(?:zurück(?:gewiesen)?|bezeichn\p{L}+|beschrieb\p{L}*|genannt|kritisier\p{L}+|eingestuft|gewertet)(?!\p{L})/u.test(
        after,
      ))
  );
}

/** True for words that open with a capital letter and stand behind a colon or a full stop, as no name in marks does. */
function isSentence(text: string, { start, end, paragraph }: MarkedStretch): boolean {
  const before = text.slice(Math.max(paragraph.start, start - 4), start - 1).trimEnd();
  const apart = before === '' ? start - paragraph.start <= 2 : /[:.!?]$/u.test(before);
  return apart && /^\p{Lu}/u.test(text.slice(start, start + 2)) && /^.\s*[.,!?–—-]/u.test(text.slice(end, end + 4));
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

export function wordCount(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}
