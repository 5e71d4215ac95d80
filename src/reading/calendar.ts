import table from './data/calendar.json' with { type: 'json' };

/** A day of the calendar; months and days from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = numbered(table.months);
const WEEKDAYS = numbered(table.weekdays);
const DAYS = numbered(table.days);
const AGO = new Set(table.ago.split(' '));
const AHEAD = new Set(table.ahead.split(' '));
const YEAR = new Set(table.year.split(' '));

const BEGINNINGS = new Set(
  [...MONTHS.keys(), ...WEEKDAYS.keys(), ...DAYS.keys(), ...YEAR].map((word) => word.slice(0, 2)),
);

/** Longest ending of a month or a weekday in Russian and Kazakh ("қарашадағы"). */
const LONGEST_ENDING = 6;
const MILLISECONDS_A_DAY = 86_400_000;

/** False for the many words that cannot be any of the calendar's, by their first letters. */
export function mayBeOfCalendar(word: string): boolean {
  return BEGINNINGS.has(word.slice(0, 2).toLowerCase());
}

/**
 * The number of a month from 1. In Latin letters what is short wants a capital, and so does what is a word besides
 * ("may", "march"), unless it stands beside a day's number.
 */
export function monthOf(word: string, besideNumber = false): number | undefined {
  return besideNumber || isWritten(word) ? lookUp(MONTHS, word.toLowerCase()) : undefined;
}

/** The number of a weekday, Monday 1. `before`: the word ahead of it ("среда" is a weekday after "в" alone). */
export function weekdayOf(word: string, before: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^сред/u.test(lower) && !/^(?:в|во|на|к|со|эту|прошлую|минувшую|следующую)$/u.test(before.toLowerCase()))
    return undefined;
  return isWritten(word) ? lookUp(WEEKDAYS, lower) : undefined;
}

/** Days from today: "yesterday" is -1. */
export function daysFromToday(word: string): number | undefined {
  return word === 'Morgen' ? undefined : lookUp(DAYS, word.toLowerCase());
}

/** -1 for "last", 1 for "next", 0 for anything else. */
export function directionOf(word: string): number {
  const lower = word.toLowerCase();
  if (AGO.has(lower)) return -1;
  return AHEAD.has(lower) ? 1 : 0;
}

export function isYearWord(word: string): boolean {
  return YEAR.has(word.toLowerCase());
}

/** Days since 1970, so that days can be counted and compared. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY);
}

/** Monday is 1. */
export function weekdayOfDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The month of a day's number, from 1. */
export function monthOfDay(number: number): number {
  return new Date(number * MILLISECONDS_A_DAY).getUTCMonth() + 1;
}

function isWritten(word: string): boolean {
  return !/^\p{Script=Latin}/u.test(word) || /^\p{Lu}/u.test(word) || word.length > 5;
}

function lookUp(known: ReadonlyMap<string, number>, lower: string): number | undefined {
  const exact = known.get(lower);
  if (exact !== undefined || /^\p{Script=Latin}/u.test(lower)) return exact;
  for (let cut = 0; cut <= LONGEST_ENDING && lower.length - cut >= 3; cut += 1) {
    const stem = known.get(`${lower.slice(0, lower.length - cut)}*`);
    if (stem !== undefined) return stem;
  }
  return undefined;
}

function numbered(lines: Readonly<Record<string, string>>): Map<string, number> {
  return new Map(
    Object.entries(lines).flatMap(([number, words]) => words.split(' ').map((word) => [word, Number(number)] as const)),
  );
}
