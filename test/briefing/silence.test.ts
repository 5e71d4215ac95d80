import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { judgeSilence } from '../../src/briefing/silence.ts';

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z');
const hoursAgo = (...hours: readonly number[]) => hours.map((ago) => NOW.subtract({ hours: ago }));

describe('a silence', () => {
  it('tells when the newest article came, if there ever was one', () => {
    expect(judgeSilence([], NOW)).toEqual({ newestAt: undefined, isLate: false });
    expect(judgeSilence(hoursAgo(3), NOW)).toEqual({ newestAt: NOW.subtract({ hours: 3 }), isLate: false });
  });

  it.each([
    ['a busy desk that slept for a night', [23, 24, 25, 26, 27], false],
    ['a busy desk of which nothing was heard for more than a day', [25, 26, 27, 28, 29], true],
    ['a desk that reports each day, on the day after', [30, 54, 78, 102, 126], false],
    ['a desk that reports each day, after a week', [170, 194, 218, 242, 266], true],
    ['a desk that rests at weekends, after one', [72, 96, 168, 192, 216], false],
    ['a desk that reports each week, after ten days', [240, 408, 576, 744, 912], false],
    ['one of which too little is known', [2000, 2001, 2002, 2003], false],
  ])('of %s', (_, ago, isLate) => {
    expect(judgeSilence(hoursAgo(...ago), NOW).isLate).toBe(isLate);
  });

  it('that is late stays late as it goes on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 21 }),
        fc.nat(500),
        (ago, on) => {
          const releases = hoursAgo(...ago.toSorted((one, other) => one - other));
          if (!judgeSilence(releases, NOW).isLate) return;
          expect(judgeSilence(releases, NOW.add({ hours: on })).isLate).toBe(true);
        },
      ),
    );
  });
});
