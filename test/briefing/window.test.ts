import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { defaultWindow, takeWindow } from '../../src/briefing/window.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const at = (text: string) => Temporal.Instant.from(text);
const take = (text: string, zone = 'UTC') => takeWindow(text, zone, NOW);

describe('the window of a digest', () => {
  it('is the last day where none is named', () => {
    expect(defaultWindow(NOW)).toEqual({
      unit: 'hours',
      count: 24,
      since: at('2026-03-01T08:00:00Z'),
      until: undefined,
    });
  });

  it.each([
    ['24h', 'hours', 24, '2026-03-01T08:00:00Z'],
    ['1H', 'hours', 1, '2026-03-02T07:00:00Z'],
    ['7d', 'days', 7, '2026-02-23T08:00:00Z'],
    ['12ч', 'hours', 12, '2026-03-01T20:00:00Z'],
    ['3Д', 'days', 3, '2026-02-27T08:00:00Z'],
    ['366d', 'days', 366, '2025-03-01T08:00:00Z'],
  ])('reaches back %s', (text, unit, count, since) => {
    expect(take(`Kazakhstan ${text}`)).toEqual({
      rest: 'Kazakhstan',
      window: { unit, count, since: at(since), until: undefined },
      bad: undefined,
    });
  });

  it('is one calendar day in the zone of the reader', () => {
    const { window } = take('2026-02-20', 'Asia/Almaty');
    expect(window).toEqual({
      unit: 'day',
      count: 1,
      since: at('2026-02-19T19:00:00Z'),
      until: at('2026-02-20T19:00:00Z'),
    });
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-03-30', 24],
  ])('is as long as the day %s in Berlin, %d hours', (day, hours) => {
    const { window } = take(day, 'Europe/Berlin');
    expect(window?.until?.since(window.since).total('hours')).toBe(hours);
  });

  it('takes a day without leading noughts', () => {
    expect(take('2026-2-3').window).toEqual(take('2026-02-03').window);
  });

  it.each([
    ['', ''],
    ['Central Asia', 'Central Asia'],
    ['  Kazakhstan,  Belarus ', 'Kazakhstan,  Belarus'],
    ['7d Kazakhstan', '7d Kazakhstan'],
    ['24', '24'],
    ['h', 'h'],
    ['25.11.2026', '25.11.2026'],
  ])('is not named by "%s"', (text, rest) => {
    expect(take(text)).toEqual({ rest, window: undefined, bad: undefined });
  });

  it('keeps the words before it apart from it, and needs none', () => {
    expect(take('Kazakhstan, Belarus 24h').rest).toBe('Kazakhstan, Belarus');
    expect(take(' 24h ')).toMatchObject({ rest: '', bad: undefined, window: { count: 24 } });
  });

  it.each(['0h', '0d', '367d', '8785h', '999999h', '2026-02-30', '2026-13-01', '2026-00-10'])(
    'cannot be %s, and says so',
    (text) => {
      expect(take(`Kazakhstan ${text}`)).toEqual({ rest: 'Kazakhstan', window: undefined, bad: text });
    },
  );
});
