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
  let lastAt = Number.NEGATIVE_INFINITY;

  function open() {
    const settled: Settled[] = [];
    const wait = Math.max(0, lastAt + APART_MS - timer.now());
    const due = wait === 0 ? Promise.resolve() : new Promise<void>((resolve) => timer.after(wait, resolve));
    const committed = due.then(() => {
      batch = undefined;
      lastAt = timer.now();
      return outbox.settle(settled, term);
    });
    return { settled, committed };
  }

  return {
    add: (id, settlement) => {
      batch ??= open();
      batch.settled.push({ id, settlement });
      return batch.committed;
    },
  };
}
