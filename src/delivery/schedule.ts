import { Temporal } from 'temporal-polyfill';
import words from './data/schedule-words.json' with { type: 'json' };
import { readTimeOfDay } from './time-of-day.ts';

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a chat wants its briefings: local times of day, `HH:MM`, ascending, on these days. */
export interface Schedule {
  readonly times: readonly string[];
  readonly days: readonly Weekday[];
}

export type ParsedSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'off' }
  /** `part` is what could not be understood, as it was typed. */
  | { readonly kind: 'invalid'; readonly part: string };

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKENDS: readonly Weekday[] = [6, 7];

/** A chat may be briefed at most this many times a day. */
export const MOST_TIMES_A_DAY = 6;

const DAY_SETS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...EVERY_DAY.flatMap((day) => words.days[day].map((name): [string, readonly Weekday[]] => [name, [day]])),
  ...words.sets.daily.map((name): [string, readonly Weekday[]] => [name, EVERY_DAY]),
  ...words.sets.weekdays.map((name): [string, readonly Weekday[]] => [name, WEEKDAYS]),
  ...words.sets.weekends.map((name): [string, readonly Weekday[]] => [name, WEEKENDS]),
]);
const OFF: ReadonlySet<string> = new Set(words.off);
const FILLERS: ReadonlySet<string> = new Set(words.fillers);

/**
 * Reads what a person typed after /schedule: times of day (`08:00`, `8`, `8.30`, `0800`, `9:30 pm`), before or after
 * them the days (`weekdays`, `mon,thu`, `пн-пт`; none named means every day), or a word for off. Times come
 * out ascending and unique. Days without a time, and a seventh time, are invalid.
 */
export function parseSchedule(text: string): ParsedSchedule {
  const parts = partsOf(text);
  if (parts.length > 0 && parts.every((part) => OFF.has(wordOf(part)))) return { kind: 'off' };

  const times = new Set<string>();
  const days = new Set<Weekday>();
  for (const part of parts) {
    if (FILLERS.has(wordOf(part))) continue;
    const named = readDays(part);
    const time = readTimeOfDay(wordOf(part));
    if (named !== undefined) for (const day of named) days.add(day);
    else if (time !== undefined) times.add(time);
    else return { kind: 'invalid', part };
    if (times.size > MOST_TIMES_A_DAY) return { kind: 'invalid', part };
  }
  if (times.size === 0) return { kind: 'invalid', part: text.trim() };
  return {
    kind: 'schedule',
    schedule: { times: [...times].sort(), days: days.size === 0 ? EVERY_DAY : [...days].sort() },
  };
}

function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/(\d) ?([ap])\.? ?m\b\.?/giu, '$1$2m')
    .replace(/ ?[-–—] ?/gu, '-')
    .split(/[ ,;/]+/u)
    .filter((part) => part !== '');
}

function wordOf(part: string): string {
  return part.toLowerCase().replace(/\.+$/u, '');
}

function readDays(part: string): readonly Weekday[] | undefined {
  const [from, to, ...rest] = part.split('-').map((name) => DAY_SETS.get(wordOf(name)));
  if (!part.includes('-')) return from;
  const first = from?.[0];
  const last = to?.[0];
  if (rest.length > 0 || from?.length !== 1 || to?.length !== 1 || first === undefined || last === undefined) {
    return undefined;
  }
  const length = ((last - first + 7) % 7) + 1;
  return [...EVERY_DAY, ...EVERY_DAY].slice(first - 1, first - 1 + length);
}

/**
 * The first instant strictly after `after` at which the schedule falls due in the IANA zone. A local time that
 * the clocks skip that day falls due at the first instant after the gap; one that comes twice, the first time.
 */
export function nextDue(schedule: Schedule, timeZone: string, after: Temporal.Instant): Temporal.Instant {
  // A day that the calendar moves back over midnight makes yesterday possible; one that a zone leaves out
  // at the date line (Samoa, 2011) can take away the only day of a week.
  let date = after.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  for (let days = 0; days <= 16; days++, date = date.add({ days: 1 })) {
    if (!schedule.days.some((day) => day === date.dayOfWeek)) continue;
    for (const time of schedule.times) {
      const due = instantOf(date, time, timeZone);
      if (Temporal.Instant.compare(due, after) > 0) return due;
    }
  }
  throw new RangeError(`A schedule without times or days is never due: ${JSON.stringify(schedule)}`);
}

/** The next `count` instants after `after` at which the schedule falls due. */
export function nextDues(
  schedule: Schedule,
  timeZone: string,
  after: Temporal.Instant,
  count: number,
): Temporal.Instant[] {
  const dues: Temporal.Instant[] = [];
  for (let latest = after; dues.length < count; dues.push(latest)) latest = nextDue(schedule, timeZone, latest);
  return dues;
}

function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const local = date.toPlainDateTime(time);
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(local)) return first.toInstant();
  const endOfGap = first.getTimeZoneTransition('next');
  if (endOfGap === null) throw new RangeError(`${timeZone} skips ${local.toString()} without a transition`);
  return endOfGap.toInstant();
}
