import { createPace } from './pace.ts';
import type { Timer } from './timer.ts';
import { createWaitingRoom, type Waiting } from './waiting-room.ts';

/** Who goes first where several wait: an answer to a person, then breaking news, corrections, briefings. */
export type SendPriority = 'answer' | 'breaking' | 'correction' | 'briefing';

/** A call to Telegram that waits for its turn. */
export interface SendRequest {
  readonly chatId: number;
  /** True in a group, a supergroup or a channel, where Telegram takes 20 messages a minute. */
  readonly grouped: boolean;
  readonly priority: SendPriority;
}

/** What a wait is rejected with when it is called off: by its own signal, or because the gate is closed. */
export class GateClosed extends Error {}

/**
 * The one gate through which every message goes. It decides the overall pace and the pace of each chat together, at
 * the start of each call: limiters put one behind the other break one of the two.
 */
export interface Gate {
  /** Resolves when the call may start, and counts it as started: call at once. Rejects with GateClosed. */
  pass(request: SendRequest, signal?: AbortSignal): Promise<void>;
  /** Holds a chat, or everything where `chatId` is undefined, for as long as Telegram asked. */
  pause(wait: { readonly chatId: number | undefined; readonly seconds: number }): void;
  /** Rejects all that wait, and all that comes. */
  close(): void;
}

export function createGate(options: { readonly messagesPerSecond: number; readonly timer: Timer }): Gate {
  const { timer } = options;
  const pace = createPace(options.messagesPerSecond);
  const room = createWaitingRoom();
  let callOffAlarm: (() => void) | undefined;
  let closed = false;

  /** Lets in all that may start now, and sets the alarm for the next. */
  function admit(): void {
    callOffAlarm?.();
    callOffAlarm = undefined;
    while (room.size() > 0) {
      const now = timer.now();
      const next = pace.openAt() > now ? { kind: 'later' as const, at: pace.openAt() } : choose(now);
      if (next.kind === 'later') {
        callOffAlarm = timer.after(Math.max(1, Math.ceil(next.at - now)), admit);
        return;
      }
      room.leave(next.waiting);
      pace.started(now, next.waiting.request.chatId, next.waiting.request.grouped);
      next.waiting.enter();
    }
  }

  function choose(now: number) {
    return room.choose(now, ({ chatId, grouped }) => pace.chatOpenAt(chatId, grouped));
  }

  function pass(request: SendRequest, signal?: AbortSignal): Promise<void> {
    if (closed || signal?.aborted === true) return Promise.reject(new GateClosed());
    return new Promise((resolve, reject) => {
      const callOff = () => {
        room.leave(waiting);
        reject(new GateClosed());
      };
      const enter = () => {
        signal?.removeEventListener('abort', callOff);
        resolve();
      };
      const waiting: Waiting = { request, since: timer.now(), enter, callOff };
      signal?.addEventListener('abort', callOff, { once: true });
      room.join(waiting);
      admit();
    });
  }

  return {
    pass,
    pause: ({ chatId, seconds }) => {
      const now = timer.now();
      if (chatId === undefined) pace.pause(now + seconds * 1000);
      else pace.pauseChat(now, chatId, now + seconds * 1000);
    },
    close: () => {
      closed = true;
      callOffAlarm?.();
      for (const waiting of room.everyone()) waiting.callOff();
    },
  };
}
