import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegraf } from '../../../src/adapters/telegram/client.ts';
import { explainFault, pollUpdates, receiveByWebhook } from '../../../src/adapters/telegram/updates.ts';
import { silentLog } from '../../support/fast-clock.ts';
import { startTelegram, type Telegram } from '../../support/telegram.ts';

let tg: Telegram;
let stop: AbortController;
const ends: Promise<unknown>[] = [];
beforeEach(async () => {
  tg = await startTelegram();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  tg.api.setFault(undefined);
  await Promise.all(ends.splice(0));
  await tg.close();
});

const write = (text: string, person = tg.subscriber) => tg.api.sendText(person, person, text);
const textOf = (update: Update) => ('message' in update && 'text' in update.message ? update.message.text : '');

/** Polls until the test is over or says stop, and notes what comes and what is warned of. */
function poll(handle: (update: Update) => Promise<void> = async () => {}) {
  const { telegram } = createTelegraf(tg.token, tg.url);
  const texts: string[] = [];
  const warnings: string[] = [];
  const warn = (fields: Readonly<Record<string, unknown>>) => void warnings.push(String(fields.error));
  const end = pollUpdates(
    {
      telegram,
      log: { ...silentLog, warn },
      handle: async (update) => {
        texts.push(textOf(update));
        await handle(update);
      },
    },
    stop.signal,
  );
  ends.push(end);
  return { texts, warnings, end };
}

describe('polling', () => {
  it('hands updates on in their order, a hundred at a time and all of them', async () => {
    const sent = Array.from({ length: 150 }, (_, index) => write(String(index))).flat();
    const { texts } = poll();
    await tg.settled(...sent);
    expect(texts).toEqual(sent.map((_, index) => String(index)));
    expect(tg.api.calls('getUpdates').map(({ params }) => params.limit)).toContain('100');
  });

  it('hands on the updates of a batch side by side, as the order within a chat is for the handler to keep', async () => {
    const slow = Promise.withResolvers<void>();
    write('slow');
    write('quick', tg.owner);
    const { texts } = poll((update) => (textOf(update) === 'slow' ? slow.promise : Promise.resolve()));
    await expect.poll(() => texts).toEqual(['slow', 'quick']);
    slow.resolve();
  });

  it('confirms a batch once it is handled, and not before', async () => {
    const handling = Promise.withResolvers<void>();
    const [sent] = write('x');
    const { texts } = poll(() => handling.promise);
    let confirmed = false;
    const settled = tg.api.settled(sent?.updateId).then(() => {
      confirmed = true;
    });
    await expect.poll(() => texts).toEqual(['x']);
    await sleep(50);
    expect(confirmed).toBe(false);
    handling.resolve();
    await settled;
  });

  it('does not wait for a slow chat longer than three seconds', async () => {
    const never = Promise.withResolvers<void>();
    write('slow');
    const { texts } = poll((update) => (textOf(update) === 'slow' ? never.promise : Promise.resolve()));
    await expect.poll(() => texts).toEqual(['slow']);
    write('next', tg.owner);
    await expect.poll(() => texts, { timeout: 5000 }).toEqual(['slow', 'next']);
    never.resolve();
  });

  it('ends where the token is refused', async () => {
    const { end } = poll();
    tg.api.setFault(() => ({ status: 401, description: 'Unauthorized' }));
    write('x');
    expect(await end).toEqual({ kind: 'unauthorised' });
  });

  it('deletes a webhook that stands in the way, keeping what waits', async () => {
    await tg.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    write('waiting');
    const { texts, warnings } = poll();
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['waiting']);
    expect(tg.api.calls('deleteWebhook')).toHaveLength(1);
    expect(warnings).toEqual([expect.stringMatching(/webhook is set/)]);
  });

  it('deletes no webhook where another process polls', async () => {
    let refusals = 1;
    tg.api.setFault((method) =>
      method === 'getUpdates' && refusals-- > 0
        ? { status: 409, description: 'Conflict: terminated by other getUpdates request' }
        : undefined,
    );
    const { texts, warnings } = poll();
    write('x');
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['x']);
    expect(tg.api.calls('deleteWebhook')).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/another process polls/)]);
  });

  it('goes on after faults of the server and of the network, waiting longer each time, and loses nothing', async () => {
    const times: number[] = [];
    tg.api.setFault((method) => {
      if (method !== 'getUpdates') return undefined;
      times.push(performance.now());
      if (times.length === 1) return { status: 502 };
      return times.length === 2 ? 'reset' : undefined;
    });
    const { texts, warnings } = poll();
    write('x');
    await expect.poll(() => texts, { timeout: 4000 }).toEqual(['x']);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThan(350);
    expect(third - second).toBeGreaterThan(second - first);
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain('test_token');
  });

  it('waits as long as the server says', async () => {
    let refusals = 1;
    const began = performance.now();
    tg.api.setFault((method) => (method === 'getUpdates' && refusals-- > 0 ? { retryAfter: 1 } : undefined));
    const { texts } = poll();
    write('x');
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['x']);
    expect(performance.now() - began).toBeGreaterThan(990);
  });

  it('asks only for what Dateline understands', async () => {
    poll();
    write('x');
    await expect.poll(() => tg.api.calls('getUpdates').length).toBeGreaterThan(0);
    const [call] = tg.api.calls('getUpdates');
    expect(JSON.parse(call?.params.allowed_updates ?? '')).toEqual([
      'message',
      'edited_message',
      'channel_post',
      'callback_query',
      'my_chat_member',
    ]);
  });
});

describe('polling that is told to stop', () => {
  it('ends at once while it waits for updates', async () => {
    const { end } = poll();
    await sleep(100);
    const began = performance.now();
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('ends at once while it waits after a fault', async () => {
    tg.api.setFault(() => ({ retryAfter: 30 }));
    const { end, warnings } = poll();
    await expect.poll(() => warnings.length).toBe(1);
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
  });

  it('handles and confirms the batch that it has, so that nothing comes twice', async () => {
    const handling = Promise.withResolvers<void>();
    write('x');
    const { texts, end } = poll(() => handling.promise);
    await expect.poll(() => texts).toEqual(['x']);
    stop.abort();
    handling.resolve();
    await end;
    expect((await tg.call('getUpdates')).result).toEqual([]);
  });

  it('ends within seconds though the server has stopped answering', async () => {
    const [sent] = write('x');
    const { end } = poll();
    await tg.api.settled(sent?.updateId);
    tg.api.setFault(() => ({ delayMs: 6000 }));
    const began = performance.now();
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('never begins where it was told before', async () => {
    stop.abort();
    expect(await poll().end).toEqual({ kind: 'stopped' });
    expect(tg.api.calls()).toEqual([]);
  });
});

describe('receiving by webhook', () => {
  const receive = (url: string) => {
    const end = receiveByWebhook(createTelegraf(tg.token, tg.url).telegram, url, 'open-sesame', silentLog, stop.signal);
    ends.push(end);
    return end;
  };

  it('sets the webhook with its secret, and leaves it when told to stop', async () => {
    const end = receive('http://127.0.0.1:9/hook');
    await expect.poll(() => tg.api.calls('setWebhook').length).toBe(1);
    expect(tg.api.calls('setWebhook')[0]?.params).toMatchObject({ secret_token: 'open-sesame' });
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
    expect((await tg.call('getWebhookInfo')).result).toMatchObject({ url: 'http://127.0.0.1:9/hook' });
  });

  it('tries again after a fault, and ends where the token is refused', async () => {
    let faults = 1;
    tg.api.setFault(() => (faults-- > 0 ? { status: 502 } : { status: 401, description: 'Unauthorized' }));
    expect(await receive('http://127.0.0.1:9/hook')).toEqual({ kind: 'unauthorised' });
    expect(tg.api.calls('setWebhook')).toHaveLength(2);
  });
});

describe('a fault', () => {
  it('is told without the token', () => {
    const error = new Error('request to http://127.0.0.1/bot4242:test_token-of/getUpdates failed');
    expect(explainFault(error)).toBe('request to http://127.0.0.1/bot<token>/getUpdates failed');
  });
});
