import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createTelegramMessenger } from '../../../src/adapters/telegram/messenger.ts';
import type { Outgoing, SendOutcome } from '../../../src/delivery/messenger.ts';

const TOKEN = '4242:a-token-of-the-tests';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Call {
  readonly path: string;
  readonly body: unknown;
}

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

/** A real HTTP server that gives every call the same answer, and keeps what it was asked. */
async function serve(answer: Answer) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString() || 'null') });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { calls, apiRoot: `http://127.0.0.1:${port}` };
}

const json =
  (status: number, body: unknown): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

const refusal = (code: number, description: string, parameters?: object): Answer =>
  json(code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });

const outgoing: Outgoing = {
  chatId: 42,
  threadId: undefined,
  silent: true,
  message: {
    html: '<b>Lake Ilmar</b>',
    buttons: [
      [
        { label: 'Article 1', action: 'article 1' },
        { label: 'Source', url: 'https://courier.example/ilmar' },
      ],
    ],
  },
};

function messengerTo(apiRoot: string, { paidBroadcast = false, answerMs = 2000 } = {}) {
  return createTelegramMessenger({ token: TOKEN, apiRoot, paidBroadcast, answerMs });
}

async function outcomeOf(answer: Answer, options = {}): Promise<SendOutcome> {
  const { apiRoot } = await serve(answer);
  return messengerTo(apiRoot, options).send(outgoing);
}

describe('a message given to Telegram', () => {
  it('is HTML without a link preview, silent, with its buttons, and comes back with its id', async () => {
    const { calls, apiRoot } = await serve(json(200, { ok: true, result: { message_id: 77 } }));
    const outcome = await messengerTo(apiRoot).send(outgoing);
    expect(outcome).toEqual({ kind: 'sent', messageId: 77 });
    expect(calls).toEqual([
      {
        path: `/bot${TOKEN}/sendMessage`,
        body: {
          chat_id: 42,
          text: '<b>Lake Ilmar</b>',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          disable_notification: true,
          reply_markup: {
            inline_keyboard: [
              [
                { text: 'Article 1', callback_data: 'article 1' },
                { text: 'Source', url: 'https://courier.example/ilmar' },
              ],
            ],
          },
        },
      },
    ]);
  });

  it('goes to its forum topic, never to the general one by number, and as a paid broadcast where that is on', async () => {
    const { calls, apiRoot } = await serve(json(200, { ok: true, result: { message_id: 77 } }));
    const bare = { ...outgoing, silent: false, message: { html: 'x', buttons: [] } };
    await messengerTo(apiRoot, { paidBroadcast: true }).send({ ...bare, threadId: 12 });
    await messengerTo(apiRoot).send({ ...bare, threadId: 1 });
    const common = { chat_id: 42, text: 'x', parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
    expect(calls.map(({ body }) => body)).toEqual([
      { ...common, disable_notification: false, message_thread_id: 12, allow_paid_broadcast: true },
      { ...common, disable_notification: false },
    ]);
  });
});

describe("Telegram's answer", () => {
  it.each<[string, Answer, object]>([
    ['429', refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 }), { kind: 'wait', seconds: 17 }],
    ['429 of a proxy', refusal(429, 'slow down'), { kind: 'wait', seconds: 5 }],
    ['401', refusal(401, 'Unauthorized'), { kind: 'unauthorised' }],
    ['blocked', refusal(403, 'Forbidden: bot was blocked by the user'), { kind: 'chat-gone' }],
    ['kicked', refusal(403, 'Forbidden: bot was kicked from the supergroup chat'), { kind: 'chat-gone' }],
    ['no such chat', refusal(400, 'Bad Request: chat not found'), { kind: 'chat-gone' }],
    [
      'an upgraded group',
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001234 }),
      { kind: 'migrated', to: -1001234 },
    ],
    ['a deleted topic', refusal(400, 'Bad Request: message thread not found'), { kind: 'topic-gone' }],
    ['a closed topic', refusal(400, 'Bad Request: TOPIC_CLOSED'), { kind: 'topic-gone' }],
    ['a bad text', refusal(400, "Bad Request: can't parse entities: Unclosed start tag"), { kind: 'refused' }],
    [
      'no rights',
      refusal(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { kind: 'refused' },
    ],
    ['404 of a proxy', refusal(404, 'Not Found'), { kind: 'unreachable', error: '404: Not Found' }],
    [
      '502 in HTML',
      (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502</h1>'),
      { kind: 'unknown', error: '502: Bad Gateway' },
    ],
    ['504 of a gateway', (_, response) => response.writeHead(504).end(), { kind: 'unknown' }],
    ['503 of a gateway', (_, response) => response.writeHead(503).end(), { kind: 'unreachable' }],
    ['500', refusal(500, 'Internal Server Error'), { kind: 'unreachable' }],
    ['200 that is no answer', (_, response) => response.writeHead(200).end('<html>'), { kind: 'unknown' }],
    ['a connection cut in the call', (request) => request.socket.destroy(), { kind: 'unknown' }],
    [
      'a connection cut in the answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"ok":', () => request.socket.destroy());
      },
      { kind: 'unknown' },
    ],
  ])('%s is understood', async (_, answer, outcome) => {
    expect(await outcomeOf(answer)).toMatchObject(outcome);
  });

  it('that does not come in time is cut off', async () => {
    const began = performance.now();
    expect(await outcomeOf(() => {}, { answerMs: 50 })).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - began).toBeLessThan(2500);
  });

  it('cannot come where nobody listens', async () => {
    const { apiRoot } = await serve(() => {});
    await close?.();
    close = undefined;
    const outcome = await messengerTo(apiRoot).send(outgoing);
    expect(outcome).toMatchObject({ kind: 'unreachable' });
  });

  it('never brings the token into an error', async () => {
    for (const answer of [
      ((_, response) => response.writeHead(200).end('<html>')) satisfies Answer,
      ((request) => request.socket.destroy()) satisfies Answer,
    ]) {
      expect(JSON.stringify(await outcomeOf(answer))).not.toContain('a-token');
      await close?.();
    }
  });
});

describe('an edit', () => {
  async function editOutcome(answer: Answer) {
    const { calls, apiRoot } = await serve(answer);
    const messenger = messengerTo(apiRoot, { paidBroadcast: true });
    return { calls, outcome: await messenger.edit({ chatId: 42, messageId: 7, message: outgoing.message }) };
  }

  it('replaces text and buttons', async () => {
    const { calls, outcome } = await editOutcome(json(200, { ok: true, result: { message_id: 7 } }));
    expect(outcome).toEqual({ kind: 'edited' });
    expect(calls[0]).toMatchObject({
      path: `/bot${TOKEN}/editMessageText`,
      body: { chat_id: 42, message_id: 7, text: '<b>Lake Ilmar</b>', parse_mode: 'HTML' },
    });
  });

  it('to what stands there already is done; of what is gone is refused', async () => {
    const same = await editOutcome(refusal(400, 'Bad Request: message is not modified: specified new message content'));
    expect(same.outcome).toEqual({ kind: 'edited' });
    await close?.();
    const gone = await editOutcome(refusal(400, 'Bad Request: message to edit not found'));
    expect(gone.outcome).toMatchObject({ kind: 'refused' });
  });
});
