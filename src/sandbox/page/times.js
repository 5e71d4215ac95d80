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
