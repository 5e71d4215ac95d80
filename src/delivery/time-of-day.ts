const WITH_MINUTES = /^(\d{1,2})[:.h]?(\d{2})(am|pm)?$/u;
const HOUR_ONLY = /^(\d{1,2})(am|pm)?$/u;

/** Reads one time of day (`8`, `8:00`, `08.30`, `0800`, `9am`, `9:30pm`) as `HH:MM`; undefined where it is none. */
export function readTimeOfDay(word: string): string | undefined {
  const [, hour, minute, half] = HOUR_ONLY.test(word) ? hourOnly(word) : (WITH_MINUTES.exec(word) ?? []);
  if (hour === undefined || minute === undefined) return undefined;
  const hours = hourOfDay(Number(hour), half);
  if (hours === undefined || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function hourOnly(word: string): (string | undefined)[] {
  const [whole, hour, half] = HOUR_ONLY.exec(word) ?? [];
  return [whole, hour, '00', half];
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
