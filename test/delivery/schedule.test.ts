import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  EVERY_DAY,
  nextDue,
  nextDues,
  parseSchedule,
  type Schedule,
  type Weekday,
} from '../../src/delivery/schedule.ts';

const at = (text: string) => Temporal.Instant.from(text);
const daily = (...times: string[]): Schedule => ({ times, days: EVERY_DAY });
const dues = (schedule: Schedule, zone: string, after: string, count = 1) =>
  nextDues(schedule, zone, at(after), count).map(String);

describe('a typed schedule', () => {
  it.each([
    ['08:00', ['08:00'], EVERY_DAY],
    ['08:00 18:30', ['08:00', '18:30'], EVERY_DAY],
    ['18:30, 08:00', ['08:00', '18:30'], EVERY_DAY],
    ['8', ['08:00'], EVERY_DAY],
    ['8.30 8:30', ['08:30'], EVERY_DAY],
    ['0800', ['08:00'], EVERY_DAY],
    ['9am 9:30 pm', ['09:00', '21:30'], EVERY_DAY],
    ['12am 12 p.m.', ['00:00', '12:00'], EVERY_DAY],
    ['weekdays 07:30', ['07:30'], [1, 2, 3, 4, 5]],
    ['07:30 at weekends', ['07:30'], [6, 7]],
    ['daily 7', ['07:00'], EVERY_DAY],
    ['mon,thu 09:00', ['09:00'], [1, 4]],
    ['Thursday and MONDAY 09:00', ['09:00'], [1, 4]],
    ['mon–wed 9', ['09:00'], [1, 2, 3]],
    ['sat - mon 9', ['09:00'], [1, 6, 7]],
    ['пн,чт 8:00', ['08:00'], [1, 4]],
    ['по будням в 8:30', ['08:30'], [1, 2, 3, 4, 5]],
    ['дс, бс 9:00', ['09:00'], [1, 4]],
    ['жұмыс күндері 8:00', ['08:00'], [1, 2, 3, 4, 5]],
  ])('%s names its times and days', (text, times, days) => {
    expect(parseSchedule(text)).toEqual({ kind: 'schedule', schedule: { times, days } });
  });

  it.each(['off', 'OFF', ' off ', 'выкл', 'жоқ'])('%s switches briefings off', (text) => {
    expect(parseSchedule(text)).toEqual({ kind: 'off' });
  });

  it.each([
    ['25:99', '25:99'],
    ['08:00 24:00', '24:00'],
    ['8:60', '8:60'],
    ['13pm', '13pm'],
    ['mon-xyz 8', 'mon-xyz'],
    ['off 8:00', 'off'],
    ['08:00-18:00', '08:00-18:00'],
    ['tomorrow 8:00', 'tomorrow'],
    ['mon, thu', 'mon, thu'],
    ['', ''],
    ['1 2 3 4 5 6 7', '7'],
  ])('%j is refused with the part that is wrong', (text, part) => {
    expect(parseSchedule(text)).toEqual({ kind: 'invalid', part });
  });

  it('never throws, whatever is typed, and gives times in order', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9:apm ,monfri-]{0,40}$/)), (text) => {
        const parsed = parseSchedule(text);
        if (parsed.kind !== 'schedule') return;
        expect(parsed.schedule.times).toEqual([...new Set(parsed.schedule.times)].sort());
        expect(parsed.schedule.times.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('the next due time', () => {
  it('is later the same day, or else the next day that the schedule names', () => {
    expect(dues(daily('08:00', '18:30'), 'Asia/Almaty', '2026-11-25T03:00:00Z', 3)).toEqual([
      '2026-11-25T13:30:00Z',
      '2026-11-26T03:00:00Z',
      '2026-11-26T13:30:00Z',
    ]);
    expect(dues({ times: ['09:00'], days: [1, 4] }, 'UTC', '2026-11-26T09:00:00Z')).toEqual(['2026-11-30T09:00:00Z']);
  });

  it('falls at the end of the gap on the night that the clocks go forward', () => {
    expect(dues(daily('02:30'), 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    expect(dues(daily('02:10', '02:50'), 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:10:00Z',
    ]);
    expect(dues(daily('02:15'), 'Australia/Lord_Howe', '2026-10-03T00:00:00Z')).toEqual(['2026-10-03T15:30:00Z']);
  });

  it('comes once, the first time, on the night that the clocks go back', () => {
    expect(dues(daily('02:30'), 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
    expect(dues(daily('02:30'), 'Europe/Berlin', '2026-10-25T00:30:00Z')).toEqual(['2026-10-26T01:30:00Z']);
  });

  it('survives the day that Samoa left out', () => {
    expect(dues({ times: ['08:00'], days: [5] }, 'Pacific/Apia', '2011-12-28T00:00:00Z', 2)).toEqual([
      '2011-12-30T10:00:00Z',
      '2012-01-05T18:00:00Z',
    ]);
  });

  it('is, in any zone and year, ahead of now, at an asked local time or at the edge of a gap, and the first such', () => {
    fc.assert(
      fc.property(zones, instants, schedules, (zone, now, schedule) => {
        const due = nextDue(schedule, zone, now);
        expect(Temporal.Instant.compare(due, now)).toBe(1);
        expect(isAsked(schedule, due.toZonedDateTimeISO(zone)) || endsGapOverAsked(schedule, due, zone)).toBe(true);
        expect(localTimesBetween(schedule, zone, now, due)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const instants = fc
  .integer({ min: at('2020-01-01T00:00:00Z').epochMilliseconds, max: at('2040-01-01T00:00:00Z').epochMilliseconds })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const schedules: fc.Arbitrary<Schedule> = fc.record({
  times: fc.uniqueArray(times, { minLength: 1, maxLength: 6 }).map((chosen) => chosen.sort()),
  days: fc.uniqueArray(fc.constantFrom<Weekday>(...EVERY_DAY), { minLength: 1 }).map((chosen) => chosen.sort()),
});

function isAsked(schedule: Schedule, local: Temporal.ZonedDateTime): boolean {
  const time = local.toPlainTime();
  return schedule.days.some((day) => day === local.dayOfWeek) && schedule.times.some((asked) => time.equals(asked));
}

/** Whether the clocks go forward at that instant, over one of the asked times of that day. */
function endsGapOverAsked(schedule: Schedule, due: Temporal.Instant, zone: string): boolean {
  const last = due.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDateTime();
  const next = due.toZonedDateTimeISO(zone).toPlainDateTime();
  return schedule.times.some((time) =>
    [last.toPlainDate(), next.toPlainDate()].some((date) => {
      const asked = date.toPlainDateTime(time);
      const isNamed = schedule.days.some((day) => day === date.dayOfWeek);
      const isAfterLast = Temporal.PlainDateTime.compare(asked, last) > 0;
      return isNamed && isAfterLast && Temporal.PlainDateTime.compare(asked, next) < 0;
    }),
  );
}

/** By brute force over the hours: asked local times, in their first appearance, after `from` and before `until`. */
function localTimesBetween(
  schedule: Schedule,
  zone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): string[] {
  const found: string[] = [];
  const dates = new Set<string>();
  for (let hour = from; Temporal.Instant.compare(hour, until) < 0; hour = hour.add({ hours: 6 })) {
    dates.add(hour.toZonedDateTimeISO(zone).toPlainDate().toString());
  }
  for (const date of dates) {
    for (const time of schedule.times) {
      const local = Temporal.PlainDateTime.from(`${date}T${time}`);
      const instant = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant();
      const exists = instant.toZonedDateTimeISO(zone).toPlainDateTime().equals(local);
      const named = schedule.days.some((day) => day === local.dayOfWeek);
      const between = Temporal.Instant.compare(instant, from) > 0 && Temporal.Instant.compare(instant, until) < 0;
      if (exists && named && between) found.push(local.toString());
    }
  }
  return found;
}
