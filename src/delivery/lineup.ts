import type { Delivery } from './outbox.ts';
import type { Timer } from './timer.ts';
import { createWaitingRoom, type SendRequest, type Waiting } from './waiting-room.ts';

/** The leased messages that wait in memory, at most one a chat, and the chats whose message is on its way. */
export interface Lineup {
  size(): number;
  /** Messages that were called up and are not done. */
  onTheWay(): number;
  /**
   * Takes a message in and returns 0; or returns the milliseconds after which its turn may come, where that is so long
   * that it would only take the place of others.
   */
  join(delivery: Delivery): number;
  /** Takes out those whose turn comes next, at most so many: the most urgent first, each to another chat. */
  callUp(most: number): Delivery[];
  /** Says that the message of a chat that was called up is settled. */
  done(chatId: number): void;
}

interface LinedUp extends Waiting {
  readonly delivery: Delivery;
}

/** A chat's next message may go about a second after its last, and waits that long here. */
const NEXT_OF_CHAT_MS = 1100;
const LONGEST_MS = 1500;

/** A message is called up this long before its chat is open: the gate has the last word. */
const AHEAD_MS = 250;

export function createLineup(timer: Timer, chatOpenAt: (request: SendRequest) => number): Lineup {
  const room = createWaitingRoom<LinedUp>();
  const waiting = new Set<number>();
  const onTheWay = new Set<number>();
  /** When a chat's last message that was turned away may come, so that each comes when it can go, and in order. */
  const promised = new Map<number, number>();

  function join(delivery: Delivery): number {
    const { chatId, chatKind, kind } = delivery;
    const request: SendRequest = { chatId, grouped: chatKind !== 'private', priority: kind };
    const now = timer.now();
    const wait = Math.max(0, chatOpenAt(request) - now);
    if (waiting.has(chatId) || onTheWay.has(chatId)) return promise(chatId, now + wait) - now;
    if (wait > LONGEST_MS) return wait;
    waiting.add(chatId);
    room.join({ request, since: now, delivery });
    return 0;
  }

  function promise(chatId: number, openAt: number): number {
    const at = Math.max(openAt, promised.get(chatId) ?? 0) + NEXT_OF_CHAT_MS;
    promised.set(chatId, at);
    return at;
  }

  function callUp(most: number): Delivery[] {
    const called: Delivery[] = [];
    while (called.length < most) {
      const choice = room.choose(timer.now() + AHEAD_MS, chatOpenAt);
      if (choice.kind === 'later') break;
      const { delivery } = choice.waiting;
      room.leave(choice.waiting);
      waiting.delete(delivery.chatId);
      onTheWay.add(delivery.chatId);
      called.push(delivery);
    }
    return called;
  }

  return {
    size: room.size,
    onTheWay: () => onTheWay.size,
    join,
    callUp,
    done: (chatId) => {
      onTheWay.delete(chatId);
      if ((promised.get(chatId) ?? 0) <= timer.now()) promised.delete(chatId);
    },
  };
}
