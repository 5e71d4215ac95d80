import type { Alarm } from './alarm.ts';
import { createDeliverer, type DelivererDeps } from './deliver.ts';
import { type Gate, GateClosed } from './gate.ts';
import type { Term } from './leases.ts';
import { createLineup } from './lineup.ts';
import { lookAhead } from './look-ahead.ts';
import type { OutageWatch } from './outage-watch.ts';
import type { Address, Delivery, Outbox } from './outbox.ts';
import { createSettlements } from './settlements.ts';
import type { Timer } from './timer.ts';

export interface ShiftDeps extends DelivererDeps {
  readonly outbox: Pick<Outbox, 'lease' | 'markSending' | 'settle' | 'skipChat'>;
  readonly gate: Pick<Gate, 'chatOpenAt'>;
  readonly outages: Pick<OutageWatch, 'reach' | 'untilAnswered'>;
  readonly timer: Timer;
  /** The gate's rate, which says how far to look ahead. */
  readonly messagesPerSecond: number;
}

export interface ShiftOptions {
  /** Rings when there may be something to do. */
  readonly alarm: Alarm;
  /** Whether there may be something new in the outbox since this was last asked. */
  readonly takeWakening: () => boolean;
  readonly term: Term;
  readonly ending: AbortSignal;
  readonly onUnauthorised: () => void;
  readonly onFault: (error: unknown) => void;
}

/** The sending of one process in one term. */
export interface Shift {
  /** Sends until `ending` aborts; never rejects. */
  work(): Promise<void>;
  /** Resolves when all that was begun is settled. */
  settled(): Promise<void>;
}

/** Longer than a message waits in memory; one whose lease ran out is leased anew. */
const LEASE = { minutes: 3 };

/** What another process wrote, and what was put off until now, is found at the next look. */
const LOOK_AGAIN_MS = 250;

export function createShift(deps: ShiftDeps, options: ShiftOptions): Shift {
  const { outbox, gate, outages, now, timer, messagesPerSecond } = deps;
  const { alarm, term, ending } = options;
  const most = lookAhead(messagesPerSecond);
  const lineup = createLineup(timer, gate.chatOpenAt);
  const settlements = createSettlements(outbox, timer, term.token);
  const deliverer = createDeliverer(deps, settlements, ending);
  const begun = new Set<Promise<void>>();
  let marked = 0;
  let lookAt = timer.now();

  async function work(): Promise<void> {
    try {
      while (!ending.aborted) await round();
    } catch (error) {
      options.onFault(error);
    }
  }

  async function round(): Promise<void> {
    if (outages.reach() === 'down') await outages.untilAnswered(ending);
    if (options.takeWakening() || (lineup.size() < most.leased && timer.now() >= lookAt)) await look();
    const called = ending.aborted ? [] : lineup.callUp(vacancies());
    if (called.length > 0) await mark(called);
    else await alarm.wait(LOOK_AGAIN_MS);
  }

  async function look(): Promise<void> {
    const leased = await outbox.lease(most.leased, now().add(LEASE), now(), term.token);
    lookAt = leased.length === most.leased ? timer.now() : timer.now() + LOOK_AGAIN_MS;
    for (const delivery of leased) {
      const wait = lineup.join(delivery);
      if (wait > 0) keep(putBack(delivery.id, wait));
    }
  }

  function putBack(id: number, ms: number): Promise<void> {
    const notBefore = now().add({ milliseconds: Math.ceil(ms) });
    return settlements.add(id, {
      kind: 'retry',
      notBefore,
      error: 'the chat is to wait',
      spent: false,
      possibleDouble: false,
    });
  }

  /** How many may be marked now: none until half the places are free, so that several share a commit. */
  function vacancies(): number {
    if (outages.reach() === 'trying') return 1 - lineup.onTheWay();
    const free = Math.min(most.marked - marked, most.onTheWay - lineup.onTheWay());
    return free >= most.marked / 2 ? free : 0;
  }

  async function mark(called: readonly Delivery[]): Promise<void> {
    const addresses = await outbox.markSending(
      called.map(({ id }) => id),
      term.token,
    );
    for (const delivery of called) {
      const address = addresses.get(delivery.id);
      if (address === undefined) lineup.done(delivery.chatId);
      else keep(deliver(delivery, address));
    }
  }

  async function deliver(delivery: Delivery, address: Address): Promise<void> {
    let waits = true;
    marked++;
    const leave = () => {
      if (waits) marked--;
      waits = false;
    };
    const onStart = () => {
      if (term.isOver() || outages.reach() === 'down') throw new GateClosed();
      leave();
      alarm.ring();
    };
    const next = await deliverer.deliver(delivery, address, onStart);
    leave();
    lineup.done(delivery.chatId);
    if (next === 'stop') options.onUnauthorised();
  }

  /** Sees to work that is under way, to its end. */
  function keep(work: Promise<void>): void {
    const done = work.catch(options.onFault).finally(() => {
      begun.delete(done);
      alarm.ring();
    });
    begun.add(done);
  }

  return {
    work,
    settled: async () => {
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
