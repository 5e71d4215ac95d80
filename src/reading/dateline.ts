import { isMonth } from './line-date.ts';

/** Place and date at the head of a report, and the agency where it stands between them and the dash. */
export interface Dateline {
  readonly text: string;
  readonly source: string | undefined;
  /** Where the report itself begins, in UTF-16 units from the start of the paragraph. */
  readonly end: number;
}

/** A dateline is looked for in this many characters. */
const REACH = 110;
/** One in a line of its own is not longer than this. */
const LONGEST_ALONE = 60;

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)/iu;
const CAPITALS = /^\p{Lu}[\p{Lu}.'’‘ʻ-]+$/u;
const CAPITALISED = /^\p{Lu}[\p{L}.'’‘ʻ-]*$/u;
const YEAR_OR_DAY = /^\d{1,4}(?:st|nd|rd|th)?$/u;
const YEAR_WORD = /^(?:г|года|жыл|жылы|жылғы|yil|йил|ж)$/u;

/**
 * The dateline that opens a paragraph ("ASTANA, Nov 20 (Agency) —", "АСТАНА, 20 ноября —", "Berlin (dpa) -",
 * "АСТАНА. 20 қараша. ҚазАқпарат –"). Undefined where the words before the first dash are anything else.
 */
export function findDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, REACH);
  const dash = /(?:\s[-–—]{1,2}\s|[—–]\s?|\)\s?[-–—:]{1,2}\s?|\/\.?\s(?:[-–—]{1,2}\s)?)/u.exec(head);
  if (dash === null || dash.index < 2) return undefined;
  const bracket = /^[)/]/u.test(dash[0]) ? 1 : 0;
  const text = head.slice(0, dash.index + bracket).trim();
  const source = agencyInBrackets(text);
  const words = wordsOf(text);
  if (!readsAsDateline(text, words, source)) return undefined;
  return { text, source: source ?? agencyAtTheEnd(text), end: dash.index + dash[0].length };
}

/** True for a line that is a place and a day and nothing else ("VELDEN, November 20"). */
export function isDatelineAlone(line: string): boolean {
  if (line.length > LONGEST_ALONE || !/^\p{Lu}[^,.]*[,.] /u.test(line)) return false;
  const words = wordsOf(line);
  return isDated(words) && words.every(isKnown) && !isMonthOrNumber(words[0] ?? '');
}

function wordsOf(text: string): string[] {
  return text
    .replace(/[(/][^()/]*[)/]/gu, ' ')
    .replace(/(\d)(?:-|\.)(?=\p{L})/gu, '$1 ')
    .split(/[\s,./]+/u)
    .filter((word) => word !== '');
}

/** "(Steppe Wire)", "/ТАСС/"; a place may stand in brackets too, with its country behind a comma. */
function agencyInBrackets(text: string): string | undefined {
  const found = [...text.matchAll(/[(/]([^()/]{2,30})[)/]/gu)].at(-1);
  if (found === undefined || (found.index === 0 && found[1]?.includes(','))) return undefined;
  // "/Корр. ТАСС Иван Петров/": the agency's man there.
  const agency = /^корр\. ?(.*)$/iu.exec(found[1] ?? '')?.[1];
  return agency === undefined ? found[1] : /^\p{Lu}{2,}(?!\p{L})/u.exec(agency)?.[0];
}

function readsAsDateline(text: string, words: readonly string[], source: string | undefined): boolean {
  if (words.length > 9 || !words.every(isKnown)) return false;
  if (words.length === 0) return /^\(\p{Lu}/u.test(text);
  const inCapitals = words.every((word) => CAPITALS.test(word) || YEAR_OR_DAY.test(word) || isMonthOrNumber(word));
  const placed = /^[(\p{Lu}]/u.test(text);
  return placed && (isDated(words) || source !== undefined || (inCapitals && /^\p{Lu}{3}/u.test(text)));
}

function isKnown(word: string): boolean {
  return CAPITALISED.test(word) || isMonthOrNumber(word) || YEAR_WORD.test(word);
}

function isMonthOrNumber(word: string): boolean {
  return YEAR_OR_DAY.test(word) || MONTH.test(word) || isMonth(word);
}

function isDated(words: readonly string[]): boolean {
  return words.some((word, at) => (MONTH.test(word) || isMonth(word)) && [words[at - 1], words[at + 1]].some(isDay));
}

function isDay(word: string | undefined): boolean {
  return word !== undefined && /^\d{1,2}$/u.test(word);
}

/** "АСТАНА. 20 қараша. ҚазАқпарат": the agency follows the date. */
function agencyAtTheEnd(text: string): string | undefined {
  const last = /[.,]\s*([^.,]+)$/u.exec(text)?.[1]?.trim();
  return last !== undefined && /^\p{Lu}[\p{L}. ]+$/u.test(last) && !MONTH.test(last) ? last : undefined;
}
