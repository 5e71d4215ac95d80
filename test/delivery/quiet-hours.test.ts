import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { isQuiet } from '../../src/delivery/quiet-hours.ts';

const NIGHT = { from: '22:00', until: '07:00' };
const NAP = { from: '13:00', until: '14:30' };
const inAlmaty = (time: string) => Temporal.Instant.from(`2026-03-02T${time}:00+05:00`);

it.each([
  [NIGHT, '21:59', false],
  [NIGHT, '22:00', true],
  [NIGHT, '00:00', true],
  [NIGHT, '06:59', true],
  [NIGHT, '07:00', false],
  [NAP, '12:59', false],
  [NAP, '13:00', true],
  [NAP, '14:30', false],
  [undefined, '03:00', false],
])('of %j at %s in the chat’s own zone it is quiet: %s', (hours, time, quiet) => {
  expect(isQuiet(hours, 'Asia/Almaty', inAlmaty(time))).toBe(quiet);
});
