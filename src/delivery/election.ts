import type { Temporal } from 'temporal-polyfill';
import { createAlarm, settledWithin } from './alarm.ts';
import { type Leases, SENDER_LEASE, type Term } from './leases.ts';
import type { Log } from './log.ts';
import type { Timer } from './timer.ts';

export interface ElectionDeps {
  readonly leases: Leases;
  /** Names this process to the one that waits: host and process id. */
  readonly owner: string;
  readonly now: () => Temporal.Instant;
  readonly timer: Timer;
  readonly log: Log;
}

/** A dead process is followed by another after this long at the most. */
const LEASE_MS = 6000;
const RENEW_MS = LEASE_MS / 3;
/** A process that could not renew stops by itself this long before another may start. */
const MARGIN_MS = 1000;
const ASK_AGAIN_MS = 500;
/** A database that hangs must not keep a process that is to end. */
const RELEASE_MS = 1000;

/**
 * Runs `lead` while this process, and no other on the same database, is the one that ticks and sends; until then it
 * waits, and says for whom. The signal that `lead` gets aborts with the given one, and before the lease runs out where it
 * is lost, cannot be renewed, or is not renewed in time.
 */
export async function whileElected<T>(
  deps: ElectionDeps,
  signal: AbortSignal,
  lead: (signal: AbortSignal, term: Term) => Promise<T>,
): Promise<T | undefined> {
  const claim = await waitForLease(deps, signal);
  if (claim === undefined) return undefined;
  const hold = holdOn(deps, claim);
  try {
    return await lead(AbortSignal.any([signal, hold.lost]), hold.term);
  } finally {
    hold.letGo();
    await release(deps, claim.token);
  }
}

interface Claim {
  readonly token: number;
  /** When it was asked for, in the timer's milliseconds: the lease runs from then. */
  readonly askedAt: number;
}

async function waitForLease(deps: ElectionDeps, signal: AbortSignal): Promise<Claim | undefined> {
  const { leases, owner, now, timer, log } = deps;
  const alarm = createAlarm(timer);
  signal.addEventListener('abort', alarm.ring, { once: true });
  let told: string | undefined;
  while (!signal.aborted) {
    const askedAt = timer.now();
    const answer = await leases.acquire(SENDER_LEASE, owner, LEASE_MS, now());
    if (answer.kind === 'taken') return { token: answer.token, askedAt };
    if (told !== answer.by) log.warn({ holder: answer.by }, 'another process sends: waiting until its lease runs out');
    told = answer.by;
    await alarm.wait(ASK_AGAIN_MS);
  }
  return undefined;
}

/** Renews the lease until it is let go or lost. The timer decides, for the wall's clock may be set, and a renewal may hang. */
function holdOn({ leases, now, timer, log }: ElectionDeps, { token, askedAt }: Claim) {
  const lost = new AbortController();
  let isHeld = true;
  let until = askedAt + LEASE_MS - MARGIN_MS;
  let callOffEnd = timer.after(until - timer.now(), lose);
  let callOffRenewal = timer.after(RENEW_MS, renew);

  function letGo(): void {
    isHeld = false;
    callOffEnd();
    callOffRenewal();
  }

  function lose(): void {
    letGo();
    lost.abort();
  }

  async function renew(): Promise<void> {
    const asked = timer.now();
    try {
      const isRenewed = await leases.renew(SENDER_LEASE, token, LEASE_MS, now());
      if (!isHeld) return;
      if (!isRenewed) return lose();
      until = asked + LEASE_MS - MARGIN_MS;
      callOffEnd();
      callOffEnd = timer.after(until - timer.now(), lose);
    } catch (error) {
      log.error({ error: String(error) }, 'the lease could not be renewed');
    }
    if (isHeld) callOffRenewal = timer.after(RENEW_MS, renew);
  }

  const term: Term = { token, isOver: () => !isHeld || timer.now() >= until };
  return { lost: lost.signal, letGo, term };
}

async function release({ leases, timer, log }: ElectionDeps, token: number): Promise<void> {
  const released = leases.release(SENDER_LEASE, token);
  await settledWithin(RELEASE_MS, released, timer).catch((error: unknown) => {
    log.error({ error: String(error) }, 'the lease could not be released: it runs out by itself');
  });
}
