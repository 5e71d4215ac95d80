import type { Span } from '../news/quote.ts';
import { type Day, dayNumber, monthOfDay } from './calendar.ts';
import { type DateInText, datesIn } from './dates.ts';
import { daysMeant } from './days-meant.ts';
import type { Fault } from './fault.ts';

/** What an article tells of time. */
export interface TimeEvidence {
  /** The day that the article was written on, where it is known. */
  readonly today: Day | undefined;
  readonly dates: readonly DateInText[];
  /** Every day that they may mean, and the day of writing. */
  readonly days: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

/** A date that stands so far into an article, in UTF-16 units, may be that of its writing. */
const HEAD = 600;
const YEAR = /(?<!\p{N})(?:1[5-9]|20)\p{N}{2}(?!\p{N})/gu;

/**
 * The dates of an article. `published`: the day of its publication; where it is not known, the first full date in the
 * article's head stands for it.
 */
export function timeEvidence(article: string, published: Day | undefined): TimeEvidence {
  const dates = datesIn(article);
  const today = published ?? writtenOn(dates);
  const days = new Set(dates.flatMap((date) => daysMeant(date, today)));
  const years = new Set(Array.from(article.matchAll(YEAR), ([year]) => Number(year)));
  if (today !== undefined) {
    days.add(dayNumber(today));
    years.add(today.year);
    for (const { yearsOff } of dates) if (yearsOff !== undefined) years.add(today.year + yearsOff);
  }
  return { today, dates, days, years };
}

function writtenOn(dates: readonly DateInText[]): Day | undefined {
  for (const { start, day, month, year } of dates) {
    if (start > HEAD) return undefined;
    if (day !== undefined && month !== undefined && year !== undefined) return { day, month, year };
  }
  return undefined;
}

/** The first date of a sentence that the article does not give, and the places of those that it does. */
export function checkDates(
  evidence: TimeEvidence,
  sentence: string,
): { readonly fault: Fault | undefined; readonly sure: readonly Span[] } {
  const dates = datesIn(sentence);
  const wrong = dates.find((date) => !isSupported(evidence, date));
  return {
    fault:
      wrong === undefined ? undefined : { why: 'date', claim: wrong.text, at: { start: wrong.start, end: wrong.end } },
    sure: dates.filter((date) => date !== wrong),
  };
}

function isSupported(evidence: TimeEvidence, date: DateInText): boolean {
  if (daysMeant(date, evidence.today).some((day) => evidence.days.has(day))) return true;
  if (date.day !== undefined) return evidence.dates.some((found) => isSameDay(date, found));
  if (date.weekday !== undefined) return evidence.dates.some(({ weekday }) => weekday === date.weekday);
  if (date.daysOff !== undefined)
    return date.daysOff === 0 || evidence.dates.some(({ daysOff }) => daysOff === date.daysOff);
  if (date.yearsOff !== undefined) return isYearKnown(evidence, date.yearsOff);
  return isMonthKnown(evidence, date);
}

function isSameDay(claimed: DateInText, found: DateInText): boolean {
  const years = [claimed.year, found.year];
  return (
    claimed.day === found.day &&
    claimed.month === found.month &&
    (years.includes(undefined) || claimed.year === found.year)
  );
}

/** "Last year" where the article says the same, or gives the year. */
function isYearKnown({ dates, today, years }: TimeEvidence, yearsOff: number): boolean {
  return today === undefined || years.has(today.year + yearsOff) || dates.some((found) => found.yearsOff === yearsOff);
}

function isMonthKnown({ dates, days, years }: TimeEvidence, { month, year }: DateInText): boolean {
  const named = dates.some(
    (found) => found.month === month && (year === undefined || [undefined, year].includes(found.year)),
  );
  const meant = [...days].some((day) => monthOfDay(day) === month);
  return (named || meant) && (year === undefined || years.has(year));
}
