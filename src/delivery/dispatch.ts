import { createAlarm, settledWithin } from './alarm.ts';
import { createDeliverer, type DelivererDeps } from './deliver.ts';
import { createLanes } from './lanes.ts';
import type { Delivery, Outbox } from './outbox.ts';

export interface DispatcherDeps extends DelivererDeps {
  readonly outbox: Outbox;
}

/** Why a dispatcher ended: it was told to, or Telegram no longer takes the token. */
export type DispatchEnd = { readonly kind: 'stopped' } | { readonly kind: 'unauthorised' };

export interface Dispatcher {
  /**
   * Sends what the outbox holds until the signal aborts; calls that have begun are then settled, and what had not
   * begun is left to the next start. Throws where the database fails. Runs once.
   */
  run(signal: AbortSignal): Promise<DispatchEnd>;
  /** Says that there may be something new to send. */
  wake(): void;
}

/** Messages leased at a time, and on their way at most twice as many: enough for 1,000 a second, little to lose. */
const BATCH = 100;

/** Longer than a message may wait at the gate behind a group's 20 a minute, and for its call to be cut. */
const LEASE = { minutes: 3 };

/** Even with nothing to wait for, leases of another process run out; its death is noticed this late. */
const LONGEST_IDLE_MS = 60_000;

/** A retry that falls due between two looks is found at the next, and the database is not asked without end. */
const SHORTEST_IDLE_MS = 50;

/** At a stop, a call that takes longer is left as one of which nobody knows; the process has 10 s in all. */
const STOP_MS = 6000;

/** Takes messages from the outbox and sends them, side by side over the chats and in order within each. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { outbox, now, timer } = deps;
  const alarm = createAlarm(timer);
  const lanes = createLanes(alarm.ring);

  async function run(signal: AbortSignal): Promise<DispatchEnd> {
    const failed = new AbortController();
    const ending = AbortSignal.any([signal, failed.signal]);
    ending.addEventListener('abort', alarm.ring, { once: true });
    const deliverer = createDeliverer(deps, ending);

    async function deliver(delivery: Delivery): Promise<void> {
      try {
        await deliverer.deliver(delivery);
        if (deliverer.unauthorised()) failed.abort();
      } catch (error) {
        failed.abort(error);
      }
    }

    while (!ending.aborted) {
      if (lanes.size() > BATCH) await alarm.wait(LONGEST_IDLE_MS);
      else await sendBatch(deliver);
    }
    await settledWithin(STOP_MS, lanes.empty(), timer);
    if (deliverer.unauthorised()) return { kind: 'unauthorised' };
    if (failed.signal.aborted) throw failed.signal.reason;
    return { kind: 'stopped' };
  }

  async function sendBatch(deliver: (delivery: Delivery) => Promise<void>): Promise<void> {
    const leased = await outbox.lease(BATCH, now().add(LEASE), now());
    const found = leased.filter(({ id }) => !lanes.has(id));
    for (const delivery of found) lanes.add(delivery.chatId, delivery.id, () => deliver(delivery));
    if (found.length === 0) await idle();
  }

  /** Nothing more may begin now: waits for the next retry, for a call that ends, or for a wake. */
  async function idle(): Promise<void> {
    const next = await outbox.nextNotBefore();
    const ms = next === undefined ? LONGEST_IDLE_MS : Math.ceil(next.since(now()).total('milliseconds'));
    await alarm.wait(Math.min(LONGEST_IDLE_MS, Math.max(SHORTEST_IDLE_MS, ms)));
  }

  return { run, wake: alarm.ring };
}
