import { inlineHeadings } from './inline-headings.ts';

/** Where breaks stand that no full stop with a capital behind it shows, as places in the text, rising. */
export function unmarkedBreaks(text: string, language: string): number[] {
  const breaks = [
    ...afterStopBeforeDigit(text),
    ...beforeLabels(text),
    ...listEntries(text),
    ...inlineHeadings(text, language),
    ...(language === 'el' ? greekQuestions(text) : []),
    ...faces(text),
    ...beforeSmallWords(text, language),
  ];
  return [...new Set(breaks)].sort((a, b) => a - b);
}

/**
 * "… of the year. 30 people came": Unicode's rules (UAX 29, SB8) see no end before a number that a word in lower
 * case follows.
 */
function afterStopBeforeDigit(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}%)][.!?…]["”»“’')\]]{0,3}\s{1,3}(?=\p{N})/gu)].map(
    ({ index, 0: match }) => index + match.length,
  );
}

/** A picture's credit, and the day that opens a report and has no full stop ("Thursday, May 7, 2015 On Tuesday …"). */
function beforeLabels(text: string): number[] {
  const credits = [...text.matchAll(/\s(?=(?:Image|Photo|Picture|File photo|Фото|Foto): \p{Lu})/gu)];
  const day = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4}\s(?=\p{Lu})/u.exec(text);
  return [...credits.map(({ index }) => index + 1), ...(day === null ? [] : [day[0].length])];
}

const ENTRY = /(?<=^|\s)(?:[•⁃▪‣]\s?)?(\p{N}{1,3}|\p{Ll})(?:\.\)|[.)])\s(?=\p{Lu})/gu;

/** The entries of a list that stands in one line: each carries the number or letter that follows the last one's. */
function listEntries(text: string): number[] {
  const breaks: number[] = [];
  let last: number | undefined;
  for (const match of text.matchAll(ENTRY)) {
    const order = orderOf(match[1] ?? '');
    if (atLineStart(text, match.index)) last = order;
    else if (last !== undefined && order === last + 1) {
      breaks.push(match.index);
      last = order;
    }
  }
  return breaks;
}

function orderOf(marker: string): number {
  return /^\p{N}/u.test(marker) ? Number(marker) : marker.charCodeAt(0);
}

function atLineStart(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === '\n';
}

/** Greek ends a question with what others take for a semicolon. */
function greekQuestions(text: string): number[] {
  return [...text.matchAll(/[;\u037e]\s+(?=\p{Lu})/gu)].map(({ index, 0: match }) => index + match.length);
}

/** ":-)" ends a sentence in letters and comments. */
function faces(text: string): number[] {
  return [...text.matchAll(/\s[:;]-?[)(D]\s+(?=\p{Lu})/gu)].map(({ index, 0: match }) => index + match.length);
}

/**
 * Hurried writers begin sentences small. No abbreviation is as long as a whole word of six letters, but for a few; in
 * Italian longer ones are made, and end in a consonant, as whole words do not.
 */
function beforeSmallWords(text: string, language: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}.-])\p{Ll}{6,30}\.\s+(?=\p{Ll}{2})/gu)]
    .filter(({ 0: match }) => !/^(?:approx|allgem|südwestl|nordwestl)\./u.test(match))
    .filter(({ 0: match }) => language !== 'it' || /[aeiouàèéìòù]\./u.test(match))
    .map(({ index, 0: match }) => index + match.length);
}
