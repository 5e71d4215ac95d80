import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import names from '../../src/delivery/data/zone-names.json' with { type: 'json' };
import { parseTimeZone } from '../../src/delivery/time-zone.ts';

describe('a typed time zone', () => {
  it.each([
    ['Asia/Almaty', 'Asia/Almaty'],
    ['asia/ALMATY', 'Asia/Almaty'],
    ['Almaty', 'Asia/Almaty'],
    ['Алматы', 'Asia/Almaty'],
    ['Астана', 'Asia/Almaty'],
    ['Ташкент', 'Asia/Tashkent'],
    ['Мәскеу', 'Europe/Moscow'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['Washington', 'America/New_York'],
    ['Beijing', 'Asia/Shanghai'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['são paulo', 'America/Sao_Paulo'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['UTC+0', 'UTC'],
    ['UTC+5', 'Etc/GMT-5'],
    ['GMT-3', 'Etc/GMT+3'],
    ['+05:00', 'Etc/GMT-5'],
    ['UTC+14', 'Etc/GMT-14'],
  ])('%s means %s', (text, timeZone) => {
    expect(parseTimeZone(text)).toEqual({ kind: 'zone', timeZone });
  });

  it('UTC+5 is five hours ahead of UTC', () => {
    const parsed = parseTimeZone('UTC+5');
    const noon = Temporal.Instant.from('2026-11-25T12:00:00Z');
    expect(parsed.kind === 'zone' && noon.toZonedDateTimeISO(parsed.timeZone).hour).toBe(17);
  });

  it('knows every zone of the run time, and names only zones that it knows', () => {
    const resolve = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const parsed = parseTimeZone(zone);
      expect(parsed.kind === 'zone' && resolve(parsed.timeZone), zone).toBe(zone);
    }
    for (const zone of [...Object.keys(names.cities), ...Object.values(names.renamed)]) {
      expect(() => resolve(zone), zone).not.toThrow();
    }
  });

  it('lists no city under two zones', () => {
    const cities = Object.values(names.cities).flat();
    expect(cities.filter((city, place) => cities.indexOf(city) !== place)).toEqual([]);
  });

  it.each([
    ['Almata', 'Asia/Almaty'],
    ['Asia/Almata', 'Asia/Almaty'],
    ['Алматты', 'Asia/Almaty'],
    ['Londno', 'Europe/London'],
  ])('%s is unknown, with %s as the nearest', (text, nearest) => {
    const parsed = parseTimeZone(text);
    expect(parsed.kind === 'unknown' && parsed.nearest[0]).toBe(nearest);
  });

  it.each(['Mars/Base', 'UTC+5:30', 'UTC+15', 'GMT-13', 'EST', '', 'x'.repeat(5000)])(
    '%s is unknown, and nothing is near',
    (text) => {
      expect(parseTimeZone(text)).toEqual({ kind: 'unknown', nearest: [] });
    },
  );
});
