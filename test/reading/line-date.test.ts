import { describe, expect, test } from 'vitest';
import { dateIn } from '../../src/reading/line-date.ts';

describe('the day', () => {
  test.each([
    ['Published 24 November 2026', '2026-11-24'],
    ['24.11.2026, 14:05', '2026-11-24'],
    ['Tuesday, November 24, 2026', '2026-11-24'],
    ['24th of November 2026', '2026-11-24'],
    ['11/24/2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['12:05, 24.11.26', '2026-11-24'],
    ['24 ноября 2026 г.', '2026-11-24'],
    ['2026 жылғы 24 қараша', '2026-11-24'],
    ['24 қараша 2026 ж.', '2026-11-24'],
    ['Dienstag, 24. November 2026, 14.05 Uhr', '2026-11-24'],
    ['24-noyabr 2026', '2026-11-24'],
    ['2026-yil 24-noyabr', '2026-11-24'],
    ['24 листопада 2026 року', '2026-11-24'],
    ['24 лістапада 2026', '2026-11-24'],
    ['24 ნოემბერი 2026', '2026-11-24'],
    ['24 նոյեմբերի 2026', '2026-11-24'],
    ['24 noyabr 2026', '2026-11-24'],
    ['24 Kasım 2026', '2026-11-24'],
    ['le 24 novembre 2026', '2026-11-24'],
    ['24 de noviembre de 2026', '2026-11-24'],
    ['2026年11月24日', '2026-11-24'],
    ['24 نوفمبر 2026', '2026-11-24'],
    ['29 February 2028', '2028-02-29'],
  ])('of "%s" is %s', (line, iso) => {
    expect(dateIn(line)?.iso).toBe(iso);
  });

  test.each([
    ['without its year', '24 November, 14:05'],
    ['that no month has', '31.02.2026'],
    ['that is no leap year’s', '29 February 2026'],
    ['whose order is open', '05/06/2026'],
    ['in a word that names no month', 'Room 24 Nowhere 2026'],
    ['in a telephone number', '+49 24-11-2026-77'],
  ])('is none %s', (_, line) => {
    expect(dateIn(line)).toBeUndefined();
  });

  test('is told by the figures where both are the same', () => {
    expect(dateIn('06/06/2026')?.iso).toBe('2026-06-06');
  });
});

describe('the instant', () => {
  test.each([
    ['Nov 24, 2026 9:30 AM EST', '2026-11-24T14:30:00Z'],
    ['Nov 24, 2026 12:30 a.m. GMT', '2026-11-24T00:30:00Z'],
    ['Updated: 11:27 EST, 26 December 2023', '2023-12-26T16:27:00Z'],
    ['Tue 24 Nov 2026 14.02 GMT', '2026-11-24T14:02:00Z'],
    ['24 ноября 2026 г., 14:05 мск', '2026-11-24T11:05:00Z'],
    ['2026-11-24T09:30:00+05:00', '2026-11-24T04:30:00Z'],
    ['2026-11-24T09:30:15Z', '2026-11-24T09:30:15Z'],
    ['Tue, 24 Nov 2026 09:30:00 +0600', '2026-11-24T03:30:00Z'],
    ['24 November 2026 at 3pm (GMT+5)', '2026-11-24T10:00:00Z'],
    ['1 January 2027, 02:00 MSK', '2026-12-31T23:00:00Z'],
  ])('of "%s" is %s', (line, iso) => {
    expect(dateIn(line)?.iso).toBe(iso);
  });

  test.each([
    ['24.11.2026, 14:05', 'there is no zone'],
    ['24.11.2026, 14:05 IST', 'the zone stands for several'],
    ['24.11.2026, 25:05 GMT', 'no day has such a time'],
    ['24 November 2026. The bus of all buses left at 14:05 GMT', 'the time stands far away'],
  ])('of "%s" is only a day, for %s', (line) => {
    expect(dateIn(line)?.iso).toBe('2026-11-24');
  });
});

test('the span holds the date with its time', () => {
  const line = 'Published 24 November 2026, 09:30 GMT · Updated 25 November 2026, 11:00 GMT';
  const date = dateIn(line);
  expect(line.slice(date?.start, date?.end)).toBe('24 November 2026, 09:30 GMT');
});
