import { z } from 'zod';
import { setWebhookState, webhookOf } from './methods/updates.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { World } from './world.ts';

type ReplyCall = { method: string; fields: Record<string, unknown> };

const reply = z.looseObject({ method: z.string() });
const ANSWER_WAIT_MS = 10_000;
const PAUSE_MAX_MS = 60_000;
/** What an answer to a webhook cannot ask for (WebhookActor.cpp). */
const NOT_BY_REPLY = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i;

/**
 * Brings updates to the bot's webhook while one is set: in order within a chat (a person, for presses), side by side
 * across chats; one that is not answered with 2xx is tried again at once, then after 2, 4, 8 … seconds.
 */
export function createWebhookSender(world: World, queue: UpdateQueue, call: (call: ReplyCall) => Promise<void>) {
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const failures = new Map<number, number>();
  let closed = false;

  const look = (): void => {
    const { url, connections } = webhookOf(world);
    if (closed || url === '') return;
    for (const { update, lane } of queue.pending()) {
      if (busy.size >= connections) return;
      if (busy.has(lane)) continue;
      busy.add(lane);
      void bring(update, lane);
    }
  };

  const bring = async (update: { update_id: number }, lane: string): Promise<void> => {
    const problem = await post(update);
    if (problem === undefined) {
      failures.delete(update.update_id);
      queue.confirm(update.update_id);
      busy.delete(lane);
      return look();
    }
    if (closed) return;
    setWebhookStateIfSet(problem);
    const failed = (failures.get(update.update_id) ?? 0) + 1;
    failures.set(update.update_id, failed);
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        busy.delete(lane);
        look();
      },
      failed === 1 ? 0 : Math.min(2 ** (failed - 1) * 1000, PAUSE_MAX_MS),
    );
    timers.add(timer);
  };

  /** Posts one update; what went wrong, or undefined. */
  const post = async (update: { update_id: number }): Promise<string | undefined> => {
    const { url, secret } = webhookOf(world);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WAIT_MS),
      });
      const text = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      await runReply(text);
      return undefined;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused';
    }
  };

  const runReply = async (text: string): Promise<void> => {
    const read = reply.safeParse(parse(text));
    if (!read.success || NOT_BY_REPLY.test(read.data.method)) return;
    const { method, ...fields } = read.data;
    await call({ method, fields });
  };

  const setWebhookStateIfSet = (problem: string): void => {
    if (webhookOf(world).url !== '') setWebhookState(world, { lastError: problem, lastErrorAt: world.seconds() });
  };

  const stopLooking = queue.onPush(look);
  return {
    look,
    close(): void {
      closed = true;
      stopLooking();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
