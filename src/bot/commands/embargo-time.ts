import { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../briefing/window.ts';

/**
 * The instant that an editor typed: `18:30` is the next such time in his zone, `2026-11-30 06:00` that day's. Undefined
 * for what is no time, or lies in the past.
 */
export function parseEmbargo(text: string, timeZone: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const typed = /^(?:(\d{4}-\d{1,2}-\d{1,2})[ T]+)?(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (typed === null) return undefined;
  const [, date, hour, minute] = typed;
  const local = now.toZonedDateTimeISO(timeZone);
  try {
    const time = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }, { overflow: 'reject' });
    const day = date === undefined ? local.toPlainDate() : parseDate(date);
    if (day === undefined) return undefined;
    const at = day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
    if (Temporal.Instant.compare(at, now) > 0) return at;
    return date === undefined
      ? day.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
      : undefined;
  } catch {
    return undefined;
  }
}
