/**
 * The same on grammY with its throttler and auto-retry plugins: node grammy-loop.ts API_ROOT CHATS. All messages are
 * handed over at once, as the throttler queues them.
 */
import { autoRetry } from '@grammyjs/auto-retry';
import { apiThrottler } from '@grammyjs/transformer-throttler';
import { Api } from 'grammy';
import { TOKEN } from './bot-api.ts';
import { chatIds, TEXT } from './queue.ts';

const [apiRoot = '', chats = '0'] = process.argv.slice(2);
const api = new Api(TOKEN, { apiRoot });
api.config.use(apiThrottler(), autoRetry());
await Promise.all(
  chatIds(Number(chats)).map((id) =>
    api
      .sendMessage(id, TEXT, { parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
      .catch(() => undefined),
  ),
);
process.send?.('through');
process.disconnect?.();
