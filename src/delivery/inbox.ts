import type { Temporal } from 'temporal-polyfill';

/** An update as it comes from Telegram. */
export interface Arrival {
  readonly updateId: number;
  /** Whose it is: what belongs to one chat is handled in the order in which it came. */
  readonly chatId: number;
  /** The update as JSON. */
  readonly body: string;
}

/** An update that is written down and not handled yet. */
export interface StoredArrival {
  /** Its place: what came later has a higher one, whatever Telegram numbers it. */
  readonly id: number;
  readonly chatId: number;
  readonly body: string;
}

export interface InboxSize {
  /** Updates that are not handled yet. */
  readonly waiting: number;
  /** When the oldest of them came. */
  readonly oldestAt: Temporal.Instant | undefined;
}

/** Port: updates, written down before Telegram is told that they have come. */
export interface Inbox {
  /** Writes down, in one statement, what has not come before by its `updateId`; returns how many that were. */
  store(arrivals: readonly Arrival[], at: Temporal.Instant): Promise<number>;
  /**
   * Up to `limit` that are not handled yet, in the order in which they came, without those that the caller has in
   * hand already (`ids`) and those of chats from which he takes no more for now.
   */
  waiting(
    limit: number,
    except: { readonly ids: readonly number[]; readonly chatIds: readonly number[] },
  ): Promise<StoredArrival[]>;
  /** The highest place that there is; 0 where nothing has come yet. */
  newest(): Promise<number>;
  /**
   * Counts a further try of each, committed before it is made, and says by its place which it is: 2 or more, as the
   * first was counted when it was stored. Leaves out what was handled meanwhile, and everything where another process
   * leads: then the term (its token) is over.
   */
  tryAgain(ids: readonly number[], term: number): Promise<ReadonlyMap<number, number>>;
  /** They are handled, or given up: their words are erased, and their numbers kept in case that Telegram sends them again. */
  finish(ids: readonly number[], at: Temporal.Instant): Promise<void>;
  /** Forgets what is handled and came before; returns how many. */
  prune(before: Temporal.Instant): Promise<number>;
  size(): Promise<InboxSize>;
}
