import type { Update } from 'telegraf/types';
import { expect, it, onTestFinished } from 'vitest';
import { serveHttp } from '../../../src/adapters/http.ts';
import { webhookRoute } from '../../../src/adapters/telegram/webhook-route.ts';

const SECRET = 'open-sesame';
const UPDATE = JSON.stringify({ update_id: 7, message: { text: 'Озеро' } });

async function hook(take: (update: Update) => Promise<void> = async () => {}) {
  const route = webhookRoute({ url: 'https://bot.example.org/telegram', secret: SECRET }, take);
  const server = await serveHttp('127.0.0.1', 0, [route]);
  onTestFinished(() => server.close());
  const address = `http://127.0.0.1:${server.port}/telegram`;
  const post = (body: string | Uint8Array<ArrayBuffer>, secret: string | undefined = SECRET) =>
    fetch(address, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
      },
    });
  return { address, post };
}

it('takes an update, and answers once it is taken', async () => {
  const seen: unknown[] = [];
  const taken = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const { post } = await hook(async (update) => {
    seen.push(update);
    begun.resolve();
    await taken.promise;
    seen.push('taken');
  });
  const answer = post(UPDATE).then(({ status }) => seen.push(status));
  await begun.promise;
  expect(seen).toEqual([JSON.parse(UPDATE)]);
  taken.resolve();
  await answer;
  expect(seen.slice(1)).toEqual(['taken', 200]);
});

it.each(['', 'open-sesam', 'open-sesame!', 'OPEN-SESAME', 'x'.repeat(10_000)])(
  'refuses the secret "%s"',
  async (secret) => {
    const seen: unknown[] = [];
    const { post } = await hook(async (update) => void seen.push(update));
    expect((await post(UPDATE, secret)).status).toBe(401);
    expect((await post('no update', secret)).status).toBe(401);
    expect(seen).toEqual([]);
  },
);

it('tells nobody without the secret what else is wrong', async () => {
  const { address } = await hook();
  expect((await fetch(address)).status).toBe(401);
  expect((await fetch(address, { method: 'PUT', body: 'x'.repeat(2_000_000) })).status).toBe(401);
});

it.each([
  ['no JSON', '{"update_id": 7'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a text', '"update_id"'],
  ['an update without a number', '{"message":{}}'],
  ['an update with a text for a number', '{"update_id":"7"}'],
  ['an update with half a number', '{"update_id":7.5}'],
  ['an update with a number beyond counting', '{"update_id":1e300}'],
  ['bytes', new Uint8Array([0xff, 0xfe, 0])],
])('refuses %s', async (_, body) => {
  const seen: unknown[] = [];
  const { post } = await hook(async (update) => void seen.push(update));
  expect((await post(body)).status).toBe(400);
  expect(seen).toEqual([]);
});

it('refuses a body of over 1 MB, and takes the next', async () => {
  const seen: unknown[] = [];
  const { post } = await hook(async (update) => void seen.push(update.update_id));
  const large = JSON.stringify({ update_id: 1, padding: 'x'.repeat(3_000_000) });
  expect((await post(large)).status).toBe(413);
  expect((await post(UPDATE)).status).toBe(200);
  expect(seen).toEqual([7]);
});

it('answers 500 where an update cannot be taken, so that Telegram sends it again', async () => {
  const { post } = await hook(() => Promise.reject(new Error('database is locked')));
  const answer = await post(UPDATE);
  expect([answer.status, await answer.text()]).toEqual([500, '']);
});

it('is there for POST only, and at its own path only', async () => {
  const { address } = await hook();
  const headers = { 'x-telegram-bot-api-secret-token': SECRET };
  expect((await fetch(address, { headers })).status).toBe(405);
  expect((await fetch(`${address}/other`, { method: 'POST', body: UPDATE, headers })).status).toBe(404);
});
