import { SENDER_LEASE, type Term } from '../../src/delivery/leases.ts';
import type { Database } from '../../src/store/database.ts';
import { createLeases } from '../../src/store/leases.ts';
import { instant } from '../../src/store/time.ts';

/** Makes a new term the one of the process that sends; every other is over by then. */
export async function beginTerm(database: Database): Promise<Term> {
  const leases = createLeases(database);
  const long = 1_000_000_000_000;
  const answer = await leases.acquire(SENDER_LEASE, 'the test', long, instant(0));
  if (answer.kind === 'held') throw new Error(`The lease is held by ${answer.by}`);
  return { token: answer.token, isOver: () => false };
}
