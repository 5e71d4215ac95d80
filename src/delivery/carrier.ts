import type { Call, Gate } from './gate.ts';
import type { Log } from './log.ts';
import type { Edit, EditOutcome, Messenger, Outgoing, SendOutcome } from './messenger.ts';
import type { OutageWatch } from './outage-watch.ts';
import type { SendPriority, SendRequest } from './waiting-room.ts';

/** How a call waits for its turn. */
export interface Turn {
  /** True in a group, a supergroup or a channel. */
  readonly grouped: boolean;
  readonly priority: SendPriority;
  /** Whoever waits no longer than this for Telegram to be asked again: else the outcome is `wait`, with no call. */
  readonly patienceSeconds?: number;
  /** Calls the wait off. */
  readonly signal?: AbortSignal;
  /** Told in the instant in which the call starts. */
  readonly onStart?: () => void;
}

/**
 * The one way to Telegram for everything that is sent or edited: each call passes the gate, and what Telegram says of
 * waiting, or its silence, is heeded by all that come after. Rejects with GateClosed where the wait is called off.
 */
export interface Carrier {
  send(outgoing: Outgoing, turn: Turn): Promise<SendOutcome>;
  edit(edit: Edit, turn: Turn): Promise<EditOutcome>;
}

type Wait = Extract<SendOutcome, { readonly kind: 'wait' }>;

export interface CarrierDeps {
  readonly messenger: Pick<Messenger, 'send' | 'edit'>;
  readonly gate: Gate;
  readonly outages: Pick<OutageWatch, 'answered' | 'unanswered'>;
  readonly log: Log;
}

export function createCarrier({ messenger, gate, outages, log }: CarrierDeps): Carrier {
  async function carry<O extends SendOutcome | EditOutcome>(
    chatId: number,
    { grouped, priority, patienceSeconds = Number.POSITIVE_INFINITY, signal, onStart }: Turn,
    call: Call<O>,
  ): Promise<O | Wait> {
    const held = gate.heldFor(chatId);
    if (held > patienceSeconds) return { kind: 'wait', seconds: Math.ceil(held) };
    const request: SendRequest = { chatId, grouped, priority };
    const start: Call<O> = (onWritten) => {
      onStart?.();
      return call(onWritten);
    };
    const outcome = await gate.pass(request, start, signal);
    heed(chatId, outcome);
    return outcome;
  }

  function heed(chatId: number, outcome: SendOutcome | EditOutcome): void {
    if (outcome.kind === 'unreachable' || outcome.kind === 'unknown') {
      outages.unanswered(chatId);
      return;
    }
    outages.answered();
    if (outcome.kind !== 'wait') return;
    const scope = gate.askedToWait(chatId, outcome.seconds);
    log.warn({ chat: chatId, seconds: outcome.seconds, scope }, 'asked to wait');
  }

  return {
    send: (outgoing, turn) => carry(outgoing.chatId, turn, (onWritten) => messenger.send(outgoing, onWritten)),
    edit: (edit, turn) => carry(edit.chatId, turn, (onWritten) => messenger.edit(edit, onWritten)),
  };
}
