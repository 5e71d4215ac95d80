import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOverallPace } from '../../src/delivery/overall-pace.ts';

/** What the network and the program do to each call, in milliseconds; each list goes round. */
interface Weather {
  /** From the start of a call to its arrival. */
  readonly there: readonly number[];
  /** From its arrival to its answer. */
  readonly back: readonly number[];
  /** How much later than it was set to an alarm rings. */
  readonly late: readonly number[];
}

/** Sends as fast as the pace allows for so many seconds; when calls started, and when they arrived, in order. */
function send(rate: number, { there, back, late }: Weather, seconds: number) {
  const pace = createOverallPace(rate);
  const starts: number[] = [];
  const arrivals: number[] = [];
  let answers: { readonly at: number; readonly tell: () => void }[] = [];
  let now = 0;
  for (let call = 0; now < seconds * 1000; call++) {
    for (let openAt = pace.openAt(); openAt > now; openAt = pace.openAt()) {
      now = Math.max(now, openAt) + cyclic(late, call);
      for (const { at, tell } of answers) if (at <= now) tell();
      answers = answers.filter(({ at }) => at > now);
    }
    const arrival = now + cyclic(there, call);
    const answer = arrival + cyclic(back, call);
    const started = pace.started(now);
    answers.push({ at: answer, tell: () => started.answered(answer) });
    starts.push(now);
    arrivals.push(arrival);
  }
  return { starts, arrivals: arrivals.toSorted((one, other) => one - other), perSecond: starts.length / seconds };
}

function cyclic(values: readonly number[], place: number): number {
  return values[place % values.length] ?? 0;
}

function mostInASecond(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, time, place) => {
    while ((times[from] ?? time) <= time - 1000) from++;
    return Math.max(most, place - from + 1);
  }, 0);
}

const delays = (longest: number) =>
  fc.array(fc.double({ min: 0, max: longest, noNaN: true }), { minLength: 60, maxLength: 200 });
const CALM: Weather = { there: [0.5], back: [0.5], late: [0.6] };

describe('the pace over all chats', () => {
  it.each([
    [30, 29.95],
    [28, 27.95],
    [1000, 990],
    [1, 0.98],
  ])('at %i a second reaches nearly that on a calm network, near or far', (rate, atLeast) => {
    const seconds = rate === 1000 ? 10 : 60;
    for (const weather of [CALM, { ...CALM, there: [60], back: [60] }]) {
      const { starts, arrivals, perSecond } = send(rate, weather, seconds);
      expect(perSecond).toBeGreaterThanOrEqual(atLeast);
      expect(mostInASecond(starts)).toBeLessThanOrEqual(rate);
      expect(mostInASecond(arrivals)).toBeLessThanOrEqual(rate);
    }
  });

  it('at 28 a second never brings Telegram more than 30 in one, whatever up to 60 ms of jitter does, at no cost', () => {
    fc.assert(
      fc.property(delays(60), delays(60), (there, back) => {
        const { arrivals, perSecond } = send(28, { there, back, late: [0.5] }, 20);
        expect(mostInASecond(arrivals)).toBeLessThanOrEqual(30);
        expect(perSecond).toBeGreaterThanOrEqual(27.9);
      }),
      { numRuns: 200 },
    );
  });

  it('counts a call from when it was written', () => {
    const pace = createOverallPace(30);
    for (let call = 0; call < 30; call++) pace.started(call).written(call + 400);
    expect(pace.openAt()).toBeGreaterThanOrEqual(1400);
  });

  it('at 30 a second gives way where calls are held up, rather than draw a 429', () => {
    fc.assert(
      fc.property(delays(60), delays(10), delays(20), (there, back, late) => {
        const { starts, arrivals, perSecond } = send(30, { there, back, late }, 20);
        expect(mostInASecond(starts)).toBeLessThanOrEqual(30);
        expect(mostInASecond(arrivals)).toBeLessThanOrEqual(30);
        expect(perSecond).toBeGreaterThanOrEqual(24);
      }),
      { numRuns: 200 },
    );
  });
});
