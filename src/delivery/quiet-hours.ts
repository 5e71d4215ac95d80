import type { Temporal } from 'temporal-polyfill';

/** Local times of day, `HH:MM`, between which nothing shall sound; the end is outside of it. It may span midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** Whether it is quiet in the zone at the instant. Hours that end where they begin are the whole day. */
export function isQuiet(hours: QuietHours | undefined, timeZone: string, at: Temporal.Instant): boolean {
  if (hours === undefined) return false;
  const time = at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  return hours.from < hours.until ? hours.from <= time && time < hours.until : hours.from <= time || time < hours.until;
}
