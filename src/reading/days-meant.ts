import { type Day, dayNumber, weekdayOfDay } from './calendar.ts';
import type { DateInText } from './dates.ts';

/**
 * The days that a date may mean for a text of that day, as day numbers: one for a full date, the last and, of what is
 * to come, the next for a weekday. Empty where it does not tell, and for all but full dates where `today` is unknown.
 */
export function daysMeant(date: DateInText, today: Day | undefined): number[] {
  if (date.day !== undefined && date.month !== undefined) {
    const { day, month } = date;
    if (date.year !== undefined) return [dayNumber({ year: date.year, month, day })];
    return today === undefined ? [] : [nearest(day, month, today)];
  }
  if (today === undefined) return [];
  const now = dayNumber(today);
  if (date.daysOff !== undefined) return [now + date.daysOff];
  if (date.weekday === undefined) return [];
  const back = (weekdayOfDay(now) - date.weekday + 7) % 7;
  if (date.direction < 0) return [now - back, now - back - 7].filter((day) => day < now);
  if (date.direction > 0) return [now - back + 7, now - back + 14];
  return date.ahead ? [now - back, now - back + 7] : [now - back];
}

/** The year that brings a day and a month nearest to today. */
function nearest(day: number, month: number, today: Day): number {
  const years = [today.year - 1, today.year, today.year + 1];
  const now = dayNumber(today);
  const days = years.map((year) => dayNumber({ year, month, day }));
  return days.reduce((best, one) => (Math.abs(one - now) < Math.abs(best - now) ? one : best));
}
