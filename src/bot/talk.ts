import type { Carrier, Turn } from '../delivery/carrier.ts';
import type { ChatKind } from '../delivery/chat.ts';
import type { EditOutcome, SendOutcome } from '../delivery/messenger.ts';
import type { Message } from '../delivery/outbox.ts';

/** A place to write to. */
export interface Place {
  readonly id: number;
  readonly kind: ChatKind;
  readonly threadId: number | undefined;
}

/** Answers to people: at once, past the gate, ahead of everything that is scheduled. */
export interface Talk {
  /** The id of the message, or undefined where it could not be sent. */
  say(place: Place, message: Message): Promise<number | undefined>;
  /** False where the message can no longer be edited. */
  edit(place: Place, messageId: number, message: Message): Promise<boolean>;
}

export interface TalkDeps {
  readonly carrier: Carrier;
  /** Told when a chat turns out to be gone. */
  readonly onGone: (chatId: number) => Promise<void>;
  readonly warn: (chatId: number, error: string) => void;
}

const MOST_ATTEMPTS = 3;
/** Where Telegram asks for more, nobody waits for the answer, and the chat's next updates would wait behind it. */
const LONGEST_WAIT_S = 20;

export function createTalk({ carrier, onGone, warn }: TalkDeps): Talk {
  /**
   * An answer is tried again where Telegram asks to wait or is out of reach, three times in all: whoever waits for it
   * is there to ask once more, so nothing is stored. What is not known to have arrived is tried again only where twice
   * is as good as once.
   */
  async function attempt<T extends SendOutcome | EditOutcome>(
    place: Place,
    call: (turn: Turn) => Promise<T>,
    onUnknown: 'repeat' | 'leave',
  ): Promise<T> {
    for (let attempts = 1; ; attempts++) {
      const grouped = place.kind !== 'private';
      const outcome = await call({ grouped, priority: 'answer', patienceSeconds: LONGEST_WAIT_S });
      if (outcome.kind === 'chat-gone') await onGone(place.id);
      const worthwhile =
        outcome.kind === 'unreachable' ||
        (outcome.kind === 'unknown' && onUnknown === 'repeat') ||
        (outcome.kind === 'wait' && outcome.seconds <= LONGEST_WAIT_S);
      if (!worthwhile || attempts === MOST_ATTEMPTS) return outcome;
    }
  }

  function report(place: Place, outcome: SendOutcome | EditOutcome): void {
    warn(place.id, 'error' in outcome ? outcome.error : outcome.kind);
  }

  async function say(place: Place, message: Message): Promise<number | undefined> {
    const { id: chatId, threadId } = place;
    const outcome = await attempt(
      place,
      (turn) => carrier.send({ chatId, threadId, message, silent: false }, turn),
      'leave',
    );
    if (outcome.kind === 'sent') return outcome.messageId;
    if (outcome.kind === 'topic-gone' && place.threadId !== undefined)
      return say({ ...place, threadId: undefined }, message);
    if (outcome.kind === 'migrated' && place.kind === 'group')
      return say({ ...place, id: outcome.to, kind: 'supergroup' }, message);
    report(place, outcome);
    return undefined;
  }

  return {
    say,
    async edit(place, messageId, message) {
      const edit = { chatId: place.id, messageId, message };
      const outcome = await attempt(place, (turn) => carrier.edit(edit, turn), 'repeat');
      if (outcome.kind === 'edited') return true;
      report(place, outcome);
      return false;
    },
  };
}
