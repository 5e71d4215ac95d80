import { createFloodWatch } from './flood-watch.ts';
import { createPace } from './pace.ts';
import type { Timer } from './timer.ts';
import { createWaitingRoom, type SendRequest, type Waiting } from './waiting-room.ts';

export type { SendPriority, SendRequest } from './waiting-room.ts';

/** What a wait is rejected with when it is called off: by its own signal, or because the gate is closed. */
export class GateClosed extends Error {}

export type Call<T> = (onWritten: () => void) => Promise<T>;

/**
 * The one gate through which every message goes. It decides the overall pace and the pace of each chat together, at
 * the start of each call: limiters put one behind the other break one of the two.
 */
export interface Gate {
  /**
   * Starts the call when its turn has come, in the same instant in which it is counted, and gives what it gives. The
   * call may tell when it was written to its connection: it counts from then on.
   * Rejects with GateClosed where the wait is called off; the call was not started then.
   */
  pass<T>(request: SendRequest, call: Call<T>, signal?: AbortSignal): Promise<T>;
  /** When the next call to this chat may start, as far as the chat is concerned, in the timer's milliseconds. */
  chatOpenAt(request: SendRequest): number;
  /** Holds what Telegram's wait is about for as long as it asked, and says what that is: the chat, or everything. */
  askedToWait(chatId: number, seconds: number): 'chat' | 'everything';
  /** For how many seconds Telegram still wants this chat, or everybody, to be left alone; 0 for none. */
  heldFor(chatId: number): number;
  /** Rejects all that wait, and all that comes. */
  close(): void;
}

/** One that waits, and how it is let in or called off. */
interface Entrant extends Waiting {
  readonly enter: () => void;
  readonly callOff: () => void;
}

export function createGate(options: { readonly messagesPerSecond: number; readonly timer: Timer }): Gate {
  const { timer } = options;
  const pace = createPace(options.messagesPerSecond);
  const floods = createFloodWatch(timer);
  const room = createWaitingRoom<Entrant>();
  let callOffAlarm: (() => void) | undefined;
  let closed = false;

  /** Lets in all that may start now, and sets the alarm for the next. */
  function admit(): void {
    callOffAlarm?.();
    callOffAlarm = undefined;
    while (room.size() > 0) {
      const now = timer.now();
      const next = pace.openAt() > now ? { kind: 'later' as const, at: pace.openAt() } : room.choose(now, chatOpenAt);
      if (next.kind === 'later') {
        callOffAlarm = timer.after(Math.max(1, Math.ceil(next.at - now)), admit);
        return;
      }
      room.leave(next.waiting);
      next.waiting.enter();
    }
  }

  function chatOpenAt({ chatId, grouped }: SendRequest): number {
    return pace.chatOpenAt(chatId, grouped);
  }

  async function start<T>({ chatId, grouped }: SendRequest, call: Call<T>): Promise<T> {
    const started = pace.started(timer.now(), chatId, grouped);
    try {
      return await call(() => started.written(timer.now()));
    } finally {
      started.answered(timer.now());
    }
  }

  function pass<T>(request: SendRequest, call: Call<T>, signal?: AbortSignal): Promise<T> {
    if (closed || signal?.aborted === true) return Promise.reject(new GateClosed());
    if (room.size() === 0) pace.wasIdle(timer.now());
    return new Promise((resolve, reject) => {
      const callOff = () => {
        room.leave(entrant);
        reject(new GateClosed());
      };
      const enter = () => {
        signal?.removeEventListener('abort', callOff);
        resolve(start(request, call));
      };
      const entrant: Entrant = { request, since: timer.now(), enter, callOff };
      signal?.addEventListener('abort', callOff, { once: true });
      room.join(entrant);
      admit();
    });
  }

  function askedToWait(chatId: number, seconds: number): 'chat' | 'everything' {
    const now = timer.now();
    const scope = floods.waitAsked(chatId);
    pace.pauseChat(now, chatId, now + seconds * 1000);
    if (scope === 'everything') pace.pause(now + seconds * 1000);
    return scope;
  }

  return {
    pass,
    chatOpenAt,
    askedToWait,
    heldFor: (chatId) => Math.max(0, pace.pausedUntil(chatId) - timer.now()) / 1000,
    close: () => {
      closed = true;
      callOffAlarm?.();
      for (const entrant of room.everyone()) entrant.callOff();
    },
  };
}
