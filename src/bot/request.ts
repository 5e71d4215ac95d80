import type { Temporal } from 'temporal-polyfill';
import type { Chat } from '../delivery/chat.ts';
import type { Answer } from './answer.ts';
import type { Words } from './messages/words.ts';
import type { Role } from './role.ts';

export interface Person {
  readonly id: number;
  readonly name: string;
}

/** A text or a file that came in a message, or in the message that it replies to. */
export interface Incoming {
  readonly messageId: number;
  readonly text: string;
  readonly file: IncomingFile | undefined;
}

export interface IncomingFile {
  readonly id: string;
  readonly name: string;
  /** Bytes, as Telegram says; undefined where it does not. */
  readonly size: number | undefined;
}

/** One thing that somebody asks of Dateline: a command, a button, a message. */
export interface Request {
  /** The chat's settings: as stored, or the defaults where it has not chosen anything yet. */
  readonly chat: Chat;
  /** Where in a forum it was asked. */
  readonly threadId: number | undefined;
  /** Undefined for a channel's post and for an administrator who writes as the group. */
  readonly person: Person | undefined;
  readonly role: Role;
  /** What follows the command, or what the button carries. */
  readonly text: string;
  /** The message that asked, or that carries the pressed button. */
  readonly message: Incoming;
  readonly repliedTo: Incoming | undefined;
  readonly words: Words;
  readonly now: Temporal.Instant;
}

export type Handler = (request: Request) => Promise<Answer>;
