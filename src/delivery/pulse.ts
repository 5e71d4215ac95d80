import type { Temporal } from 'temporal-polyfill';

/** Notices that something which should come again and again has stopped. */
export interface Pulse {
  beat(): void;
  /** True where no beat has come for longer than `patience`, or since it was made. */
  isStill(): boolean;
}

export function createPulse(now: () => Temporal.Instant, patience: { readonly minutes: number }): Pulse {
  let until = now().add(patience);
  return {
    beat: () => {
      until = now().add(patience);
    },
    isStill: () => now().epochMilliseconds > until.epochMilliseconds,
  };
}
