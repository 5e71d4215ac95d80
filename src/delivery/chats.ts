import type { Temporal } from 'temporal-polyfill';
import type { CountryCode } from '../news/country.ts';
import type { Chat, ChatKind } from './chat.ts';
import type { DueGroup, DuePage, DuePlace } from './due.ts';

/** What is known of a chat when it first writes. */
export interface NewChat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly language: Chat['language'];
  readonly timeZone: string;
  readonly schedule: Chat['schedule'];
  /** The chat's first briefing holds what was released since. */
  readonly newsSince: Temporal.Instant;
}

/** The settings that a chat may change; `nextDueAt` is derived from them by the caller. */
export type ChatChanges = Partial<
  Pick<
    Chat,
    | 'title'
    | 'kind'
    | 'language'
    | 'timeZone'
    | 'schedule'
    | 'state'
    | 'pausedUntil'
    | 'nextDueAt'
    | 'quietNotes'
    | 'length'
    | 'quotes'
    | 'breaking'
    | 'quietHours'
    | 'sound'
    | 'threadId'
  >
>;

/** A chat that follows a country, how it reads, and whether and when it wants breaking news. */
export type Follower = Pick<Chat, 'id' | 'language' | 'timeZone' | 'breaking' | 'quietHours'>;

/** Port: where chats and their subscriptions are kept. */
export interface Chats {
  find(id: number): Promise<Chat | undefined>;
  /**
   * Stores the chat unless it is known already, and returns it as stored. A new chat is active and has no topics.
   */
  enrol(chat: NewChat): Promise<Chat>;
  /** The chat as it is then; undefined where it is not stored, or was forgotten meanwhile. */
  change(id: number, changes: ChatChanges): Promise<Chat | undefined>;
  /**
   * Changes a chat whose next due time, and all that it is planned from, are still as they were seen. False where the
   * tick or another change came first, or the chat is not stored: then nothing is changed.
   */
  changeAsSeen(seen: Chat, changes: ChatChanges): Promise<boolean>;
  /** The chat is gone, and has no next briefing. One that was gone already has been so since it went. */
  markGone(id: number, at: Temporal.Instant): Promise<void>;
  /** Adds topics to the chat's own; returns those that were new. */
  subscribe(id: number, topics: readonly CountryCode[]): Promise<CountryCode[]>;
  /** Removes topics; returns those that were there. */
  unsubscribe(id: number, topics: readonly CountryCode[]): Promise<CountryCode[]>;
  /** Up to `limit` active chats whose time has come by `until`, behind a place in their queue; undefined for none. */
  duePage(until: Temporal.Instant, after: DuePlace | undefined, limit: number): Promise<DuePage | undefined>;
  /** The group's sample with its settings; undefined where it has changed them meanwhile. */
  findSample(group: DueGroup): Promise<Chat | undefined>;
  /** Paused chats whose `pausedUntil` has come, longest over first. */
  pauseEnded(now: Temporal.Instant, limit: number): Promise<Chat[]>;
  /** Lets such a chat go on, with its next due time; does nothing where it has changed its mind meanwhile. */
  endPause(id: number, nextDueAt: Temporal.Instant | undefined, now: Temporal.Instant): Promise<void>;
  /** Active chats that follow any of these topics; id order, after `afterId`. */
  following(topics: readonly CountryCode[], afterId: number | undefined, limit: number): Promise<Follower[]>;
  /** How many of them want breaking news. */
  countFollowing(topics: readonly CountryCode[]): Promise<number>;
  /** Moves everything of a group to the id of the supergroup that it became. */
  migrate(from: number, to: number): Promise<void>;
  /** Erases everything that is kept of a chat, its deliveries included. */
  forget(id: number): Promise<void>;
  /** Erases up to `limit` chats that have been gone since before then, longest gone first; returns how many. */
  forgetGone(before: Temporal.Instant, limit: number): Promise<number>;
}
