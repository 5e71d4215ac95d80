import type { Temporal } from 'temporal-polyfill';
import type { BriefingLength } from '../briefing/style.ts';
import type { CountryCode } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { Schedule } from './schedule.ts';

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

/**
 * `active` gets briefings; `paused` holds them until `pausedUntil` (or until /resume where that is
 * undefined); `stopped` ended them by /stop; `gone` blocked the bot or no longer exists. Every
 * state keeps the settings.
 */
export type ChatState = 'active' | 'paused' | 'stopped' | 'gone';

/** What a chat has chosen, and how far it was briefed. */
export interface Chat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly language: InterfaceLanguage;
  /** IANA name. */
  readonly timeZone: string;
  /** Undefined while briefings are switched off. */
  readonly schedule: Schedule | undefined;
  readonly state: ChatState;
  readonly pausedUntil: Temporal.Instant | undefined;
  /** In the order in which they were chosen. */
  readonly topics: readonly CountryCode[];
  /** When the next briefing is due; undefined while none is to come. */
  readonly nextDueAt: Temporal.Instant | undefined;
  /** The last number of the publish sequence that this chat was briefed to. */
  readonly briefedTo: number;
  /** When the last briefing fell due, and why it was skipped if it was. */
  readonly lastDueAt: Temporal.Instant | undefined;
  readonly lastSkipped: SkipReason | undefined;
  /** Whether a day with nothing new says so. */
  readonly quietNotes: boolean;
  /** How much a briefing tells of each article. */
  readonly length: BriefingLength;
  /** Whether briefings show quotes. */
  readonly quotes: boolean;
  /** Whether breaking news comes at once. */
  readonly breaking: boolean;
  /** When breaking news comes without a sound; undefined for never. */
  readonly quietHours: QuietHours | undefined;
  /** Whether briefings sound. */
  readonly sound: boolean;
  /** The forum topic in which the chat was set up. */
  readonly threadId: number | undefined;
}

/** What a chat has that has not chosen otherwise. */
export const USUAL_SETTINGS = {
  quietNotes: false,
  length: 'short',
  quotes: true,
  breaking: true,
  quietHours: undefined,
  sound: false,
} as const satisfies Partial<Chat>;

/** Why a briefing that was due was not sent. */
export type SkipReason =
  | 'no-topics'
  | 'nothing-new'
  /** It could not be put together; it is tried again a little later. */
  | 'not-composed';
