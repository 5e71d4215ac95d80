import type { Span } from '../news/quote.ts';
import dateWords from './data/date-words.json' with { type: 'json' };
import months from './data/months.json' with { type: 'json' };

/** A full date in a line of credits, together with the time of day and the zone that belong to it. */
export interface LineDate extends Span {
  /** A day ("2026-11-24"), or an instant ("2026-11-24T14:30:00Z") where the line gives the time with its zone. */
  readonly iso: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The named groups of the expressions below. */
interface Groups {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly first?: string;
  readonly second?: string;
  readonly mark?: string;
  readonly name?: string;
  readonly hour?: string;
  readonly minute?: string;
  readonly half?: string;
  readonly bare?: string;
  readonly zone?: string;
  readonly offset?: string;
}

const MONTHS = new Map(months.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])));
/** Minutes east of Greenwich. CST and MST are the American ones. */
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries(dateWords.zones));

/** The ways in which lines give a full date; those in figures whose order is open are read by `dayOfFigures`. */
const PATTERNS: readonly RegExp[] = [
  /(?<![\p{N}-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\p{N}-])/u,
  /(?<![\p{N}.])(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\p{N}-])/u,
  /(?<!\p{N})(?<day>\d{1,2})(?:st|nd|rd|th|\.|-го)?[\s-]{1,2}(?:of |de )?(?<name>[\p{L}\p{M}]{2,12})\.?,?(?: de)?\s{1,2}(?<year>\d{4})(?!\p{N})/u,
  /(?<![\p{L}\p{M}])(?<name>[\p{L}\p{M}]{3,12})\.?\s{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<year>\d{4})(?!\p{N})/u,
  /(?<!\p{N})(?<year>\d{4})(?:\s?-?(?:жылғы|жылы|жылдын|жыл|ж\.|yil|йил|ylyň|il))?,?\s{1,2}(?<day>\d{1,2})[\s-](?<name>[\p{L}\p{M}]{2,12})/u,
  /(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/u,
];

/** "2:05 pm EST", "14.05 Uhr", "(09:30 GMT+5)", "T09:30:00Z". */
const CLOCK =
  /(?<![\p{N}:.])(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:\.\d{1,6})?)?\s?(?<half>[ap]\.?m\b\.?)?|\s?(?<bare>[ap]\.?m\b\.?))\s?\(?(?:(?<zone>\p{Lu}{1,4})(?!\p{L}))?\s?(?<offset>[+-]\d{1,2}(?::?\d{2})?)?(?!\p{N})\)?/iu;

/** So far a time stands from the date it belongs to, in UTF-16 units: a comma, a weekday, an "at". */
const NEAR = 14;
/** No line of credits is longer than this, in UTF-16 units. */
const LONGEST = 220;

/**
 * The first full date of a line, in any of the languages of `data/months.json`; undefined where there is none, or only
 * one without its year. "05/06/2026" is left open: half the world reads it one way and half the other.
 */
export function dateIn(line: string): LineDate | undefined {
  if (line.length > LONGEST || !/\d/u.test(line)) return undefined;
  const found = PATTERNS.flatMap((pattern) => {
    const match = pattern.exec(line);
    const day = match?.groups === undefined ? undefined : dayOf(match.groups);
    return match === null || day === undefined ? [] : [{ day, start: match.index, end: match.index + match[0].length }];
  }).sort((a, b) => a.start - b.start)[0];
  return found === undefined ? undefined : withClock(line, found);
}

/** True for a word that names a month, with or without a full stop. */
export function isMonth(word: string): boolean {
  return monthOf(word) !== undefined;
}

function monthOf(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase().replace(/\.$/u, ''));
}

function dayOf(groups: Groups): Day | undefined {
  const { first, second, mark, name } = groups;
  const year = Number(groups.year?.padStart(4, '20'));
  if (first !== undefined && second !== undefined)
    return dayOfFigures(year, Number(first), Number(second), mark === '/');
  const month = name === undefined ? Number(groups.month) : (monthOf(name) ?? 0);
  return realDay({ year, month, day: Number(groups.day) });
}

/** Points and hyphens put the day first; between slashes either may stand first, so that only one above twelve tells. */
function dayOfFigures(year: number, first: number, second: number, slashes: boolean): Day | undefined {
  if (slashes && second > 12) return realDay({ year, month: first, day: second });
  if (slashes && first <= 12 && first !== second) return undefined;
  return realDay({ year, month: second, day: first });
}

function realDay(date: Day): Day | undefined {
  const { year, month, day } = date;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? date : undefined;
}

/** The time that stands right behind the date, else right before it, and belongs to it. */
function withClock(line: string, { day, start, end }: Span & { readonly day: Day }): LineDate {
  const plain = `${day.year}-${padded(day.month)}-${padded(day.day)}`;
  const behind = CLOCK.exec(line.slice(end).replace(/^T/u, ' '));
  if (behind !== null && behind.index <= NEAR)
    return {
      iso: atTime(day, behind.groups ?? {}) ?? plain,
      start,
      end: end + behind.index + behind[0].trimEnd().length,
    };
  const ahead = CLOCK.exec(line.slice(0, start));
  if (ahead !== null && start - ahead.index - ahead[0].length <= NEAR)
    return { iso: atTime(day, ahead.groups ?? {}) ?? plain, start: ahead.index, end };
  return { iso: plain, start, end };
}

/** Undefined where the time has no zone, or one that is not known. */
function atTime(day: Day, clock: Groups): string | undefined {
  const offset = offsetOf(clock);
  const minutes = minutesOf(clock);
  if (offset === undefined || minutes === undefined) return undefined;
  const at = Date.UTC(day.year, day.month - 1, day.day, 0, minutes - offset, Number(clock.second ?? 0));
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function minutesOf(clock: Groups): number | undefined {
  const half = (clock.half ?? clock.bare)?.charAt(0).toLowerCase();
  const hour = Number(clock.hour);
  const minute = Number(clock.minute ?? 0);
  if (minute > 59 || hour > (half === undefined ? 23 : 12)) return undefined;
  return (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
}

function offsetOf({ zone, offset }: Groups): number | undefined {
  const base = zone === undefined ? 0 : ZONES.get(zone.toUpperCase());
  if (base === undefined || (zone === undefined && offset === undefined)) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(offset ?? '') ?? [];
  return base + (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

function padded(part: number): string {
  return String(part).padStart(2, '0');
}
