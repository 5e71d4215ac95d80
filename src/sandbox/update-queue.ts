import { type Answer, accept, conflict } from './answer.ts';
import type { Update, UpdatePayload } from './wire.ts';
import type { World } from './world.ts';

type Pending = { update: Update; at: number; lane: string };

export type PollRequest = {
  offset: number;
  limit: number;
  /** Seconds that an empty answer is held back. */
  timeout: number;
  /** Ends when the poller has gone away. */
  gone: AbortSignal;
};

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;

const ONLY_WHEN_ASKED = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const DAY_MS = 86_400_000;
const QUERY_MS = 150_000;
const QUERIES = ['callback_query', 'inline_query'];

/** The updates that wait for the bot, by long poll or webhook. An update leaves when the bot has confirmed it. */
export function createUpdateQueue(world: World) {
  const pending = world.collection<Pending>('updates');
  const settings = world.collection<string[]>('allowed updates');
  const confirmations = new Map<number, (() => void)[]>();
  const listeners = new Set<() => void>();
  let endWaiting: ((answer: Answer) => void) | undefined;

  const confirm = (id: number): void => {
    pending.delete(String(id));
    for (const resolve of confirmations.get(id) ?? []) resolve();
    confirmations.delete(id);
  };

  const live = (): Pending[] => {
    const now = world.milliseconds();
    const all = [...pending.values()];
    for (const { update, at } of all) {
      const lifetime = QUERIES.some((kind) => kind in update) ? QUERY_MS : DAY_MS;
      if (now - at > lifetime) confirm(update.update_id);
    }
    return [...pending.values()];
  };

  const allows = (payload: UpdatePayload): boolean => {
    const kind = Object.keys(payload)[0] ?? '';
    const allowed = settings.get('kinds') ?? [];
    return allowed.length === 0 ? !ONLY_WHEN_ASKED.has(kind) : allowed.includes(kind);
  };

  return {
    /** Queues an update; its number, or undefined where the bot did not ask for this kind. */
    push(payload: UpdatePayload, lane: string): number | undefined {
      if (!allows(payload)) return undefined;
      const id = world.next('update');
      pending.set(String(id), { update: { update_id: id, ...payload }, at: world.milliseconds(), lane });
      for (const listener of [...listeners]) listener();
      return id;
    },

    /** Which kinds of update are made from now on; an empty list means the usual ones. */
    allow(kinds: string[]): void {
      settings.set('kinds', kinds);
    },
    allowed: (): string[] => settings.get('kinds') ?? [],

    poll(request: PollRequest): Promise<Answer> {
      endPoll(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
      forgetBefore(request.offset);
      return new Promise((resolve) => {
        const first = ready(request);
        if (first.length > 0 || request.timeout === 0) return resolve(accept(first));
        const look = () => {
          const updates = ready(request);
          if (updates.length > 0) end(accept(updates));
        };
        const timer = setTimeout(() => end(accept([])), request.timeout * 1000);
        const leave = () => end(accept([]));
        const end = (answer: Answer) => {
          clearTimeout(timer);
          listeners.delete(look);
          request.gone.removeEventListener('abort', leave);
          if (endWaiting === end) endWaiting = undefined;
          resolve(answer);
        };
        listeners.add(look);
        request.gone.addEventListener('abort', leave);
        endWaiting = end;
      });
    },

    /** Ends a poll that waits, if there is one. */
    endPoll,
    confirm,
    pending: live,
    onPush(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forgetAll(): void {
      for (const { update } of live()) confirm(update.update_id);
    },

    /** Resolves when the bot has confirmed the update: it will not ask for it again. */
    confirmed(id: number): Promise<void> {
      if (!pending.get(String(id))) return Promise.resolve();
      return new Promise((resolve) => {
        confirmations.set(id, [...(confirmations.get(id) ?? []), resolve]);
      });
    },
  };

  function endPoll(answer: Answer): void {
    endWaiting?.(answer);
  }

  function forgetBefore(offset: number): void {
    const waiting = live();
    const keep = offset < 0 ? waiting.slice(offset) : waiting.filter(({ update }) => update.update_id >= offset);
    const kept = new Set(keep.map(({ update }) => update.update_id));
    for (const { update } of waiting) if (!kept.has(update.update_id)) confirm(update.update_id);
  }

  function ready(request: PollRequest): Update[] {
    return live()
      .slice(0, request.limit)
      .map(({ update }) => update);
  }
}
