import { findByline, isMadeOfWords, isSignature, TOP } from './author.ts';
import { isTrade, nameBeforePlace, nameBeforeTrade, signedBy, sourceInByline } from './byline.ts';
import { type CreditDate, type Credits, creditsOf } from './credit-line.ts';
import { isDateLine, isUpdateLine } from './date-line.ts';
import { isDatelineAlone } from './dateline.ts';
import { type CutReason, furnitureReason } from './furniture.ts';
import { dateIn } from './line-date.ts';
import { isOutlet } from './outlet.ts';

/** Who wrote an article, for whom and when, and the lines that say so. */
export interface ArticleCredits extends Pick<Credits, 'byline' | 'source' | 'dateline'> {
  /** A day or an instant: what is said to be published, else an undescribed date, else an update. */
  readonly publishedAt: string | undefined;
  readonly lines: ReadonlyMap<number, CutReason>;
}

/** Credits stand above the text, within `TOP` paragraphs, and in the last ones of it. */
const BOTTOM = 8;

const SOURCE_LINE = /^(?:source|источник|quelle|дереккөз|manba|манба|джерело|крыніца)\s*[:—–]\s*(.{2,60})$/iu;
const FIRST_PUBLISHED =
  /^(?:this (?:article|story|report|piece|text) (?:was |has been )?(?:originally |first )?(?:appeared|published|released)(?: (?:in|on|by|at))?|впервые опубликовано(?: в| на)?|zuerst erschienen (?:in|im|bei)(?: der| dem)?) (.{2,60}?)\.?$/iu;
/** Who else worked on a report, and from where. */
const CONTRIBUTED =
  /^(?:reporting from [^.!?]{2,60}|[^.!?]{3,110} contributed (?:to this|reporting|to the)(?: \p{L}+){0,4}|(?:additional )?(?:reporting|research|editing) by [^.!?]{3,120})\.?$/iu;
const RIGHTS =
  /^(?:©|\(c\)|copyright)(?:\s?(?:©|\(c\)|copyright))?\s?(?:\d{4}(?:\s?[–-]\s?\d{4})?)?,?\s?(?:by )?([^.,|©]{2,50}?)(?:,? \d{4})?(?:[.,|].*)?$/iu;

/** Reads the credits of an article whose paragraphs were parted. */
export function readCredits(paragraphs: readonly string[]): ArticleCredits {
  const lines = new Map<number, CutReason>();
  const found: Credits[] = [];
  paragraphs.forEach((text, at) => {
    const credits = at < TOP || at >= paragraphs.length - BOTTOM ? lineCredits(paragraphs, text, at) : undefined;
    if (credits === undefined) return;
    found.push(credits);
    lines.set(at, reasonOf(credits));
  });
  const byline = found.find((credits) => credits.byline !== undefined)?.byline ?? findByline(paragraphs);
  paragraphs.forEach((text, at) => {
    if (!lines.has(at) && isOfByline(text, at, byline)) lines.set(at, 'byline');
    if (!lines.has(at) && (SOURCE_LINE.test(text) || FIRST_PUBLISHED.test(text))) lines.set(at, 'source');
    if (!lines.has(at) && CONTRIBUTED.test(text)) lines.set(at, 'byline');
  });
  return {
    byline,
    source: found.find(({ source }) => source !== undefined)?.source ?? sourceOf(paragraphs),
    dateline: found.find(({ dateline }) => dateline !== undefined)?.dateline,
    publishedAt: chosenDate([...found.flatMap(({ dates }) => dates), ...timeLines(paragraphs)]),
    lines,
  };
}

function lineCredits(paragraphs: readonly string[], text: string, at: number): Credits | undefined {
  if (at > 0 && at < TOP && isOutlet(text) && furnitureReason(text) === undefined && !isMadeOfWords(paragraphs, text))
    return { ...NONE, source: text };
  if (at > 0 && at < TOP && isDatelineAlone(text) && !isDateLine(text))
    return { ...NONE, dateline: text, dates: datesOf(text, 'none') };
  const credits = creditsOf(text);
  // The headline may look like a name between bars.
  if (credits === undefined || signedBy(text) !== undefined) return credits;
  if (at === 0) return credits.dates.length > 0 && !credits.isLoose ? credits : undefined;
  // Under the text, a name and a date may be an entry of a list.
  return at < TOP || credits.isSigned || (credits.byline === undefined && !credits.isLoose) ? credits : undefined;
}

const NONE: Credits = {
  byline: undefined,
  source: undefined,
  dateline: undefined,
  dates: [],
  isLoose: false,
  isSigned: false,
};

function reasonOf({ byline, source }: Credits): CutReason {
  if (byline !== undefined) return 'byline';
  return source === undefined ? 'time' : 'source';
}

function isOfByline(text: string, at: number, byline: string | undefined): boolean {
  if (signedBy(text) !== undefined) return true;
  if (byline === undefined) return false;
  const top =
    (at > 0 || text.includes('|')) &&
    at < TOP &&
    (isTrade(text) || (nameBeforePlace(text) ?? nameBeforeTrade(text)) === byline);
  return top || isSignature(text, byline);
}

/** The paper or agency, as a line names it that says so, else whose rights are kept. */
function sourceOf(paragraphs: readonly string[]): string | undefined {
  for (const text of paragraphs) {
    const named =
      SOURCE_LINE.exec(text)?.[1] ?? FIRST_PUBLISHED.exec(text)?.[1] ?? (signedBy(text) && sourceInByline(text));
    if (named !== undefined && (SOURCE_LINE.test(text) || isOutlet(named))) return named;
  }
  const owner = paragraphs
    .map((text) => (text.length > 160 ? undefined : RIGHTS.exec(text)?.[1]?.trim()))
    .find((name) => name !== undefined);
  return owner !== undefined && isOutlet(owner) ? owner : undefined;
}

/** The dates of lines that are nothing but dates, wherever they stand. */
function timeLines(paragraphs: readonly string[]): CreditDate[] {
  return paragraphs.flatMap((text) => {
    if (isDateLine(text)) return creditsOf(text)?.dates ?? datesOf(text, 'none');
    return isUpdateLine(text) ? datesOf(text, 'updated') : [];
  });
}

function datesOf(text: string, label: CreditDate['label']): CreditDate[] {
  const date = dateIn(text.slice(0, 80));
  return date === undefined ? [] : [{ iso: date.iso, label }];
}

function chosenDate(dates: readonly CreditDate[]): string | undefined {
  for (const label of ['published', 'none', 'updated'] as const) {
    const date = dates.find((candidate) => candidate.label === label);
    if (date !== undefined) return date.iso;
  }
  return undefined;
}
