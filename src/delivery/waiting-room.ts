import type { SendPriority, SendRequest } from './gate.ts';

/** A request that waits, since when, and how it is let in or called off. */
export interface Waiting {
  readonly request: SendRequest;
  /** Monotonic milliseconds. */
  readonly since: number;
  readonly enter: () => void;
  readonly callOff: () => void;
}

export type Choice =
  | { readonly kind: 'now'; readonly waiting: Waiting }
  /** Nobody may go before this time. */
  | { readonly kind: 'later'; readonly at: number };

export interface WaitingRoom {
  size(): number;
  join(waiting: Waiting): void;
  /** Takes one out; nothing happens where it has left already. */
  leave(waiting: Waiting): void;
  everyone(): Waiting[];
  choose(now: number, chatOpenAt: (request: SendRequest) => number): Choice;
}

/** However many answers there are, whoever has waited this long goes next: nothing waits for ever. */
const PATIENCE_MS = 15_000;

const ORDER: readonly SendPriority[] = ['answer', 'breaking', 'correction', 'briefing'];

/**
 * Who waits at the gate: by priority, in each priority by chat, in each chat by arrival. A chat that may not go yet
 * holds up nobody else, and a chat that has just gone stands behind the others of its priority.
 */
export function createWaitingRoom(): WaitingRoom {
  const queues = new Map(ORDER.map((priority) => [priority, new Map<number, Set<Waiting>>()]));
  let size = 0;

  function chatsOf(priority: SendPriority): Map<number, Set<Waiting>> {
    return queues.get(priority) ?? new Map();
  }

  function join(waiting: Waiting): void {
    const chats = chatsOf(waiting.request.priority);
    const queue = chats.get(waiting.request.chatId);
    if (queue === undefined) chats.set(waiting.request.chatId, new Set([waiting]));
    else queue.add(waiting);
    size++;
  }

  function leave(waiting: Waiting): void {
    const chats = chatsOf(waiting.request.priority);
    const queue = chats.get(waiting.request.chatId);
    if (queue?.delete(waiting) !== true) return;
    size--;
    chats.delete(waiting.request.chatId);
    if (queue.size > 0) chats.set(waiting.request.chatId, queue);
  }

  function choose(now: number, chatOpenAt: (request: SendRequest) => number): Choice {
    let earliest = Number.POSITIVE_INFINITY;
    let first: Waiting | undefined;
    let impatient: Waiting | undefined;
    for (const priority of ORDER) {
      for (const [waiting] of chatsOf(priority).values()) {
        if (waiting === undefined) continue;
        const at = chatOpenAt(waiting.request);
        earliest = Math.min(earliest, at);
        if (at > now) continue;
        first ??= waiting;
        if (now - waiting.since >= PATIENCE_MS && waiting.since < (impatient?.since ?? now)) impatient = waiting;
        break;
      }
    }
    const waiting = impatient ?? first;
    return waiting === undefined ? { kind: 'later', at: earliest } : { kind: 'now', waiting };
  }

  return {
    size: () => size,
    join,
    leave,
    everyone: () => ORDER.flatMap((priority) => [...chatsOf(priority).values()].flatMap((queue) => [...queue])),
    choose,
  };
}
