/**
 * The plain loop that a bot on Telegraf has: node telegraf-loop.ts API_ROOT CHATS. It sends to each chat in turn, and
 * goes on where a message is refused. When it is through, it sends its parent the CPU seconds that the calls took.
 */
import { Agent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { Telegraf } from 'telegraf';
import { TOKEN } from './bot-api.ts';
import { chatIds, TEXT } from './queue.ts';

const [apiRoot = '', chats = '0'] = process.argv.slice(2);
// Telegraf's own agent keeps HTTPS connections alive; over HTTP it has to be told.
const agent = new Agent({ keepAlive: true });
const { telegram } = new Telegraf(TOKEN, { telegram: { apiRoot, agent: agent as HttpsAgent } });
const before = process.cpuUsage();
for (const id of chatIds(Number(chats))) {
  await telegram
    .sendMessage(id, TEXT, { parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
    .catch(() => undefined);
}
const { user, system } = process.cpuUsage(before);
process.send?.((user + system) / 1e6);
process.disconnect?.();
