import type { Temporal } from 'temporal-polyfill';
import type { Chats } from './chats.ts';
import { createFloodWatch } from './flood-watch.ts';
import { type Gate, GateClosed } from './gate.ts';
import type { Log } from './log.ts';
import type { Messenger } from './messenger.ts';
import type { Delivery, Outbox } from './outbox.ts';
import { type Decision, decide } from './retry.ts';
import { markGone } from './settings.ts';
import type { Timer } from './timer.ts';

export interface DelivererDeps {
  readonly outbox: Pick<Outbox, 'markSending' | 'settle' | 'skipChat'>;
  readonly chats: Pick<Chats, 'change' | 'migrate'>;
  readonly messenger: Pick<Messenger, 'send'>;
  readonly gate: Gate;
  readonly now: () => Temporal.Instant;
  readonly timer: Timer;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  readonly log: Log;
}

export interface Deliverer {
  /** Brings one leased message to its end, or to its next try. */
  deliver(delivery: Delivery): Promise<void>;
  /** True once Telegram has refused the token. */
  unauthorised(): boolean;
}

/** Sends single messages: the gate, the mark that is committed before the call, the call, and what follows from it. */
export function createDeliverer(deps: DelivererDeps, ending: AbortSignal): Deliverer {
  const { outbox, chats, messenger, gate, now, log } = deps;
  const floods = createFloodWatch(deps.timer);
  let refusedToken = false;

  async function deliver(delivery: Delivery): Promise<void> {
    if (ending.aborted) return;
    const heldFor = floods.heldFor(delivery.chatId);
    if (heldFor > 0) {
      const notBefore = now().add({ milliseconds: Math.ceil(heldFor) });
      return outbox.settle(delivery.id, { kind: 'retry', notBefore, error: 'the chat is to wait' });
    }
    if (!(await passGate(delivery)) || !(await outbox.markSending(delivery.id))) return;
    const { chatId, threadId, message, silent } = delivery;
    const outcome = await messenger.send({ chatId, threadId, message, silent });
    const decision = decide(outcome, delivery.attempts + 1, now(), deps.random);
    if (decision.kind !== 'sent') {
      log.warn(
        { delivery: delivery.id, chat: chatId, outcome: outcome.kind, decision: decision.kind },
        'not delivered',
      );
    }
    await settle(delivery, decision);
  }

  /** False where the process is stopping; the message was not begun. */
  async function passGate({ chatId, chatKind, kind }: Delivery): Promise<boolean> {
    try {
      await gate.pass({ chatId, grouped: chatKind !== 'private', priority: kind }, ending);
      return true;
    } catch (error) {
      if (error instanceof GateClosed) return false;
      throw error;
    }
  }

  async function settle(delivery: Delivery, decision: Decision): Promise<void> {
    const { id, chatId } = delivery;
    const again = (error: string) => outbox.settle(id, { kind: 'retry', notBefore: now(), error });
    switch (decision.kind) {
      case 'sent':
        return outbox.settle(id, decision);
      case 'retry':
        if (decision.holdSeconds !== undefined) hold(chatId, decision.holdSeconds);
        return outbox.settle(id, { kind: 'retry', notBefore: decision.notBefore, error: decision.error });
      case 'chat-gone':
        await outbox.settle(id, { kind: 'skipped', reason: decision.error });
        log.info({ chat: chatId }, 'chat gone');
        return markGone(deps, chatId, decision.error);
      case 'migrate':
        await chats.migrate(chatId, decision.to);
        log.info({ chat: chatId, to: decision.to }, 'chat moved');
        return again(`moved to ${decision.to}`);
      case 'drop-thread':
        if (delivery.threadId === undefined) return outbox.settle(id, { kind: 'failed', error: decision.error });
        await chats.change(chatId, { threadId: undefined });
        return again(decision.error);
      case 'refuse':
        return outbox.settle(id, { kind: 'failed', error: decision.error });
      case 'stop':
        refusedToken = true;
        log.error({}, 'Telegram refuses the token');
        return again('the token was refused');
      default:
        return decision satisfies never;
    }
  }

  function hold(chatId: number, seconds: number): void {
    const scope = floods.waitAsked(chatId, seconds);
    gate.pause({ chatId: scope === 'chat' ? chatId : undefined, seconds });
    log.warn({ chat: chatId, seconds, scope }, 'asked to wait');
  }

  return { deliver, unauthorised: () => refusedToken };
}
