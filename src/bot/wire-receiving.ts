import type { Telegraf } from 'telegraf';
import type { Temporal } from 'temporal-polyfill';
import type { Chats } from '../delivery/chats.ts';
import type { Inbox } from '../delivery/inbox.ts';
import type { Log } from '../delivery/log.ts';
import type { Timer } from '../delivery/timer.ts';
import type { InterfaceLanguage } from '../news/language.ts';
import { eventOfUpdate } from './event.ts';
import { withoutFloods } from './flood-guard.ts';
import { createLater, type Later } from './later.ts';
import { createNotice } from './notice.ts';
import { createReceiver, type Receiver, type ReceiverDeps } from './receiver.ts';
import { createSequence, type Sequence } from './sequence.ts';
import type { Talk } from './talk.ts';

export interface ReceivingParts extends Pick<ReceiverDeps, 'onEnd'> {
  /** True where Telegram calls, and so may call other processes. */
  readonly byWebhook: boolean;
  readonly defaultLanguage: InterfaceLanguage;
  /** It is taught elsewhere what to answer. */
  readonly telegraf: Telegraf;
  readonly inbox: Inbox;
  readonly chats: Chats;
  readonly talk: Talk;
  readonly isOfNewsroom: (person: number) => Promise<boolean>;
  readonly now: () => Temporal.Instant;
  readonly timer: Timer;
  readonly log: Log;
}

/** What a poll brings is known at once; what other processes take by webhook is not. */
const LOOK_FOR_OWN_MS = 10_000;
const LOOK_FOR_OTHERS_MS = 100;

/** Wires how updates get from Telegram to the bot: through the inbox, in turn within each chat, without floods. */
export function wireReceiving(parts: ReceivingParts): {
  readonly receiver: Receiver;
  readonly sequence: Sequence;
  readonly quiet: Later;
} {
  const { telegraf, isOfNewsroom, now, timer, log } = parts;
  const sequence = createSequence();
  const quiet = createLater(sequence, timer, (error) => {
    log.error({ error: String(error) }, 'what was put off could not be done');
  });
  const notice = createNotice(parts);
  const guard = {
    ...{ notice, isOfNewsroom, now },
    username: () => telegraf.botInfo?.username ?? '',
    release: async (query: string) => void (await telegraf.telegram.answerCbQuery(query).catch(() => false)),
  };
  const receiver = createReceiver({
    ...{ inbox: parts.inbox, sequence, later: quiet, now, timer, log, onEnd: parts.onEnd },
    handle: withoutFloods(guard, (update) => telegraf.handleUpdate(update)),
    async apologise(update) {
      const event = eventOfUpdate(update);
      if (event !== undefined) await notice(event, (words) => words.help.failed);
    },
    lookEveryMs: parts.byWebhook ? LOOK_FOR_OTHERS_MS : LOOK_FOR_OWN_MS,
  });
  return { receiver, sequence, quiet };
}
