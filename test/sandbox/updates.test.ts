import { createServer, type IncomingMessage } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let tg: Telegram;
let now = Temporal.Instant.from('2026-11-24T10:00:00Z');
beforeEach(async () => {
  tg = await startTelegram({ now: () => now });
});
afterEach(() => tg.close());

const updateShape = z.looseObject({ update_id: z.number() });
async function poll(params: Record<string, unknown> = {}) {
  const answer = await tg.call('getUpdates', params);
  if (!answer.ok) throw new Error(answer.description);
  return z.array(updateShape).parse(answer.result);
}
const write = (text: string) => tg.api.sendText(tg.subscriber, tg.subscriber, text);

describe('long polling', () => {
  it('gives an update until a higher offset confirms it', async () => {
    write('/start');
    const [first] = await poll();
    expect(first).toMatchObject({
      message: {
        text: '/start',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        from: { id: tg.subscriber },
      },
    });
    expect(await poll()).toEqual([first]);
    expect(await poll({ offset: (first?.update_id ?? 0) + 1 })).toEqual([]);
    expect(await poll()).toEqual([]);
  });

  it('waits for an update that is not there yet', async () => {
    const waiting = poll({ timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    write('late');
    expect(await waiting).toMatchObject([{ message: { text: 'late' } }]);
  });

  it('comes back empty when the time is over', async () => {
    expect(await poll({ timeout: 1 })).toEqual([]);
  });

  it('keeps only the last of them for a negative offset, and no more than the limit', async () => {
    for (const text of ['a', 'b', 'c']) write(text);
    expect(await poll({ limit: 2 })).toHaveLength(2);
    expect(await poll({ offset: -1 })).toMatchObject([{ message: { text: 'c' } }]);
    expect(await poll()).toHaveLength(1);
  });

  it('ends the first of two pollers with 409', async () => {
    const first = tg.call('getUpdates', { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = poll({ timeout: 5 });
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    write('x');
    expect(await second).toHaveLength(1);
  });

  it('makes only the kinds of update that were asked for, until asked for others', async () => {
    await poll({ allowed_updates: ['callback_query'] });
    write('not asked for');
    expect(await poll()).toEqual([]);
    await poll({ allowed_updates: [] });
    write('asked for');
    expect(await poll()).toHaveLength(1);
  });

  it('forgets a message after a day and a press after 150 seconds', async () => {
    write('x');
    const { result } = await tg.call('sendMessage', {
      chat_id: tg.subscriber,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    });
    tg.api.press(
      tg.subscriber,
      tg.subscriber,
      z.looseObject({ message_id: z.number() }).parse(result).message_id,
      'Go',
    );
    expect(await poll()).toHaveLength(2);
    now = now.add({ seconds: 151 });
    expect(await poll()).toHaveLength(1);
    now = now.add({ hours: 24 });
    expect(await poll()).toHaveLength(0);
  });

  it('tells of an edit as an edited message with the same id', async () => {
    const [sent] = write('first');
    tg.api.editText(tg.subscriber, tg.subscriber, sent?.message.message_id ?? 0, 'second');
    expect(await poll()).toMatchObject([
      { message: { text: 'first' } },
      { edited_message: { message_id: sent?.message.message_id, text: 'second', edit_date: expect.any(Number) } },
    ]);
  });
});

describe('a webhook', () => {
  type Delivery = { secret: string | undefined; update: { update_id: number } };
  const deliveries: Delivery[] = [];
  let answers: { status: number; body?: unknown }[] = [];
  let url = '';
  const hook = createServer((request, response) => {
    void readJson(request).then((update) => {
      deliveries.push({
        secret: header(request, 'x-telegram-bot-api-secret-token'),
        update: updateShape.parse(update),
      });
      const answer = answers.shift() ?? { status: 200 };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body ?? {}));
    });
  });

  beforeEach(async () => {
    deliveries.length = 0;
    answers = [];
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const address = hook.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
  });
  afterEach(() => {
    hook.closeAllConnections();
    hook.close();
  });

  it('gets each update once, with the secret, and stands in the way of polling', async () => {
    await tg.call('setWebhook', { url, secret_token: 'open-sesame' });
    const [sent] = write('x');
    await tg.api.settled(sent?.updateId);
    expect(deliveries).toMatchObject([{ secret: 'open-sesame', update: { message: { text: 'x' } } }]);
    expect(await tg.call('getUpdates')).toMatchObject({ error_code: 409 });
    expect((await tg.call('getWebhookInfo')).result).toMatchObject({ url, pending_update_count: 0 });
    await tg.call('deleteWebhook');
    expect(await poll()).toEqual([]);
  });

  it('gets an update again after an error, before the next of the same chat', async () => {
    answers = [{ status: 500 }];
    await tg.call('setWebhook', { url });
    const sent = [...write('a'), ...write('b')];
    await tg.settled(...sent);
    expect(deliveries.map(({ update }) => update.update_id)).toEqual([1, 1, 2]);
    expect((await tg.call('getWebhookInfo')).result).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
  });

  it('may call a method in its answer', async () => {
    answers = [{ status: 200, body: { method: 'sendMessage', chat_id: tg.subscriber, text: 'by answer' } }];
    await tg.call('setWebhook', { url });
    write('x');
    expect((await tg.waitForMessage(({ text }) => text === 'by answer')).message_id).toBe(2);
  });

  it('gets what was waiting when it is set, or not where that is dropped', async () => {
    const [waiting] = write('waiting');
    await tg.call('setWebhook', { url });
    await tg.api.settled(waiting?.updateId);
    expect(deliveries).toHaveLength(1);
    await tg.call('deleteWebhook');
    write('to be dropped');
    await tg.call('setWebhook', { url, drop_pending_updates: true });
    const [next] = write('next');
    await tg.api.settled(next?.updateId);
    expect(deliveries.map(({ update }) => update)).toMatchObject([
      { message: { text: 'waiting' } },
      { message: { text: 'next' } },
    ]);
  });

  it.each([
    [{ url: 'http://news.example.org/hook' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [{ url: 'https://news.example.org/hook' }, 'bad webhook: Failed to resolve host: Name or service not known'],
    [{ url: 'http://127.0.0.1/', secret_token: 'no spaces' }, 'secret token contains unallowed characters'],
  ])('is refused as %j', async (params, words) => {
    expect(await tg.call('setWebhook', params)).toMatchObject({ description: `Bad Request: ${words}` });
  });
});

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}
