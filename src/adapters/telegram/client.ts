import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegraf, type Telegram } from 'telegraf';

/**
 * Telegraf would let go of a handler that is still at work, and the chat's next update would overtake it. What a
 * handler waits for is bounded by itself: the gate, and 30 seconds a call.
 */
const HANDLER_TIMEOUT_MS = Number.POSITIVE_INFINITY;

/** Telegraf is typed for a package that stood in for the AbortSignal which Node has had since. */
export type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

/**
 * Telegraf over one pool of connections that stay open: without them each call costs five times as much. The agent is
 * of the API root's kind, as Telegraf's own default speaks only HTTPS.
 */
export function createTelegraf(token: string, apiRoot: string): Telegraf {
  const kept = { keepAlive: true, keepAliveMsecs: 10_000 };
  const agent = apiRoot.startsWith('http:') ? new HttpAgent(kept) : new HttpsAgent(kept);
  return new Telegraf(token, {
    handlerTimeout: HANDLER_TIMEOUT_MS,
    telegram: { apiRoot, agent: agent as HttpsAgent, attachmentAgent: agent as HttpsAgent },
  });
}
