import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegraf } from '../../../src/adapters/telegram/client.ts';
import { type PollDeps, pollUpdates } from '../../../src/adapters/telegram/updates.ts';
import { systemTimer } from '../../../src/delivery/timer.ts';
import { createFastClock } from '../../support/fast-clock.ts';
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

type Options = Partial<Pick<PollDeps, 'timer' | 'pollSeconds' | 'graceMs'>> & {
  readonly take?: (updates: readonly Update[]) => Promise<void>;
};

/** Polls until the test is over or says stop, and notes what comes and what is said of it. */
function poll({ take = async () => {}, ...options }: Options = {}) {
  const texts: string[] = [];
  const warnings: string[] = [];
  const warn = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void warnings.push([event, fields.error].join(' '));
  const end = pollUpdates(
    {
      telegram: createTelegraf(tg.token, tg.url).telegram,
      timer: systemTimer,
      random: () => 0.5,
      log: { info: (_, event) => void warnings.push(event), warn, error: warn },
      take: async (updates) => {
        await take(updates);
        texts.push(...updates.map(textOf));
      },
      ...options,
    },
    stop.signal,
  );
  ends.push(end);
  return { texts, warnings, end };
}

/** A timer on which half a minute is a twentieth of a second. */
const hasty = () => createFastClock('2026-03-02T03:00:00Z', 600).timer;

describe('polling', () => {
  it('takes updates in their order, a hundred at a time and all of them', async () => {
    const sent = Array.from({ length: 150 }, (_, index) => write(String(index))).flat();
    const sizes: number[] = [];
    const { texts } = poll({ take: async (updates) => void sizes.push(updates.length) });
    await tg.settled(...sent);
    expect(texts).toEqual(sent.map((_, index) => String(index)));
    expect(sizes).toEqual([100, 50]);
  });

  it('confirms a batch once it is taken, and not before', async () => {
    const taking = Promise.withResolvers<void>();
    const [sent] = write('x');
    poll({ take: () => taking.promise });
    let confirmed = false;
    const settled = tg.api.settled(sent?.updateId).then(() => {
      confirmed = true;
    });
    await expect.poll(() => tg.api.calls('getUpdates').length).toBe(1);
    await sleep(50);
    expect(confirmed).toBe(false);
    taking.resolve();
    await settled;
  });

  it('fetches a batch that could not be taken once more', async () => {
    let faults = 1;
    write('x');
    const { texts, warnings } = poll({
      timer: hasty(),
      take: async () => {
        if (faults-- > 0) throw new Error('database is locked');
      },
    });
    await expect.poll(() => texts).toEqual(['x']);
    await expect
      .poll(() => warnings)
      .toEqual([expect.stringContaining('database is locked'), 'updates are received again']);
  });

  it('ends where the token is refused', async () => {
    const { end } = poll();
    tg.api.setFault(() => ({ status: 401, description: 'Unauthorized' }));
    write('x');
    expect(await end).toEqual({ kind: 'unauthorised' });
  });

  it('goes on where something between here and Telegram does not find it', async () => {
    let faults = 1;
    tg.api.setFault(() => (faults-- > 0 ? { status: 404, description: 'Not Found' } : undefined));
    write('x');
    const { texts } = poll();
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['x']);
  });

  it('deletes a webhook that stands in the way before it polls, keeping what waits', async () => {
    await tg.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    write('waiting');
    const { texts, warnings } = poll();
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['waiting']);
    expect(tg.api.calls('deleteWebhook').map(({ params }) => params)).toEqual([{}]);
    expect(tg.api.calls('getUpdates').every(({ outcome }) => outcome !== 'cut' && outcome.ok)).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(/a webhook stands in the way/)]);
  });

  it('deletes a webhook that is set while it polls, and says so', async () => {
    const { texts, warnings } = poll();
    await expect.poll(() => tg.api.calls('getWebhookInfo').length).toBe(1);
    await sleep(50);
    await tg.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    await expect.poll(() => tg.api.calls('deleteWebhook').length, { timeout: 3000 }).toBe(1);
    write('later');
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['later']);
    expect(warnings).toEqual([expect.stringMatching(/a webhook stands in the way/)]);
  });

  it('says once that another process polls, deletes no webhook for it, and goes on', async () => {
    let refusals = 4;
    tg.api.setFault((method) =>
      method === 'getUpdates' && refusals-- > 0
        ? { status: 409, description: 'Conflict: terminated by other getUpdates request' }
        : undefined,
    );
    const { texts, warnings } = poll({ timer: createFastClock('2026-03-02T03:00:00Z', 20).timer });
    write('x');
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['x']);
    refusals = 2;
    write('y');
    await expect.poll(() => texts, { timeout: 3000 }).toEqual(['x', 'y']);
    expect(tg.api.calls('deleteWebhook')).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/another process polls with the same token.*stop the other/)]);
  });

  it('goes on after faults of the server and of the network, waiting longer each time, and loses nothing', async () => {
    const times: number[] = [];
    tg.api.setFault((method) => {
      if (method !== 'getUpdates') return undefined;
      times.push(performance.now());
      if (times.length <= 2) return { status: 502 };
      return times.length === 3 ? 'reset' : undefined;
    });
    const { texts, warnings } = poll({ timer: createFastClock('2026-03-02T03:00:00Z', 5).timer });
    write('x');
    await expect.poll(() => texts, { timeout: 4000 }).toEqual(['x']);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
    expect(warnings).toHaveLength(3);
    expect(warnings.join()).not.toContain('test_token');
  });

  it('cuts a call that is never answered, and makes it anew', async () => {
    let hangs = 1;
    tg.api.setFault((method) => (method === 'getUpdates' && hangs-- > 0 ? { delayMs: 5000 } : undefined));
    write('x');
    const { texts, warnings } = poll({ pollSeconds: 0, graceMs: 150, timer: hasty() });
    await expect.poll(() => texts, { timeout: 2000 }).toEqual(['x']);
    expect(warnings[0]).toContain('no answer within 0.15 seconds');
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

  it('takes updates whose numbers Telegram began anew below those before', async () => {
    write('before');
    const { texts } = poll({ pollSeconds: 0 });
    await expect.poll(() => texts).toEqual(['before']);
    const asked = () => tg.api.calls('getUpdates').map(({ params }) => params.offset);
    await expect.poll(() => asked().at(-1)).toBe('0');
    expect(asked().filter((offset) => offset !== '0')).toHaveLength(1);
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
      'inline_query',
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

  it('takes and confirms the batch that it has, so that nothing comes twice', async () => {
    const taking = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    write('x');
    const { texts, end } = poll({
      take: () => {
        begun.resolve();
        return taking.promise;
      },
    });
    await begun.promise;
    stop.abort();
    taking.resolve();
    await end;
    expect(texts).toEqual(['x']);
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
