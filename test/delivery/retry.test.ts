import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/delivery/messenger.ts';
import { type Decision, decide } from '../../src/delivery/retry.ts';

const now = Temporal.Instant.from('2026-03-02T06:00:00Z');
const unreachable = { kind: 'unreachable', error: '500: Internal Server Error' } as const;
const unknown = { kind: 'unknown', error: 'other side closed' } as const;

const decided = (outcome: SendOutcome, attempts: number, chance: number, outage = false) =>
  decide(outcome, { attempts, outage, now, random: () => chance });

/** Seconds until the next try. */
function delay(outcome: SendOutcome, attempts: number, chance: number): number {
  const decision = decided(outcome, attempts, chance);
  if (decision.kind !== 'retry') throw new Error(`decided ${decision.kind}`);
  return decision.notBefore.since(now).total('seconds');
}

describe('what becomes of a message after a call', () => {
  it.each<[SendOutcome, Decision]>([
    [
      { kind: 'sent', messageId: 7 },
      { kind: 'sent', messageId: 7, at: now },
    ],
    [
      { kind: 'chat-gone', error: 'blocked' },
      { kind: 'chat-gone', error: 'blocked' },
    ],
    [
      { kind: 'migrated', to: -100 },
      { kind: 'migrate', to: -100, notBefore: now },
    ],
    [
      { kind: 'topic-gone', error: 'closed' },
      { kind: 'drop-thread', error: 'closed' },
    ],
    [
      { kind: 'refused', error: 'too long' },
      { kind: 'refuse', error: 'too long' },
    ],
    [{ kind: 'unauthorised' }, { kind: 'stop' }],
  ])('%j leads to %j', (outcome, decision) => {
    expect(decided(outcome, 1, 0.5)).toEqual(decision);
  });

  it('is never given up for a fault of the network or of Telegram, however often', () => {
    for (const outcome of [unreachable, unknown, { kind: 'wait', seconds: 3 } as const]) {
      expect(decided(outcome, 100_000, 0).kind).toBe('retry');
    }
  });

  it('never goes before the wait that Telegram asked for is over, and soon after', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 99 }),
        chances,
        (seconds, attempts, chance) => {
          const waited = delay({ kind: 'wait', seconds }, attempts, chance);
          expect(waited).toBeGreaterThanOrEqual(seconds);
          expect(waited).toBeLessThanOrEqual(seconds + 1);
          expect(decided({ kind: 'wait', seconds }, attempts, chance)).toMatchObject({ spent: false });
        },
      ),
    );
  });

  it('waits longer after each fault, up to five minutes, by chance within a half', () => {
    expect([1, 2, 3, 4].map((attempts) => delay(unreachable, attempts, 0))).toEqual([0.5, 1, 2, 4]);
    expect(delay(unreachable, 1, 0.999)).toBeCloseTo(1, 2);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, chance) => {
          expect(delay(unreachable, attempts + 1, 0)).toBeGreaterThanOrEqual(
            Math.min(150, delay(unreachable, attempts, chance)),
          );
          expect(delay(unreachable, attempts, chance)).toBeLessThanOrEqual(300);
        },
      ),
    );
  });

  it('is sent once more soon where nobody knows, as a possible double, and then ever more rarely, up to an hour', () => {
    expect(decided(unknown, 1, 0.999)).toMatchObject({ possibleDouble: true, spent: true });
    expect(decided(unreachable, 1, 0.999)).toMatchObject({ possibleDouble: false, spent: true });
    expect([1, 2, 3, 4].map((attempts) => delay(unknown, attempts, 0))).toEqual([0.5, 1, 2, 4]);
    expect(delay(unknown, 50, 0)).toBe(1800);
    expect(delay(unknown, 50, 0.999)).toBeLessThanOrEqual(3600);
  });

  it('does not wait by itself in an outage, and does not lose patience for it', () => {
    for (const outcome of [unreachable, unknown]) {
      expect(decided(outcome, 9, 0.5, true)).toEqual({
        kind: 'retry',
        notBefore: now,
        error: outcome.error,
        spent: false,
        possibleDouble: outcome === unknown,
      });
    }
  });

  it('follows a chat at once, and ever later where that was in vain, but never gives its message up', () => {
    const seconds = (attempts: number) => {
      const decision = decided({ kind: 'migrated', to: -100 }, attempts, 0);
      return decision.kind === 'migrate' ? decision.notBefore.since(now).total('seconds') : undefined;
    };
    expect([1, 5, 6, 7, 8, 9].map(seconds)).toEqual([0, 0, 0.5, 1, 2, 4]);
    expect(seconds(100)).toBe(150);
  });

  it('drops a topic however often the message was tried before', () => {
    expect(decided({ kind: 'topic-gone', error: 'closed' }, 6, 0).kind).toBe('drop-thread');
  });
});
