import { EVERY_DAY, MOST_TIMES_A_DAY, type Schedule, type Weekday } from './schedule.ts';

/** What becomes of a schedule when one time or day is put in or taken out. */
export type ChangedSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  /** The last time was taken out. */
  | { readonly kind: 'off' }
  | { readonly kind: 'too-many-times' }
  | { readonly kind: 'no-day' };

/** Puts a local time of day, `HH:MM`, in or takes it out; where briefings were off, it is every day's. */
export function withTime(schedule: Schedule | undefined, time: string, isIn: boolean): ChangedSchedule {
  const others = (schedule?.times ?? []).filter((other) => other !== time);
  const times = isIn ? [...others, time].sort() : others;
  if (times.length === 0) return { kind: 'off' };
  if (times.length > MOST_TIMES_A_DAY) return { kind: 'too-many-times' };
  return { kind: 'schedule', schedule: { times, days: schedule?.days ?? EVERY_DAY } };
}

/** Puts a day in or takes it out; a week keeps one of them. */
export function withDay(schedule: Schedule, day: Weekday, isIn: boolean): ChangedSchedule {
  const others = schedule.days.filter((other) => other !== day);
  const days = isIn ? [...others, day].sort() : others;
  return days.length === 0 ? { kind: 'no-day' } : { kind: 'schedule', schedule: { ...schedule, days } };
}
