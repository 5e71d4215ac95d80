import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createPulse } from '../../src/delivery/pulse.ts';

it('is still when no beat has come for longer than it may take', () => {
  let now = Temporal.Instant.from('2026-03-02T03:00:00Z');
  const pulse = createPulse(() => now, { minutes: 5 });
  const after = (seconds: number) => {
    now = now.add({ seconds });
    return pulse.isStill();
  };
  expect([after(0), after(300), after(1)]).toEqual([false, false, true]);
  pulse.beat();
  expect([after(0), after(300), after(1)]).toEqual([false, false, true]);
});
