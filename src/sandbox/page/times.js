const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

export function timeOf(seconds) {
  return clock.format(new Date(seconds * 1000));
}

export function localTime(seconds) {
  return full.format(new Date(seconds * 1000));
}

export function dayOf(seconds) {
  const date = new Date(seconds * 1000);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? 'Today' : day.format(date);
}

/** The time of a message of today, otherwise its day. */
export function briefTime(seconds) {
  return dayOf(seconds) === 'Today' ? timeOf(seconds) : dayOf(seconds);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A moment in one of Telegram's formats: "r" is relative to now; otherwise "w" stands for the weekday, "d" or "D" for a
 * short or long date, "t" or "T" for a short or long time. Undefined where the format is none of these.
 */
export function momentIn(seconds, format) {
  if (format === 'r') return relative(seconds);
  const [, weekday, date, time] = /^(w?)([dD]?)([tT]?)$/.exec(format) ?? [];
  if (!format || weekday === undefined) return undefined;
  const parts = {
    ...(weekday && { weekday: 'long' }),
    ...(date && { day: 'numeric', month: date === 'D' ? 'long' : 'short', year: 'numeric' }),
    ...(time && { hour: '2-digit', minute: '2-digit' }),
    ...(time === 'T' && { second: '2-digit' }),
  };
  return new Intl.DateTimeFormat(undefined, parts).format(new Date(seconds * 1000));
}

function relative(seconds) {
  const away = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / size), unit);
}
