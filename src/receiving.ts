import type { Telegraf } from 'telegraf';
import type { Temporal } from 'temporal-polyfill';
import { eventOfUpdate } from './bot/event.ts';
import { withoutFloods } from './bot/flood-guard.ts';
import { createLater, type Later } from './bot/later.ts';
import { createNotice } from './bot/notice.ts';
import { createReceiver, type Receiver, type ReceiverDeps } from './bot/receiver.ts';
import { createSequence, type Sequence } from './bot/sequence.ts';
import type { Talk } from './bot/talk.ts';
import type { Config } from './config.ts';
import type { Chats } from './delivery/chats.ts';
import type { Inbox } from './delivery/inbox.ts';
import type { Log } from './delivery/log.ts';
import type { Timer } from './delivery/timer.ts';

export interface ReceivingParts extends Pick<ReceiverDeps, 'onEnd'> {
  readonly config: Pick<Config, 'WEBHOOK_URL' | 'DEFAULT_LANGUAGE'>;
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
  const { config, telegraf, isOfNewsroom, now, timer, log } = parts;
  const sequence = createSequence();
  const quiet = createLater(sequence, timer, (error) => {
    log.error({ error: String(error) }, 'what was put off could not be done');
  });
  const notice = createNotice({ ...parts, defaultLanguage: config.DEFAULT_LANGUAGE });
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
    lookEveryMs: config.WEBHOOK_URL === undefined ? LOOK_FOR_OWN_MS : LOOK_FOR_OTHERS_MS,
  });
  return { receiver, sequence, quiet };
}
