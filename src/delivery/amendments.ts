import type { Temporal } from 'temporal-polyfill';
import type { Amendment } from '../news/amendment.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { Follower } from './chats.ts';
import type { Edition, Message, PartLayout } from './outbox.ts';

/** A stored message that shows an article. */
export interface ShownPart {
  readonly editionId: number;
  readonly part: number;
  readonly message: Message;
  /** Undefined for a message from before messages were kept so. */
  readonly layout: PartLayout | undefined;
}

/** Port: what was changed of published articles and is still to be carried to those who got them. */
export interface Amendments {
  /** Oldest first. */
  open(): Promise<Amendment[]>;
  close(id: number): Promise<void>;
  /** The messages that show an article, in order, behind the given one. Edits of others are none. */
  partsShowing(
    articleId: number,
    after: Pick<ShownPart, 'editionId' | 'part'> | undefined,
    limit: number,
  ): Promise<ShownPart[]>;
  /**
   * Puts another text in the place of a stored message, for all to whom it is still to be sent; what is leased goes back
   * to wait. Without a text they are skipped.
   */
  rewrite(part: ShownPart, message: Message | undefined): Promise<void>;
  /**
   * Writes edits of the message for up to `limit` of the chats behind `afterId` that got it by an instant; again for one whose edit
   * was written before the amendment. Returns the last delivery that was looked at, undefined behind the last.
   */
  writeEdits(
    part: ShownPart,
    message: Message,
    amendment: Amendment,
    until: Temporal.Instant,
    now: Temporal.Instant,
    afterId: number,
    limit: number,
  ): Promise<number | undefined>;
  /**
   * Writes a message with sound for chats of a language behind `afterChat` that got the article, whatever they have muted.
   * Returns the last chat that was looked at, undefined behind the last.
   */
  tell(
    articleId: number,
    edition: Edition,
    language: InterfaceLanguage,
    now: Temporal.Instant,
    afterChat: number | undefined,
    limit: number,
  ): Promise<number | undefined>;
  /** Of these chats, those that were briefed past an article and never got it: not before it was held, and not still to come. */
  missed(articleId: number, chats: readonly Follower[]): Promise<Follower[]>;
  /** How many chats got an article. */
  countReached(articleId: number): Promise<number>;
}
