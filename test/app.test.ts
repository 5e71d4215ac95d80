import { expect, it } from 'vitest';
import { startDateline } from './support/dateline.ts';
import { freePort } from './support/free-port.ts';
import { textOf } from './support/telegram.ts';

it('answers updates that Telegram sends to its webhook', async () => {
  const port = await freePort();
  const { api, subscriber, waitForMessage, waitUntil, call, stop } = await startDateline({
    WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    HTTP_PORT: String(port),
  });
  await waitUntil(() => api.calls('setWebhook').length > 0);
  api.sendText(subscriber, subscriber, '/start');
  await waitForMessage((message) => textOf(message).includes('Tap the countries'));

  const forged = await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', body: '{"update_id":1}' });
  expect(forged.status).toBe(401);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  await stop();
  expect((await call('getWebhookInfo')).result).toMatchObject({ url: `http://127.0.0.1:${port}/telegram` });
});

it('counts what it does for whoever watches it', async () => {
  const port = await freePort();
  const { ask, subscriber } = await startDateline({ HTTP_PORT: String(port) });
  await ask(subscriber, subscriber, '/start');
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toMatch(/^dateline_updates_total [1-9]/m);
  expect(metrics).toMatch(/^dateline_sends_total\{outcome="sent"\} [1-9]/m);
});

it('is unhealthy where it leads and no minute has been seen to for long', async () => {
  const port = await freePort();
  const { ask, subscriber, tickAt, now } = await startDateline({ HTTP_PORT: String(port) });
  await ask(subscriber, subscriber, '/start');
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
  expect(await health()).toBe(200);
  // Ticked by hand, and not by the leader.
  await tickAt(now().add({ minutes: 10 }));
  expect(await health()).toBe(503);
});

it('tells how many updates wait, and for how long', async () => {
  const port = await freePort();
  const { ask, subscriber } = await startDateline({ HTTP_PORT: String(port) });
  await ask(subscriber, subscriber, '/start');
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toMatch(/^dateline_inbox_updates 0$/m);
  expect(metrics).toMatch(/^dateline_inbox_oldest_seconds 0$/m);
});
