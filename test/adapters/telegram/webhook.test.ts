import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegraf } from '../../../src/adapters/telegram/client.ts';
import { receiveByWebhook, secretOf } from '../../../src/adapters/telegram/webhook.ts';
import { createFastClock } from '../../support/fast-clock.ts';
import { startTelegram, type Telegram } from '../../support/telegram.ts';

const URL_OF_HOOK = 'http://127.0.0.1:9/hook';

let tg: Telegram;
let stop: AbortController;
const ends: Promise<unknown>[] = [];
beforeEach(async () => {
  tg = await startTelegram();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await Promise.all(ends.splice(0));
  await tg.close();
});

/** Receives on a clock on which five minutes are `lookMs`, and notes what is said of it. */
function receive(lookMs = 300_000) {
  const said: string[] = [];
  const say = (fields: Readonly<Record<string, unknown>>, event: string) =>
    void said.push([event, fields.error].join(' '));
  const end = receiveByWebhook(
    {
      telegram: createTelegraf(tg.token, tg.url).telegram,
      timer: createFastClock('2026-03-02T03:00:00Z', 300_000 / lookMs).timer,
      random: () => 0.5,
      log: { info: () => {}, warn: say, error: say },
    },
    { url: URL_OF_HOOK, secret: 'open-sesame' },
    stop.signal,
  );
  ends.push(end);
  return { said, end };
}

describe('receiving by webhook', () => {
  it('sets the webhook with its secret and what is understood, and leaves it when told to stop', async () => {
    tg.api.sendText(tg.subscriber, tg.subscriber, 'waits');
    const { end } = receive();
    await expect.poll(() => tg.api.calls('setWebhook').length).toBe(1);
    const params: Record<string, string> = tg.api.calls('setWebhook')[0]?.params ?? {};
    expect(params).toMatchObject({ url: URL_OF_HOOK, secret_token: 'open-sesame' });
    expect(JSON.parse(params.allowed_updates ?? '')).toContain('callback_query');
    expect(params.drop_pending_updates).toBeUndefined();
    stop.abort();
    expect(await end).toEqual({ kind: 'stopped' });
    expect((await tg.call('getWebhookInfo')).result).toMatchObject({ url: URL_OF_HOOK, pending_update_count: 1 });
  });

  it('tries again after a fault, and ends where the token is refused', async () => {
    let faults = 1;
    tg.api.setFault(() => (faults-- > 0 ? { status: 502 } : { status: 401, description: 'Unauthorized' }));
    expect(await receive().end).toEqual({ kind: 'unauthorised' });
    expect(tg.api.calls('setWebhook')).toHaveLength(2);
  });

  it('sets the webhook again where somebody has deleted it, and says so', async () => {
    const { said } = receive(50);
    await expect.poll(() => tg.api.calls('setWebhook').length).toBe(1);
    await tg.call('deleteWebhook');
    await expect.poll(() => tg.api.calls('setWebhook').length).toBe(2);
    expect(said.filter((line) => line.includes('deleted or changed'))).toHaveLength(1);
  });

  it('tells once what Telegram met at the webhook', async () => {
    tg.api.sendText(tg.subscriber, tg.subscriber, 'x');
    const { said } = receive(30);
    await expect.poll(() => tg.api.calls('getWebhookInfo').length).toBeGreaterThan(3);
    expect(said).toEqual(['Telegram cannot reach the webhook Connection refused']);
  });
});

describe('the secret of a webhook', () => {
  it('is the same wherever the token is, and another for another token', () => {
    expect(secretOf(tg.token)).toBe(secretOf(tg.token));
    expect(secretOf(tg.token)).not.toBe(secretOf(`${tg.token}1`));
  });

  it('is one that Telegram takes, and holds nothing of the token', () => {
    expect(secretOf(tg.token)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(secretOf(tg.token)).not.toContain(tg.token.split(':')[1]);
  });
});
