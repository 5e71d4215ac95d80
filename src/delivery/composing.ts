import type { Temporal } from 'temporal-polyfill';
import type { Briefing } from '../briefing/edition.ts';
import type { Silence } from '../briefing/silence.ts';
import type { BriefingStyle } from '../briefing/style.ts';
import type { CountryCode } from '../news/country.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import type { EditionPart, Message } from './outbox.ts';

/** For whom an edition is put into words. */
export interface EditionReader {
  readonly language: InterfaceLanguage;
  readonly timeZone: string;
  /** The day that the edition is dated is this instant's, in the reader's zone. */
  readonly dueAt: Temporal.Instant;
}

/** The same, and how much of it he wants. */
export type BriefingReader = EditionReader & BriefingStyle;

/** Puts a briefing into words, as messages that Telegram takes. */
export type ComposeEdition = (
  briefing: Briefing,
  reader: BriefingReader,
) => readonly EditionPart[] | Promise<readonly EditionPart[]>;

/** Says in a line that there is nothing new on these topics. */
export type ComposeQuietNote = (topics: readonly CountryCode[], silence: Silence, reader: EditionReader) => Message;
