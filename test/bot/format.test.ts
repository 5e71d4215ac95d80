import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatPublished, type Reader } from '../../src/bot/format.ts';

const NOW = Temporal.Instant.from('2026-11-25T03:00:00Z');

function reader(language: Reader['language'], timeZone = 'UTC'): Reader {
  return { language, timeZone };
}

describe('when a source says that it published an article', () => {
  it.each([
    ['en', '2026-11-24', '24 Nov'],
    ['en', '2025-11-24', '24 Nov 2025'],
    ['ru', '2026-11-24', '24 нояб.'],
    ['ru', '2025-11-24', '24 нояб. 2025 г.'],
    ['kk', '2026-11-24', '24 қар.'],
    ['en', '2026-11-24T21:30:00Z', '24 Nov, 21:30'],
  ] as const)('in %s, of %s, reads %s', (language, published, shown) => {
    expect(formatPublished(published, NOW, reader(language))).toBe(shown);
  });

  it('is the same day for every reader where the source gives a day, and goes by the reader’s clock where it gives an instant', () => {
    expect(formatPublished('2026-11-24', NOW, reader('en', 'America/Los_Angeles'))).toBe('24 Nov');
    expect(formatPublished('2026-11-24T21:30:00Z', NOW, reader('en', 'Asia/Almaty'))).toBe('25 Nov, 02:30');
  });

  it('takes "this year" from the reader’s zone too', () => {
    const newYear = Temporal.Instant.from('2026-12-31T22:00:00Z');
    expect(formatPublished('2026-12-31T21:00:00Z', newYear, reader('en', 'Asia/Almaty'))).toBe('1 Jan, 02:00');
  });
});
