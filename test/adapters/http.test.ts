import { connect } from 'node:net';
import type { Update } from 'telegraf/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { healthRoute, metricsRoute, type Route, serveHttp, webhookRoute } from '../../src/adapters/http.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';

async function serve(...routes: Route[]): Promise<string> {
  const server = await serveHttp('127.0.0.1', 0, routes);
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

describe('health', () => {
  it('is ok while the bot works, and unavailable while it waits or ends', async () => {
    let healthy = false;
    const url = await serve(healthRoute(() => healthy));
    const waiting = await fetch(`${url}/health`);
    expect([waiting.status, await waiting.json()]).toEqual([503, { status: 'unavailable' }]);
    healthy = true;
    const working = await fetch(`${url}/health?from=probe`);
    expect([working.status, await working.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('metrics', () => {
  it('are told as Prometheus reads them', async () => {
    const metrics = createMetrics();
    metrics.countUpdate();
    metrics.countTick({ published: 0, resumed: 0, due: 5, skipped: 2, deliveries: 3 });
    await metrics
      .counted({ send: async () => ({ kind: 'unauthorised' }), edit: async () => ({ kind: 'edited' }) })
      .send({
        chatId: 1,
        threadId: undefined,
        message: { html: 'x', buttons: [] },
        silent: true,
      });
    const response = await fetch(`${await serve(metricsRoute(metrics.registry))}/metrics`);
    const lines = (await response.text()).split('\n');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(lines).toContain('dateline_updates_total 1');
    expect(lines).toContain('dateline_sends_total{outcome="unauthorised"} 1');
    expect(lines).toContain('dateline_due_chats_total 5');
    expect(lines).toContain('dateline_skipped_chats_total 2');
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });
});

describe('the server', () => {
  it('answers what nobody serves with 404', async () => {
    const url = await serve(healthRoute(() => true));
    for (const path of ['/', '/healthy', '/health/', '/metrics', '/.env', '//health'])
      expect((await fetch(url + path)).status, path).toBe(404);
  });

  it('answers 500 where a route fails, saying nothing of it, and serves on', async () => {
    const url = await serve(
      async (request) => {
        if (request.url === '/broken') throw new Error('secret');
        return false;
      },
      healthRoute(() => true),
    );
    const broken = await fetch(`${url}/broken`);
    expect([broken.status, await broken.text()]).toEqual([500, '']);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('survives a request with an address that is none', async () => {
    const url = await serve(healthRoute(() => true));
    expect(await raw(url, 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 404/);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('says that its port is taken', async () => {
    const url = new URL(await serve());
    await expect(serveHttp('127.0.0.1', Number(url.port), [])).rejects.toThrow('EADDRINUSE');
  });

  it('closes though a connection is kept open', async () => {
    const server = await serveHttp('127.0.0.1', 0, [healthRoute(() => true)]);
    await fetch(`http://127.0.0.1:${server.port}/health`);
    const idle = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    onTestFinished(() => void idle.destroy());
    await server.close();
    await expect(fetch(`http://127.0.0.1:${server.port}/health`)).rejects.toThrow();
  });
});

describe('the webhook', () => {
  const SECRET = 'open-sesame';
  const UPDATE = JSON.stringify({ update_id: 7, message: { text: 'Озеро' } });

  async function hook(handle: (update: Update) => Promise<void> = async () => {}) {
    const url = await serve(webhookRoute('/telegram', SECRET, handle));
    return (body: string | Uint8Array<ArrayBuffer>, secret: string | undefined = SECRET) =>
      fetch(`${url}/telegram`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
        },
      });
  }

  it('hands an update on, and answers once it is handled', async () => {
    const seen: unknown[] = [];
    const handled = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const post = await hook(async (update) => {
      seen.push(update);
      begun.resolve();
      await handled.promise;
      seen.push('handled');
    });
    const answer = post(UPDATE).then(({ status }) => seen.push(status));
    await begun.promise;
    expect(seen).toEqual([JSON.parse(UPDATE)]);
    handled.resolve();
    await answer;
    expect(seen.slice(1)).toEqual(['handled', 200]);
  });

  it.each(['', 'open-sesam', 'open-sesame!', 'OPEN-SESAME'])('refuses the secret "%s"', async (secret) => {
    const seen: unknown[] = [];
    const post = await hook(async (update) => void seen.push(update));
    expect((await post(UPDATE, secret)).status).toBe(401);
    expect(seen).toEqual([]);
  });

  it.each([
    ['no JSON', '{"update_id": 7'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1]'],
    ['a text', '"update_id"'],
    ['an update without a number', '{"message":{}}'],
    ['an update with a text for a number', '{"update_id":"7"}'],
    ['bytes', new Uint8Array([0xff, 0xfe, 0])],
  ])('refuses %s', async (_, body) => {
    const seen: unknown[] = [];
    const post = await hook(async (update) => void seen.push(update));
    expect((await post(body)).status).toBe(400);
    expect(seen).toEqual([]);
  });

  it('refuses a body of over 1 MB, and takes the next', async () => {
    const seen: unknown[] = [];
    const post = await hook(async (update) => void seen.push(update.update_id));
    const large = JSON.stringify({ update_id: 1, padding: 'x'.repeat(3_000_000) });
    expect((await post(large)).status).toBe(413);
    expect((await post(UPDATE)).status).toBe(200);
    expect(seen).toEqual([7]);
  });

  it('answers 500 where handling fails, so that Telegram sends the update again', async () => {
    const post = await hook(() => Promise.reject(new Error('broken')));
    expect((await post(UPDATE)).status).toBe(500);
  });

  it('is there for POST only, and at its own path only', async () => {
    const url = await serve(webhookRoute('/telegram', SECRET, async () => {}));
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    expect((await fetch(`${url}/telegram`, { headers })).status).toBe(404);
    expect((await fetch(`${url}/other`, { method: 'POST', body: UPDATE, headers })).status).toBe(404);
  });
});

function raw(url: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}
