import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createTelegraf } from '../../../src/adapters/telegram/client.ts';
import { pollUpdates } from '../../../src/adapters/telegram/updates.ts';
import { createFastClock, silentLog } from '../../support/fast-clock.ts';

/** Polls a server that gives these answers in turn, and then nothing for ever; the numbers that are taken. */
async function poll(answers: readonly string[]) {
  const offsets: unknown[] = [];
  const rest = [...answers];
  const server = createServer(async (request, response) => {
    if (request.url?.endsWith('/getWebhookInfo')) return response.end('{"ok":true,"result":{"url":""}}');
    let body = '';
    for await (const chunk of request) body += chunk;
    offsets.push(JSON.parse(body).offset);
    const answer = rest.shift();
    return answer && response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const taken: number[] = [];
  const stop = new AbortController();
  const end = pollUpdates(
    {
      telegram: createTelegraf('4242:test_token', url).telegram,
      take: async (updates) => void taken.push(...updates.map(({ update_id }) => update_id)),
      timer: createFastClock('2026-03-02T03:00:00Z', 600).timer,
      random: () => 0.5,
      log: silentLog,
    },
    stop.signal,
  );
  onTestFinished(async () => {
    stop.abort();
    server.closeAllConnections();
    server.close();
    await end;
  });
  return { taken, offsets };
}

const good = (...ids: number[]) => JSON.stringify({ ok: true, result: ids.map((update_id) => ({ update_id })) });

it.each([
  ['no list', '{"ok":true,"result":{"update_id":3}}'],
  ['nothing', '{"ok":true}'],
  ['null', '{"ok":true,"result":null}'],
  ['a text', '{"ok":true,"result":"updates"}'],
  ['no JSON', '<html>502 Bad Gateway</html>'],
  ['half an answer', '{"ok":true,"result":[{"update_id":'],
  ['a list in which nothing has a number', '{"ok":true,"result":[{"message":{}},null,7,[],{"update_id":"8"}]}'],
])('goes on after %s in place of updates', async (_, answer) => {
  const { taken, offsets } = await poll([answer, answer, good(4, 5)]);
  await expect.poll(() => taken).toEqual([4, 5]);
  await expect.poll(() => offsets).toEqual([0, 0, 0, 6]);
});

it('takes of a list what has a number, whatever else it holds, and is not given it again', async () => {
  const result = [
    { update_id: 4, new_thing: { of: 'a kind nobody knows' } },
    null,
    { update_id: 9.5 },
    { update_id: 3 },
  ];
  const { taken, offsets } = await poll([JSON.stringify({ ok: true, result })]);
  await expect.poll(() => taken).toEqual([4, 3]);
  await expect.poll(() => offsets).toEqual([0, 5]);
});
