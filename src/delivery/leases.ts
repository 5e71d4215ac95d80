import type { Temporal } from 'temporal-polyfill';

/** The lease of the one process that ticks and sends. */
export const SENDER_LEASE = 'sender';

/** What a process that wants a lease is told. */
export type LeaseAnswer =
  /** It is yours. Each taking has a higher token than any before it. */
  | { readonly kind: 'taken'; readonly token: number; readonly until: Temporal.Instant }
  /** Another process holds it. */
  | { readonly kind: 'held'; readonly by: string; readonly until: Temporal.Instant };

/** Port: who alone may do what only one process may do. A holder that dies loses its lease when that runs out. */
export interface Leases {
  /** Takes a lease that is free, that ran out, or that this owner held already (before a restart, say). */
  acquire(name: string, owner: string, ttlMs: number, now: Temporal.Instant): Promise<LeaseAnswer>;
  /** Holds on for `ttlMs` from now; false where the lease was lost, also to this owner under a newer token. */
  renew(name: string, token: number, ttlMs: number, now: Temporal.Instant): Promise<boolean>;
  /** Frees the lease at once; does nothing where it was lost. */
  release(name: string, token: number): Promise<void>;
}

/** One holding of the sender's lease, from its taking until it is lost. */
export interface Term {
  /** Each term has a higher one than any before it. */
  readonly token: number;
  /** True once another process may hold the lease, as far as this one's clock tells. */
  isOver(): boolean;
}
