import type { Temporal } from 'temporal-polyfill';
import type { BriefingStyle } from '../briefing/style.ts';
import { type Schedule, WEEKDAYS, WEEKENDS, type Weekday } from '../delivery/schedule.ts';
import { type CountryCode, countryName, flag } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import places from './data/zone-places.json' with { type: 'json' };
import { wordsIn } from './messages/words.ts';

/**
 * Language and zone of the chat that reads: what every date and name on a screen depends on. How it wants briefings told
 * is as usual where that is left out.
 */
export interface Reader extends Partial<BriefingStyle> {
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
}

/** "Wed 25 Nov", «ср, 25 нояб.», «ср, 25 қар.» */
export function formatDay(instant: Temporal.Instant, reader: Reader): string {
  const formatter = formatterFor(reader, { weekday: 'short', day: 'numeric', month: 'short' });
  if (reader.language !== 'kk') return formatter.format(instant.epochMilliseconds);
  // CLDR puts the weekday last: «25 қар., ср», which a time of day cannot follow.
  const parts = new Map(formatter.formatToParts(instant.epochMilliseconds).map(({ type, value }) => [type, value]));
  return `${parts.get('weekday')}, ${parts.get('day')} ${parts.get('month')}`;
}

/** "20 Nov 2026": for what may be long ago. */
export function formatDate(instant: Temporal.Instant, reader: Reader): string {
  return format(instant, reader, { day: 'numeric', month: 'short', year: 'numeric' });
}

/**
 * When a source says that it published an article: "1 Mar", with its year where that is not this one's, and with the time
 * in the reader's zone where the source gives an instant ("2026-03-01T06:00:00Z") rather than a day ("2026-03-01").
 */
export function formatPublished(published: string, now: Temporal.Instant, reader: Reader): string {
  const isDay = !published.includes('T');
  const zoned = isDay ? { ...reader, timeZone: 'UTC' } : reader;
  const at = Date.parse(published);
  const day = { day: 'numeric', month: 'short' } as const;
  const year = (moment: number) => formatterFor(zoned, { year: 'numeric' }).format(moment);
  const isThisYear = year(at) === year(now.epochMilliseconds);
  const shown = formatterFor(zoned, isThisYear ? day : { ...day, year: 'numeric' }).format(at);
  if (isDay) return shown;
  return `${shown}, ${formatterFor(zoned, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)}`;
}

/** "08:00" */
export function formatTime(instant: Temporal.Instant, reader: Reader): string {
  return format(instant, reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Wed 25 Nov, 08:00" */
export function formatMoment(instant: Temporal.Instant, reader: Reader): string {
  return `${formatDay(instant, reader)}, ${formatTime(instant, reader)}`;
}

/** A zone's city as the reader writes it, where that is known: «Москва» for "Europe/Moscow"; an offset as "UTC+5". */
export function formatPlace(timeZone: string, language: InterfaceLanguage): string {
  const known = language === 'en' ? undefined : PLACES[timeZone]?.[language];
  return known ?? (formatZone(timeZone).split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** A zone's IANA name; those of the kind "Etc/GMT-5", which count westward, as "UTC+5". */
export function formatZone(timeZone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone) ?? [];
  return hours === undefined ? timeZone : `UTC${sign === '-' ? '+' : '-'}${hours}`;
}

const PLACES: Readonly<Record<string, Readonly<Record<'ru' | 'kk', string>>>> = places;

/** What somebody typed, to be said back to him: what is longer than a name ends in an ellipsis. */
export function clip(typed: string): string {
  const characters = [...typed];
  return characters.length <= MOST_SAID_BACK ? typed : `${characters.slice(0, MOST_SAID_BACK).join('')}…`;
}

/** "🇰🇿 Kazakhstan" */
export function countryLabel(code: CountryCode, language: InterfaceLanguage): string {
  return `${flag(code)} ${countryName(code, language)}`;
}

const MOST_SAID_BACK = 60;

/** "🇰🇿 Kazakhstan, 🇧🇾 Belarus" */
export function countryList(codes: readonly CountryCode[], language: InterfaceLanguage): string {
  return codes.map((code) => countryLabel(code, language)).join(', ');
}

/** "At 08:00, on weekdays." */
export function formatSchedule(schedule: Schedule | undefined, language: InterfaceLanguage): string {
  const words = wordsIn(language).schedule;
  if (schedule === undefined) return words.off;
  return words.at(schedule.times.join(', '), formatDays(schedule.days, language));
}

function formatDays(days: readonly Weekday[], language: InterfaceLanguage): string {
  const words = wordsIn(language).schedule;
  if (days.length === 7) return words.daily;
  if (sameDays(days, WEEKDAYS)) return words.weekdays;
  if (sameDays(days, WEEKENDS)) return words.weekends;
  return days.map((day) => formatWeekday(day, language)).join(', ');
}

/** "Mon" */
export function formatWeekday(day: Weekday, language: InterfaceLanguage): string {
  // 1 January 2024 was a Monday.
  return formatterFor({ language, timeZone: 'UTC' }, { weekday: 'short' }).format(Date.UTC(2024, 0, day));
}

function sameDays(days: readonly Weekday[], others: readonly Weekday[]): boolean {
  return days.length === others.length && others.every((day) => days.includes(day));
}

function format(instant: Temporal.Instant, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return formatterFor(reader, options).format(instant.epochMilliseconds);
}

/** Formatters are dear to make (about 50 µs) and few are needed: one for each language, zone and shape. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor({ language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.values(options).join()}`;
  const made = formatters.get(key);
  if (made !== undefined) return made;
  const formatter = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone });
  formatters.set(key, formatter);
  return formatter;
}
