import { z } from 'zod';
import { type Answer, accept, badRequest, conflict } from '../answer.ts';
import type { Params } from '../params.ts';
import type { UpdateQueue } from '../update-queue.ts';
import type { World } from '../world.ts';
import type { Method } from './method.ts';

export type Webhook = { url: string; secret: string; connections: number; lastError: string; lastErrorAt: number };

const NO_WEBHOOK: Webhook = { url: '', secret: '', connections: 40, lastError: '', lastErrorAt: 0 };
const webhook = z.object({
  url: z.string(),
  secret: z.string(),
  connections: z.number(),
  lastError: z.string(),
  lastErrorAt: z.number(),
});
const kinds = z.array(z.string());

export function webhookOf(world: World): Webhook {
  const read = webhook.safeParse(world.settings.get('webhook'));
  return read.success ? read.data : NO_WEBHOOK;
}

export function setWebhookState(world: World, changes: Partial<Webhook>): void {
  world.settings.set('webhook', { ...webhookOf(world), ...changes });
}

export const getUpdates: Method = ({ world, queue, params, gone }): Answer | Promise<Answer> => {
  if (webhookOf(world).url !== '')
    return conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  takeAllowed(queue, params);
  return queue.poll({
    offset: params.integer('offset') ?? 0,
    limit: between(params.integer('limit') || 100, 1, 100),
    timeout: between(params.integer('timeout') ?? 0, 0, 50),
    gone,
  });
};

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** A list of kinds holds until another is given. */
function takeAllowed(queue: UpdateQueue, params: Params): void {
  const read = kinds.safeParse(params.json('allowed_updates'));
  if (read.success) queue.allow(read.data);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const setWebhook: Method = ({ world, queue, params }) => {
  const url = params.text('url') ?? '';
  if (url === '') return removeWebhook(world, queue, params);
  if (!URL.canParse(url)) return badRequest('bad webhook: invalid webhook URL specified');
  const address = new URL(url);
  const secret = params.text('secret_token') ?? '';
  if (secret.length > 256) return badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) return badRequest('secret token contains unallowed characters');
  // This server has no other machines in its world; on the loopback it asks for no certificate.
  if (!LOOPBACK.has(address.hostname)) {
    return badRequest(
      address.protocol === 'https:'
        ? 'bad webhook: Failed to resolve host: Name or service not known'
        : 'bad webhook: An HTTPS URL must be provided for webhook',
    );
  }
  takeAllowed(queue, params);
  if (params.flag('drop_pending_updates')) queue.forgetAll();
  queue.endPoll(conflict('terminated by setWebhook request'));
  const connections = between(params.integer('max_connections') ?? 40, 1, 100);
  setWebhookState(world, { url, secret, connections, lastError: '', lastErrorAt: 0 });
  return { ...accept(true), ...{ description: 'Webhook was set' } };
};

export const deleteWebhook: Method = ({ world, queue, params }) => removeWebhook(world, queue, params);

function removeWebhook(world: World, queue: UpdateQueue, params: Params): Answer {
  const had = webhookOf(world).url !== '';
  if (params.flag('drop_pending_updates')) queue.forgetAll();
  world.settings.delete('webhook');
  return { ...accept(true), ...{ description: had ? 'Webhook was deleted' : 'Webhook is already deleted' } };
}

export const getWebhookInfo: Method = ({ world, queue }) => {
  const { url, connections, lastError, lastErrorAt } = webhookOf(world);
  const allowed = queue.allowed();
  return accept({
    url,
    has_custom_certificate: false,
    pending_update_count: queue.pending().length,
    ...(url === '' ? {} : { max_connections: connections, ip_address: '127.0.0.1' }),
    ...(lastError === '' ? {} : { last_error_date: lastErrorAt, last_error_message: lastError }),
    ...(allowed.length === 0 ? {} : { allowed_updates: allowed }),
  });
};
