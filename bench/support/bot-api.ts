import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ArrivalCount, Limits } from './arrivals.ts';
import type { BotApiOptions } from './bot-api-process.ts';

export const TOKEN = '4242:token_of-the-benchmarks';

/** Telegram's limits for everyone, and those where a broadcast is paid for. */
export const FREE: Limits = { perSecond: 30, chatGapMs: 1000, groupPerMinute: 20 };
export const PAID: Limits = { ...FREE, perSecond: 1000 };
export const NONE: Limits = { perSecond: 0, chatGapMs: 0, groupPerMinute: 0 };

/** A Bot API server in a process of its own. */
export interface BotApi {
  readonly url: string;
  count(): Promise<ArrivalCount>;
  close(): Promise<void>;
}

export async function startBotApi(options: BotApiOptions): Promise<BotApi> {
  const child = fork(join(import.meta.dirname, 'bot-api-process.ts'), [JSON.stringify(options)]);
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    count: async () => (await (await fetch(`${url}/count`)).json()) as ArrivalCount,
    close: () => end(child, 'SIGKILL'),
  };
}

/** Ends a process, and waits until it has. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
