import type { Temporal } from 'temporal-polyfill';
import type { SkipReason } from './chat.ts';

/** A place in the queue of those that are due: it goes by the due time, and then by id. */
export interface DuePlace {
  readonly dueAt: Temporal.Instant;
  readonly chatId: number;
}

/** A stretch of that queue: behind `after` (from the first on where that is undefined), up to and with `through`. */
export interface DueRange {
  readonly after: DuePlace | undefined;
  readonly through: DuePlace;
}

/** Due chats that are alike in all that a briefing depends on, so that one decision does for all of them. */
export interface DueGroup {
  /** Names what they are alike in: topics, language, zone, schedule. */
  readonly audience: string;
  /** The number of the publish sequence that they were briefed to. */
  readonly briefedTo: number;
  readonly chats: number;
  /** Any one of them. */
  readonly sample: number;
}

export interface DuePage {
  readonly range: DueRange;
  readonly groups: readonly DueGroup[];
}

/** What the tick has decided for a group. */
export interface DueDecision {
  readonly group: Pick<DueGroup, 'audience' | 'briefedTo'>;
  readonly nextDueAt: Temporal.Instant | undefined;
  /** The number of the publish sequence that the chats are briefed to from now on. */
  readonly briefedUpTo: number;
  /** What they get, as the outbox named it; undefined for nothing. */
  readonly editionId: number | undefined;
  readonly skipped: SkipReason | undefined;
}
