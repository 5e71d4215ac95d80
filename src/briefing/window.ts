import { Temporal } from 'temporal-polyfill';

/** A stretch of time that a digest covers: from `since` on, before `until` where that is set. */
export interface Window {
  /** How it was asked for: a number of hours or days up to now, or one calendar day. */
  readonly unit: 'hours' | 'days' | 'day';
  readonly count: number;
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant | undefined;
}

const MOST_DAYS = 366;

/** The window of a digest that names none: the last 24 hours. */
export function defaultWindow(now: Temporal.Instant): Window {
  return { unit: 'hours', count: 24, since: now.subtract({ hours: 24 }), until: undefined };
}

/**
 * Takes a window off the end of what was typed: `24h`, `7d`, or a date such as `2026-11-20`, which is that day in the
 * reader's zone. What looks like a window but cannot be one (`0h`, `2026-02-30`) comes back as `bad`.
 */
export function takeWindow(
  text: string,
  timeZone: string,
  now: Temporal.Instant,
): { readonly rest: string; readonly window: Window | undefined; readonly bad: string | undefined } {
  const words = text.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (!/^(\d{1,6}[hdчд]|\d{1,4}-\d{1,2}-\d{1,2})$/i.test(last))
    return { rest: text.trim(), window: undefined, bad: undefined };
  const window = parseWindow(last.toLowerCase(), timeZone, now);
  return { rest: words.slice(0, -1).join(' '), window, bad: window === undefined ? last : undefined };
}

function parseWindow(word: string, timeZone: string, now: Temporal.Instant): Window | undefined {
  if (word.includes('-')) return parseDay(word, timeZone);
  const count = Number.parseInt(word, 10);
  const unit = /[hч]$/.test(word) ? 'hours' : 'days';
  const hours = unit === 'hours' ? count : count * 24;
  if (count < 1 || hours > MOST_DAYS * 24) return undefined;
  return { unit, count, since: now.subtract({ hours }), until: undefined };
}

function parseDay(word: string, timeZone: string): Window | undefined {
  const day = parseDate(word);
  if (day === undefined) return undefined;
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant();
  return { unit: 'day', count: 1, since: start(day), until: start(day.add({ days: 1 })) };
}

/** A date as people type it: `2026-11-05`, `2026-11-5`; undefined for a day that no calendar has. */
export function parseDate(text: string): Temporal.PlainDate | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
