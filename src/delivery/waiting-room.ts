/** Who goes first where several wait: an answer to a person, then breaking news, corrections, briefings. */
export type SendPriority = 'answer' | 'breaking' | 'correction' | 'briefing';

/** A call to Telegram that waits for its turn. */
export interface SendRequest {
  readonly chatId: number;
  /** True in a group, a supergroup or a channel, where Telegram takes 20 messages a minute. */
  readonly grouped: boolean;
  readonly priority: SendPriority;
}

/** A request that waits, and since when, in monotonic milliseconds. */
export interface Waiting {
  readonly request: SendRequest;
  readonly since: number;
}

export type Choice<W extends Waiting> =
  | { readonly kind: 'now'; readonly waiting: W }
  /** Nobody may go before this time. */
  | { readonly kind: 'later'; readonly at: number };

export interface WaitingRoom<W extends Waiting> {
  size(): number;
  join(waiting: W): void;
  /** Takes one out; nothing happens where it has left already. */
  leave(waiting: W): void;
  everyone(): W[];
  /** Who goes next of those whose chat is open by `now`. */
  choose(now: number, chatOpenAt: (request: SendRequest) => number): Choice<W>;
}

/** However many answers there are, whoever has waited this long goes next: nothing waits for ever. */
const PATIENCE_MS = 15_000;

const ORDER: readonly SendPriority[] = ['answer', 'breaking', 'correction', 'briefing'];

/**
 * Who waits for a turn: by priority, in each priority by chat, in each chat by arrival. A chat that may not go yet
 * holds up nobody else, and a chat that has just gone stands behind the others of its priority.
 */
export function createWaitingRoom<W extends Waiting>(): WaitingRoom<W> {
  const queues = new Map(ORDER.map((priority) => [priority, new Map<number, Set<W>>()]));
  let size = 0;

  function chatsOf(priority: SendPriority): Map<number, Set<W>> {
    return queues.get(priority) ?? new Map();
  }

  function join(waiting: W): void {
    const chats = chatsOf(waiting.request.priority);
    const queue = chats.get(waiting.request.chatId);
    if (queue === undefined) chats.set(waiting.request.chatId, new Set([waiting]));
    else queue.add(waiting);
    size++;
  }

  function leave(waiting: W): void {
    const chats = chatsOf(waiting.request.priority);
    const queue = chats.get(waiting.request.chatId);
    if (queue?.delete(waiting) !== true) return;
    size--;
    chats.delete(waiting.request.chatId);
    if (queue.size > 0) chats.set(waiting.request.chatId, queue);
  }

  function choose(now: number, chatOpenAt: (request: SendRequest) => number): Choice<W> {
    let earliest = Number.POSITIVE_INFINITY;
    let first: W | undefined;
    let impatient: W | undefined;
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
