import type { Message } from './outbox.ts';

/** A message on its way to a chat. */
export interface Outgoing {
  readonly chatId: number;
  readonly threadId: number | undefined;
  readonly message: Message;
  readonly silent: boolean;
  /** The message that this one answers, if that is still there. */
  readonly replyTo?: number;
}

/** What became of a call to Telegram; every answer that it can give is one of these. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: number }
  /** 429: nothing was sent. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** 403, or a chat that does not exist: the chat is gone until it comes back by itself. */
  | { readonly kind: 'chat-gone'; readonly error: string }
  /** The group became a supergroup of another id. */
  | { readonly kind: 'migrated'; readonly to: number }
  /** The forum topic was closed or deleted. */
  | { readonly kind: 'topic-gone'; readonly error: string }
  /** 400 of any other sort: this message will never be taken. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Not sent: there was no connection to write the call to, or Telegram itself says that it failed. */
  | { readonly kind: 'unreachable'; readonly error: string }
  /** The call was written and no answer of Telegram's came (cut, timed out, a gateway's 502): nobody knows. */
  | { readonly kind: 'unknown'; readonly error: string }
  /** 401: the token is no longer good, for anything. */
  | { readonly kind: 'unauthorised' };

/** A message that stands in a chat, with what it shall say from now on. */
export interface Edit {
  readonly chatId: number;
  readonly messageId: number;
  readonly message: Message;
}

/** What became of an edit; a message that says so already counts as edited. */
export type EditOutcome = { readonly kind: 'edited' } | Exclude<SendOutcome, { readonly kind: 'sent' | 'topic-gone' }>;

/**
 * Port: one call to Telegram each; never throws, never retries, never waits for a limit. `onWritten` is told when the
 * call goes out.
 */
export interface Messenger {
  send(outgoing: Outgoing, onWritten?: () => void): Promise<SendOutcome>;
  edit(edit: Edit, onWritten?: () => void): Promise<EditOutcome>;
  /** Whether Telegram answers at all. Changes nothing there. */
  isReachable(): Promise<boolean>;
}
