import type { Temporal } from 'temporal-polyfill';
import type { BriefingStyle } from '../briefing/style.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { ChatKind } from './chat.ts';
import type { DueDecision, DueRange } from './due.ts';

/** Why a message is sent; decides its sound and its place in the queue. */
export type DeliveryKind = 'breaking' | 'correction' | 'briefing';

/**
 * `pending` waits for its turn; `leased` was taken by a dispatcher and surely not sent; `sending` was committed
 * before the call, so after a crash nobody knows, and it goes back to `pending` as a possible double; `sent`, `failed`
 * and `skipped` are final.
 */
export type DeliveryState = 'pending' | 'leased' | 'sending' | 'sent' | 'failed' | 'skipped';

/** A button under a message: pressing it sends `action` (at most 64 bytes) back, or opens `url`. */
export type Button =
  | { readonly label: string; readonly action: string }
  | { readonly label: string; readonly url: string };

/** A message ready to be sent: HTML as Telegram takes it, at most 4,096 visible characters. */
export interface Message {
  readonly html: string;
  readonly buttons: readonly (readonly Button[])[];
}

export interface EditionPart {
  readonly message: Message;
  /** The articles that the message shows, so that a correction finds it. */
  readonly articleIds: readonly number[];
  /** Left out where the message cannot be put together anew. */
  readonly layout?: PartLayout;
}

/** How a message is put together, so that it can be put together anew when an article in it has changed. HTML all. */
export interface PartLayout extends Partial<BriefingStyle> {
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  /** Above the stories; empty in all parts but the first. */
  readonly head: string;
  readonly stories: readonly LaidStory[];
  /** Below the stories: which part of how many; empty in a briefing of one. */
  readonly foot: string;
}

export interface LaidStory {
  /** Above the first story of a country: its name, its lead. */
  readonly opening: string;
  readonly html: string;
  readonly articleIds: readonly number[];
}

/** What is sent to many chats alike: composed once, stored once, in parts that go in order. */
export interface Edition {
  /** Names what is said: topics, language, window. A second edition of the same key is not stored. */
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly parts: readonly EditionPart[];
}

/** One message of one edition for one chat. */
export interface Delivery {
  readonly id: number;
  readonly chatId: number;
  readonly chatKind: ChatKind;
  readonly edition: string;
  readonly part: number;
  readonly kind: DeliveryKind;
  readonly message: Message;
  readonly silent: boolean;
  /** Calls begun so far, without those that a limit or an outage undid. */
  readonly attempts: number;
  /** True where an earlier call may have reached Telegram: the process died, or the connection was cut, during it. */
  readonly possibleDouble: boolean;
  /** The message that this one is to take the place of; undefined for a new one. */
  readonly edits: number | undefined;
}

/** Where a message goes, as it is at the last moment: a group may have moved, a topic may have been closed. */
export interface Address {
  readonly chatId: number;
  readonly threadId: number | undefined;
}

/** How a delivery ended, or when it is tried again. */
export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: number; readonly at: Temporal.Instant }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | {
      readonly kind: 'retry';
      readonly notBefore: Temporal.Instant;
      readonly error: string;
      /** False where the call, if there was one, does not count as an attempt. */
      readonly spent: boolean;
      /** True where the message may have arrived; once set, this stays. */
      readonly possibleDouble: boolean;
    };

export interface Settled {
  readonly id: number;
  readonly settlement: Settlement;
}

export interface DueWritten {
  /** Chats whose next due time was stored. */
  readonly chats: number;
  readonly deliveries: number;
}

/** Port: what is to be sent, written down before it is sent. */
export interface Outbox {
  /** Stores an edition unless one of its key is stored already, and returns its id. */
  store(edition: Edition, now: Temporal.Instant): Promise<number>;
  /**
   * In one transaction: stores for each chat of these groups in the range its next due time and watermark, and one
   * delivery for each part of its edition. A chat that is no longer due, active and of the group was decided by
   * someone else, and is passed over, and so is one whose edition is not stored. Briefings are silent.
   */
  commitDue(range: DueRange, decisions: readonly DueDecision[], now: Temporal.Instant): Promise<DueWritten>;
  /**
   * Writes an edition and its deliveries to these chats; returns how many were new. All but briefings sound, and those
   * where the chat wants it; with `quietly` nothing does.
   */
  send(edition: Edition, chatIds: readonly number[], now: Temporal.Instant, quietly?: boolean): Promise<number>;
  /**
   * Leases up to `limit` messages that may go now: breaking first, then corrections, then briefings, oldest first;
   * never a part whose earlier part for the same chat and edition is not final. Leases that ran out are taken anew.
   * `term` is the token of the lease under which this process sends: where it is no longer good, nothing is leased.
   */
  lease(limit: number, until: Temporal.Instant, now: Temporal.Instant, term: number): Promise<Delivery[]>;
  /**
   * Marks leased messages `sending` and counts their attempts, committed before the calls. Gives the addresses of those
   * that are this process's to send: of none where the term is over, and not of one that was taken back or given up.
   */
  markSending(ids: readonly number[], term: number): Promise<ReadonlyMap<number, Address>>;
  /**
   * Writes down how messages ended. What was sent is believed of anyone; the rest is written only while the term is
   * good, for another process has taken the message back by then.
   */
  settle(settled: readonly Settled[], term: number): Promise<void>;
  /** At start, when no other dispatcher lives: leased goes back to pending, sending to pending as a possible double. */
  recover(): Promise<{ leased: number; unknown: number }>;
  /** Gives up what is still waiting for a chat. */
  skipChat(chatId: number, reason: string): Promise<number>;
  /** Forgets up to `limit` messages that were queued before then, sent or not, oldest first; returns how many. */
  forgetDeliveries(before: Temporal.Instant, limit: number): Promise<number>;
  /** Forgets up to `limit` editions that were queued for nobody since then; returns how many. */
  forgetEditions(before: Temporal.Instant, limit: number): Promise<number>;
  /** Delivered messages that show the article. */
  deliveredWith(articleId: number): Promise<{ chatId: number; messageId: number; edition: string; part: number }[]>;
}
