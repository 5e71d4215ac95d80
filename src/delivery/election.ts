import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { LeaseAnswer, Leases } from './leases.ts';
import type { Log } from './log.ts';

export interface ElectionDeps {
  readonly leases: Leases;
  /** Names this process to the one that waits: host and process id. */
  readonly owner: string;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

const LEASE = 'sender';
/** A dead process is followed by another after this long at the most. */
const LEASE_MS = 6000;
const RENEW_MS = LEASE_MS / 3;
const ASK_AGAIN_MS = 500;

/**
 * Runs `lead` while this process, and no other on the same database, is the one that ticks and sends; until then it
 * waits, and says for whom. The signal that `lead` gets aborts with the given one, and when the lease is lost or ran
 * out because it could not be renewed.
 */
export async function whileElected<T>(
  { leases, owner, now, log }: ElectionDeps,
  signal: AbortSignal,
  lead: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const claim = await waitForLease({ leases, owner, now, log }, signal);
  if (claim === undefined) return undefined;
  const { token } = claim;
  let { until } = claim;
  const lost = new AbortController();
  const renew = async () => {
    const asked = now();
    try {
      if (await leases.renew(LEASE, token, LEASE_MS, asked)) until = asked.add({ milliseconds: LEASE_MS });
      else lost.abort();
    } catch (error) {
      log.error({ error: String(error) }, 'the lease could not be renewed');
      if (Temporal.Instant.compare(asked, until) >= 0) lost.abort();
    }
  };
  const renewing = setInterval(renew, RENEW_MS);
  try {
    return await lead(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewing);
    await leases.release(LEASE, token);
  }
}

async function waitForLease(
  { leases, owner, now, log }: ElectionDeps,
  signal: AbortSignal,
): Promise<Extract<LeaseAnswer, { readonly kind: 'taken' }> | undefined> {
  let told: string | undefined;
  while (!signal.aborted) {
    const claim = await leases.acquire(LEASE, owner, LEASE_MS, now());
    if (claim.kind === 'taken') return claim;
    if (told !== claim.by) log.warn({ holder: claim.by }, 'another process sends: waiting until its lease runs out');
    told = claim.by;
    await sleep(ASK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
