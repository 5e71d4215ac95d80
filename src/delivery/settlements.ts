import type { Outbox, Settled, Settlement } from './outbox.ts';
import type { Timer } from './timer.ts';

/** How messages ended, written down together where many end at about the same time. */
export interface Settlements {
  /** Resolves when it is committed. Rejects where the database fails. */
  add(id: number, settlement: Settlement): Promise<void>;
}

/** From one commit to the next: at 1,000 messages a second twenty share one, at 28 nobody waits for anybody. */
const APART_MS = 20;

export function createSettlements(outbox: Pick<Outbox, 'settle'>, timer: Timer, term: number): Settlements {
  let batch: { readonly settled: Settled[]; readonly committed: Promise<void> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let lastAt = Number.NEGATIVE_INFINITY;

  function open() {
    const settled: Settled[] = [];
    // A slow database gets larger batches, not more of them.
    const committed = Promise.allSettled([last, apart()]).then(() => {
      batch = undefined;
      lastAt = timer.now();
      return outbox.settle(settled, term);
    });
    last = committed;
    return { settled, committed };
  }

  function apart(): Promise<void> {
    const wait = lastAt + APART_MS - timer.now();
    return wait <= 0 ? Promise.resolve() : new Promise((resolve) => timer.after(wait, resolve));
  }

  return {
    add: (id, settlement) => {
      batch ??= open();
      batch.settled.push({ id, settlement });
      return batch.committed;
    },
  };
}
