import type { Temporal } from 'temporal-polyfill';
import type { Carrier } from './carrier.ts';
import type { Chats } from './chats.ts';
import { GateClosed } from './gate.ts';
import type { Log } from './log.ts';
import type { SendOutcome } from './messenger.ts';
import type { OutageWatch } from './outage-watch.ts';
import type { Address, Delivery, Outbox } from './outbox.ts';
import { type Decision, decide } from './retry.ts';
import { markGone } from './settings.ts';
import type { Settlements } from './settlements.ts';

export interface DelivererDeps {
  readonly outbox: Pick<Outbox, 'skipChat'>;
  readonly chats: Pick<Chats, 'change' | 'migrate' | 'markGone'>;
  readonly carrier: Carrier;
  readonly outages: Pick<OutageWatch, 'reach'>;
  readonly now: () => Temporal.Instant;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Told when a message is sent that may have arrived before. */
  readonly onPossibleDouble: () => void;
  /** Told how a message ended: `delivered`, or `failed: WHY`. */
  readonly onEnd: (how: string) => void;
}

/** Faults are counted by their beginnings, which are few. */
const LONGEST_FAULT = 60;

/** How it goes on: with the next message, or with none, for Telegram no longer takes the token. */
export type Delivered = 'go on' | 'stop';

export interface Deliverer {
  /** Brings one message that is marked as sending to its end, or to its next try. `onStart` is told when its call starts. */
  deliver(delivery: Delivery, address: Address, onStart: () => void): Promise<Delivered>;
}

/** Sends single messages: the call, and what follows from it. */
export function createDeliverer(deps: DelivererDeps, settlements: Settlements, ending: AbortSignal): Deliverer {
  const { outbox, chats, carrier, outages, now, random, log } = deps;

  async function deliver(delivery: Delivery, address: Address, onStart: () => void): Promise<Delivered> {
    const outcome = await call(delivery, address, onStart);
    if (outcome === undefined) {
      await tryAgain(delivery.id, 'not begun: the sending was paused or ended', false);
      return 'go on';
    }
    const outage = outages.reach() !== 'up';
    const decision = decide(outcome, { attempts: delivery.attempts + 1, outage, now: now(), random });
    if (decision.kind !== 'sent' && !outage) {
      const { chatId } = address;
      log.warn(
        { delivery: delivery.id, chat: chatId, outcome: outcome.kind, decision: decision.kind },
        'not delivered',
      );
    }
    await settle(delivery.id, address, decision);
    if (decision.kind === 'sent') deps.onEnd('delivered');
    if (decision.kind === 'chat-gone' || decision.kind === 'refuse')
      deps.onEnd(`failed: ${decision.error.slice(0, LONGEST_FAULT)}`);
    return decision.kind === 'stop' ? 'stop' : 'go on';
  }

  /** Undefined where the sending pauses or ends; the call was not begun then. */
  async function call(delivery: Delivery, address: Address, onStart: () => void): Promise<SendOutcome | undefined> {
    const { id, chatKind, kind, message, silent, possibleDouble, edits } = delivery;
    const start = () => {
      onStart();
      if (!possibleDouble) return;
      deps.onPossibleDouble();
      log.warn({ delivery: id, chat: address.chatId }, 'sent once more: it may have arrived before');
    };
    const turn = { grouped: chatKind !== 'private', priority: kind, signal: ending, onStart: start };
    try {
      if (edits === undefined) return await carrier.send({ ...address, message, silent }, turn);
      const edited = await carrier.edit({ chatId: address.chatId, messageId: edits, message }, turn);
      if (edited.kind === 'edited') return { kind: 'sent', messageId: edits };
      // What can no longer be edited is answered: whoever reads it must not miss what it says now.
      return edited.kind === 'refused'
        ? await carrier.send({ ...address, message, silent, replyTo: edits }, turn)
        : edited;
    } catch (error) {
      if (error instanceof GateClosed) return undefined;
      throw error;
    }
  }

  function tryAgain(id: number, error: string, spent: boolean, notBefore = now()): Promise<void> {
    return settlements.add(id, { kind: 'retry', notBefore, error, spent, possibleDouble: false });
  }

  async function settle(id: number, { chatId, threadId }: Address, decision: Decision): Promise<void> {
    switch (decision.kind) {
      case 'sent':
      case 'retry':
        return settlements.add(id, decision);
      case 'chat-gone':
        await settlements.add(id, { kind: 'skipped', reason: decision.error });
        log.info({ chat: chatId }, 'chat gone');
        return markGone({ chats, outbox, now }, chatId, decision.error);
      case 'migrate':
        await chats.migrate(chatId, decision.to);
        log.info({ chat: chatId, to: decision.to }, 'chat moved');
        return tryAgain(id, `moved to ${decision.to}`, true, decision.notBefore);
      case 'drop-thread':
        if (threadId === undefined) return settlements.add(id, { kind: 'failed', error: decision.error });
        await chats.change(chatId, { threadId: undefined });
        return tryAgain(id, decision.error, true);
      case 'refuse':
        return settlements.add(id, { kind: 'failed', error: decision.error });
      case 'stop':
        log.error({}, 'Telegram refuses the token');
        return tryAgain(id, 'the token was refused', false);
      default:
        return decision satisfies never;
    }
  }

  return { deliver };
}
