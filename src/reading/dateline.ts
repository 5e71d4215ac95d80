/** Place and date at the head of a report, and the agency where it stands between them and the dash. */
export interface Dateline {
  readonly text: string;
  readonly source: string | undefined;
  /** Where the report itself begins, in UTF-16 units from the start of the paragraph. */
  readonly end: number;
}

/** A dateline is looked for in this many characters. */
const REACH = 110;

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)/iu;
const CAPITALS = /^\p{Lu}[\p{Lu}.'’-]+$/u;
const CAPITALISED = /^\p{Lu}[\p{L}.'’-]*$/u;
const YEAR_OR_DAY = /^\d{1,4}(?:st|nd|rd|th)?$/u;
const YEAR_WORD = /^(?:г|года|жыл|жылы)$/u;

/**
 * The dateline that opens a paragraph ("ASTANA, Nov 20 (Agency) —", "АСТАНА, 20 ноября —", "Berlin (dpa) -",
 * "АСТАНА. 20 қараша. ҚазАқпарат –"). Undefined where the words before the first dash are anything else.
 */
export function findDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, REACH);
  const dash = /(?:\s[-–—]{1,2}\s|[—–]\s?|\)\s?[-–—:]{1,2}\s?|\/\.?\s(?:[-–—]\s)?)/u.exec(head);
  if (dash === null || dash.index < 2) return undefined;
  const bracket = /^[)/]/u.test(dash[0]) ? 1 : 0;
  const text = head.slice(0, dash.index + bracket).trim();
  const source = [...text.matchAll(/[(/]([^()/]{2,30})[)/]/gu)].at(-1)?.[1];
  const words = text
    .replace(/[(/][^()/]*[)/]/gu, ' ')
    .split(/[\s,.]+/u)
    .filter((word) => word !== '');
  if (!readsAsDateline(text, words, source)) return undefined;
  return { text, source: source ?? agencyAtTheEnd(text), end: dash.index + dash[0].length };
}

function readsAsDateline(text: string, words: readonly string[], source: string | undefined): boolean {
  if (words.length > 9) return false;
  const dated = words.some((word, at) => MONTH.test(word) && [words[at - 1], words[at + 1]].some(isDay));
  const known = words.every(
    (word) => CAPITALISED.test(word) || YEAR_OR_DAY.test(word) || MONTH.test(word) || YEAR_WORD.test(word),
  );
  if (!known) return false;
  if (words.length === 0) return source !== undefined && /^\(\p{Lu}/u.test(text);
  const inCapitals = words.every((word) => CAPITALS.test(word) || YEAR_OR_DAY.test(word) || MONTH.test(word));
  const placed = /^[(\p{Lu}]/u.test(text);
  return placed && (dated || source !== undefined || (inCapitals && /^\p{Lu}{3}/u.test(text)));
}

function isDay(word: string | undefined): boolean {
  return word !== undefined && /^\d{1,2}$/u.test(word);
}

/** "АСТАНА. 20 қараша. ҚазАқпарат": the agency follows the date. */
function agencyAtTheEnd(text: string): string | undefined {
  const last = /[.,]\s*([^.,]+)$/u.exec(text)?.[1]?.trim();
  return last !== undefined && /^\p{Lu}[\p{L}. ]+$/u.test(last) && !MONTH.test(last) ? last : undefined;
}
