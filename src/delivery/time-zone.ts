import { editDistance } from '../news/edit-distance.ts';
import names from './data/zone-names.json' with { type: 'json' };

export type ParsedTimeZone =
  | { readonly kind: 'zone'; readonly timeZone: string }
  /** `nearest` holds at most three IANA names that may have been meant, likeliest first. */
  | { readonly kind: 'unknown'; readonly nearest: string[] };

const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries(names.renamed));

/** Every zone of the run time, under the name that the IANA database uses today. */
const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED.get(zone) ?? zone);

/** From the folded form of a zone's name, of its city, and of the cities that keep its time, to the zone. */
const ZONE_BY_NAME: ReadonlyMap<string, string> = new Map([
  ...ZONES.map((zone): [string, string] => [fold(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
  ...Object.entries(names.cities).flatMap(([zone, cities]) =>
    cities.map((city): [string, string] => [fold(city), zone]),
  ),
  ...Object.entries(names.renamed).map(([former, zone]): [string, string] => [fold(former), zone]),
  ...ZONES.map((zone): [string, string] => [fold(zone), zone]),
]);

const MAX_NAME_LENGTH = 60;

/**
 * Reads a time zone as a person types it: an IANA name in any letter case, a city (with spaces, hyphens or
 * underscores; Latin or Cyrillic), `UTC`, or a whole-hour offset (`UTC+5`, `GMT-3`, `+05:00`) from -12 to +14.
 * Other offsets have no IANA zone and are unknown.
 */
export function parseTimeZone(text: string): ParsedTimeZone {
  const typed = text.trim().slice(0, MAX_NAME_LENGTH + 1);
  const timeZone = readOffset(typed) ?? ZONE_BY_NAME.get(fold(typed)) ?? readIanaName(typed);
  return timeZone === undefined ? { kind: 'unknown', nearest: nearestZones(fold(typed)) } : { kind: 'zone', timeZone };
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/[\s_.'’-]+/gu, '');
}

const OFFSET = /^(?:utc|gmt|z)? ?([+\-−–]) ?0?(\d{1,2})(?::?00)?$/iu;

/** Etc/GMT-5 is five hours *ahead* of UTC: POSIX counts westward. */
function readOffset(typed: string): string | undefined {
  if (/^(?:utc|gmt|z)(?: ?[+-] ?0)?$/iu.test(typed)) return 'UTC';
  const [, sign, digits] = OFFSET.exec(typed) ?? [];
  if (sign === undefined || digits === undefined) return undefined;
  const hours = Number(digits);
  if (hours === 0) return 'UTC';
  const ahead = sign === '+';
  return hours <= (ahead ? 14 : 12) ? `Etc/GMT${ahead ? '-' : '+'}${hours}` : undefined;
}

/** Names that the run time knows beside its own list, such as `US/Pacific`; bare offsets and `EST` are not names. */
function readIanaName(typed: string): string | undefined {
  if (!typed.includes('/')) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed.replaceAll(' ', '_') }).resolvedOptions();
    return RENAMED.get(timeZone) ?? timeZone;
  } catch {
    return undefined;
  }
}

function nearestZones(name: string): string[] {
  if (name.length < 3 || name.length > MAX_NAME_LENGTH) return [];
  const limit = Math.min(3, Math.floor(name.length / 3));
  const distances = new Map<string, number>();
  for (const [known, zone] of ZONE_BY_NAME) {
    const distance = editDistance(name, known, limit);
    if (distance <= limit) distances.set(zone, Math.min(distance, distances.get(zone) ?? distance));
  }
  return [...distances]
    .sort(([, one], [, other]) => one - other)
    .slice(0, 3)
    .map(([zone]) => zone);
}
