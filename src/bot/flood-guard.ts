import type { Message, Update } from 'telegraf/types';
import type { Temporal } from 'temporal-polyfill';
import { type Event, eventOfUpdate } from './event.ts';
import { createFloodRule, type FloodRule } from './flood-rule.ts';
import type { Words } from './messages/words.ts';
import type { Notice } from './notice.ts';
import { isSaid, readCommand } from './read-update.ts';

export interface FloodGuardDeps {
  readonly notice: Notice;
  /** Ends the waiting of whoever pressed a button; never throws. */
  readonly release: (queryId: string) => Promise<void>;
  /** True for who files articles: each comes in any number of messages, and there may be many. */
  readonly isOfNewsroom: (person: number) => Promise<boolean>;
  /** The bot's own username. */
  readonly username: () => string;
  readonly now: () => Temporal.Instant;
}

/** Commands, and texts to which a private chat would get an answer, from one person in a minute. */
const MOST_ASKED = 20;
/** Choosing one's countries is many taps. */
const MOST_PRESSED = 90;

/**
 * The same handling, without what one person sends beyond his minute's share: he is told once, and not heard until his
 * minute is over. It counts by when things were sent, so that nobody is ignored for what was held up on its way.
 */
export function withoutFloods(
  { notice, release, isOfNewsroom, username, now }: FloodGuardDeps,
  handle: (update: Update) => Promise<void>,
): (update: Update) => Promise<void> {
  const asking = createFloodRule(MOST_ASKED);
  const pressing = createFloodRule(MOST_PRESSED);

  /** Whether it is heard; who asks too much for the first time is told. */
  async function isHeard(rule: FloodRule, event: Event, at: number): Promise<boolean> {
    const hearing = rule.hear(event.person?.id ?? event.chat.id, at);
    if (hearing === 'heard' || (event.person && (await isOfNewsroom(event.person.id)))) return true;
    if (hearing === 'told') await notice(event, (words: Words) => words.help.tooMany);
    return false;
  }

  /** True where an answer is expected: not of the talk in a group, nor of a command that is another bot's. */
  function isAsked(event: Event): boolean {
    const command = readCommand(event.text);
    if (command !== undefined) return (command.addressee ?? username().toLowerCase()) === username().toLowerCase();
    return event.chat.kind === 'private';
  }

  async function onPress(update: Update.CallbackQueryUpdate, event: Event): Promise<void> {
    if (await isHeard(pressing, event, now().epochMilliseconds)) return handle(update);
    return release(update.callback_query.id);
  }

  async function onMessage(update: Update, message: Message, event: Event): Promise<void> {
    const sentAt = Number.isSafeInteger(message.date) ? message.date * 1000 : now().epochMilliseconds;
    if (!isSaid(message) || !isAsked(event) || (await isHeard(asking, event, sentAt))) return handle(update);
  }

  return async (update) => {
    const event = eventOfUpdate(update);
    if (event === undefined) return handle(update);
    if ('callback_query' in update) return onPress(update, event);
    if ('message' in update) return onMessage(update, update.message, event);
    return 'channel_post' in update ? onMessage(update, update.channel_post, event) : handle(update);
  };
}
