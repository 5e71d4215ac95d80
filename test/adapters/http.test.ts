import { connect } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { healthRoute, metricsRoute, type Route, serveHttp } from '../../src/adapters/http.ts';
import { createMetrics } from '../../src/adapters/metrics.ts';

const WORKING = { works: true, outOfReachSince: undefined };

async function serve(...routes: Route[]): Promise<string> {
  const server = await serveHttp('127.0.0.1', 0, routes);
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

describe('health', () => {
  it('is ok while the bot works, and unavailable while it waits or ends', async () => {
    let works = false;
    const url = await serve(healthRoute(() => ({ ...WORKING, works })));
    const waiting = await fetch(`${url}/health`);
    expect([waiting.status, await waiting.json()]).toEqual([503, { status: 'unavailable' }]);
    works = true;
    const working = await fetch(`${url}/health?from=probe`);
    expect([working.status, await working.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('says since when Telegram is out of reach, for which no restart is a cure', async () => {
    const outOfReachSince = Temporal.Instant.from('2026-03-02T08:00:00Z');
    const url = await serve(healthRoute(() => ({ works: true, outOfReachSince })));
    const response = await fetch(`${url}/health`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', telegramOutOfReachSince: '2026-03-02T08:00:00Z' },
    ]);
  });
});

describe('metrics', () => {
  it('are told as Prometheus reads them', async () => {
    const metrics = createMetrics();
    metrics.countUpdate('handled');
    metrics.countUpdate('given-up');
    const oldestAt = Temporal.Instant.from('2026-03-02T03:00:00Z');
    metrics.watchInbox(
      async () => ({ waiting: 2, oldestAt }),
      () => oldestAt.add({ seconds: 90 }),
    );
    metrics.countTick({
      published: 0,
      pushed: 0,
      resumed: 0,
      due: 5,
      skipped: 2,
      deliveries: 3,
      cleared: 0,
      failed: 0,
    });
    await metrics
      .counted({
        send: async () => ({ kind: 'unauthorised' }),
        edit: async () => ({ kind: 'edited' }),
        isReachable: async () => true,
      })
      .send({
        chatId: 1,
        threadId: undefined,
        message: { html: 'x', buttons: [] },
        silent: true,
      });
    const at = Temporal.Instant.from('2026-03-02T08:00:00Z');
    metrics.watchReach(
      () => at,
      () => at.add({ seconds: 40 }),
    );
    metrics.countPossibleDouble();
    const response = await fetch(`${await serve(metricsRoute(metrics.registry))}/metrics`);
    const lines = (await response.text()).split('\n');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(lines).toContain('dateline_updates_total 1');
    expect(lines).toContain('dateline_updates_given_up_total 1');
    expect(lines).toContain('dateline_inbox_updates 2');
    expect(lines).toContain('dateline_inbox_oldest_seconds 90');
    expect(lines).toContain('dateline_sends_total{outcome="unauthorised"} 1');
    expect(lines).toContain('dateline_telegram_out_of_reach_seconds 40');
    expect(lines).toContain('dateline_possible_doubles_total 1');
    expect(lines).toContain('dateline_due_chats_total 5');
    expect(lines).toContain('dateline_skipped_chats_total 2');
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });
});

describe('the server', () => {
  it('answers what nobody serves with 404', async () => {
    const url = await serve(healthRoute(() => WORKING));
    for (const path of ['/', '/healthy', '/health/', '/metrics', '/.env', '//health'])
      expect((await fetch(url + path)).status, path).toBe(404);
  });

  it('answers 500 where a route fails, saying nothing of it, and serves on', async () => {
    const url = await serve(
      async (request) => {
        if (request.url === '/broken') throw new Error('secret');
        return false;
      },
      healthRoute(() => WORKING),
    );
    const broken = await fetch(`${url}/broken`);
    expect([broken.status, await broken.text()]).toEqual([500, '']);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('survives a request with an address that is none', async () => {
    const url = await serve(healthRoute(() => WORKING));
    expect(await raw(url, 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 404/);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('says that its port is taken', async () => {
    const url = new URL(await serve());
    await expect(serveHttp('127.0.0.1', Number(url.port), [])).rejects.toThrow('EADDRINUSE');
  });

  it('closes though a connection is kept open', async () => {
    const server = await serveHttp('127.0.0.1', 0, [healthRoute(() => WORKING)]);
    await fetch(`http://127.0.0.1:${server.port}/health`);
    const idle = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    onTestFinished(() => void idle.destroy());
    await server.close();
    await expect(fetch(`http://127.0.0.1:${server.port}/health`)).rejects.toThrow();
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
