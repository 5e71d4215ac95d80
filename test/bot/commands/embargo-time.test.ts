import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseEmbargo } from '../../../src/bot/commands/embargo-time.ts';

const ZONE = 'Asia/Almaty';
/** 13:00 in Almaty. */
const NOW = Temporal.Instant.from('2026-11-25T08:00:00Z');
const parse = (text: string, zone = ZONE, now = NOW) => parseEmbargo(text, zone, now)?.toString();

describe('the time of an embargo', () => {
  it.each([
    ['18:30', '2026-11-25T13:30:00Z'],
    [' 18.30 ', '2026-11-25T13:30:00Z'],
    ['13:01', '2026-11-25T08:01:00Z'],
    ['13:00', '2026-11-26T08:00:00Z'],
    ['6:00', '2026-11-26T01:00:00Z'],
    ['00:00', '2026-11-25T19:00:00Z'],
    ['2026-11-30 06:00', '2026-11-30T01:00:00Z'],
    ['2026-11-30T06:00', '2026-11-30T01:00:00Z'],
    ['2026-12-1   6:05', '2026-12-01T01:05:00Z'],
    ['2026-11-25 13:01', '2026-11-25T08:01:00Z'],
  ])('%s is the next such time in the zone of the editor', (text, instant) => {
    expect(parse(text)).toBe(instant);
  });

  it.each([
    '',
    'tomorrow',
    '25:99',
    '24:00',
    '12:60',
    '18',
    '18:3',
    '2026-11-30',
    '2026-02-30 06:00',
    '2026-13-01 06:00',
    '2026-11-25 13:00',
    '2026-11-24 23:00',
    '18:30:00',
    '-1:30',
    '18:30\n19:30',
  ])('"%s" is none, or lies in the past', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('takes a time that the clocks skip for the one that they show instead', () => {
    const evening = Temporal.Instant.from('2026-03-28T20:00:00Z');
    expect(parse('02:30', 'Europe/Berlin', evening)).toBe('2026-03-29T01:30:00Z');
  });

  it('is always after now, and within a day where no date is named', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Almaty', 'America/St_Johns', 'Australia/Lord_Howe'),
        (hour, minute, minutes, zone) => {
          const now = NOW.add({ minutes });
          const at = parseEmbargo(`${hour}:${String(minute).padStart(2, '0')}`, zone, now);
          const ahead = at?.since(now).total('minutes') ?? Number.NaN;
          expect(ahead).toBeGreaterThan(0);
          expect(ahead).toBeLessThanOrEqual(25 * 60);
        },
      ),
    );
  });
});
