import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';

let dataDir: string;
let sandbox: Sandbox;
const lines: string[] = [];
const open = (port = 0) => openSandbox({ host: '127.0.0.1', port, dataDir, log: (line) => lines.push(line) });

beforeEach(async () => {
  lines.length = 0;
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-page-'));
  sandbox = await open();
});
afterEach(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const stateShape = z.looseObject({
  seats: z.array(z.looseObject({ name: z.string(), blocked: z.boolean(), messages: z.array(z.looseObject({})) })),
});
const answerShape = z.object({ ok: z.boolean(), result: z.unknown().optional(), problem: z.string().optional() });

async function seat(name: string) {
  const state = stateShape.parse(await (await fetch(`${sandbox.url}sandbox/state`)).json());
  const found = state.seats.find((each) => each.name === name);
  if (!found) throw new Error(`No seat ${name}`);
  return found;
}

async function post(name: string, body: unknown) {
  const response = await fetch(`${sandbox.url}sandbox/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerShape.parse(await response.json());
}

async function callBot(method: string, params: Record<string, unknown> = {}) {
  const response = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return z.looseObject({ ok: z.boolean(), result: z.unknown().optional() }).parse(await response.json());
}

/** A raw request, since fetch sets these headers itself. */
function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(sandbox.url);
    const call = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.once('error', reject);
    call.end();
  });
}

describe('the page', () => {
  it('and all it asks for come from the sandbox itself', async () => {
    const page = await fetch(sandbox.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)) {
      expect((await fetch(new URL(path ?? '', sandbox.url))).status, path).toBe(200);
    }
  });

  it('offers an owner, a subscriber and a group, and the owner is who the bot is told', async () => {
    const state = stateShape.parse(await (await fetch(`${sandbox.url}sandbox/state`)).json());
    expect(state.seats.map(({ name }) => name)).toEqual(['owner', 'subscriber', 'group']);
    expect((await seat('owner')).chat).toBe(sandbox.ownerId);
  });

  it('sends as the chosen person; a long paste becomes two messages', async () => {
    await post('send', { as: 'owner', text: `${'a'.repeat(3000)}\n\n${'b'.repeat(1500)}` });
    await post('send', { as: 'group', text: '/topics' });
    const updates = z.array(z.looseObject({ message: z.unknown() })).parse((await callBot('getUpdates')).result);
    expect(updates.map(({ message }) => message)).toMatchObject([
      { text: 'a'.repeat(3000), from: { id: sandbox.ownerId } },
      { text: 'b'.repeat(1500) },
      { text: '/topics', chat: { type: 'supergroup' }, from: { first_name: 'Samat' } },
    ]);
  });

  it('brings the answer to a press, and a file with its caption', async () => {
    await post('send', { as: 'subscriber', text: '/start' });
    const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    await callBot('sendMessage', { chat_id: 1002, text: 'x', reply_markup });
    const press = post('press', { as: 'subscriber', messageId: 2, row: 0, column: 0 });
    const updates = JSON.stringify((await callBot('getUpdates', { offset: 2, timeout: 5 })).result);
    const callback_query_id = /"callback_query":\{"id":"(\d+)"/.exec(updates)?.[1];
    await callBot('answerCallbackQuery', { callback_query_id, text: 'Gone' });
    expect(await press).toMatchObject({ ok: true, result: { text: 'Gone', alert: false } });

    const base64 = Buffer.from('body').toString('base64');
    await post('document', { as: 'owner', name: 'a.txt', base64, caption: '/post' });
    expect((await seat('owner')).messages).toMatchObject([{ caption: '/post', document: { file_name: 'a.txt' } }]);
  });

  it('edits, blocks and unblocks', async () => {
    await post('send', { as: 'subscriber', text: 'first' });
    await post('edit', { as: 'subscriber', messageId: 1, text: 'second' });
    expect((await seat('subscriber')).messages).toMatchObject([{ text: 'second' }]);
    await post('block', { as: 'subscriber', blocked: true });
    expect(await callBot('sendMessage', { chat_id: 1002, text: 'x' })).toMatchObject({ error_code: 403 });
    expect((await seat('subscriber')).blocked).toBe(true);
    await post('block', { as: 'subscriber', blocked: false });
    expect((await callBot('sendMessage', { chat_id: 1002, text: 'x' })).ok).toBe(true);
  });

  it('says what is wrong with a call, and goes on', async () => {
    expect(await post('send', { as: 'nobody', text: 'x' })).toMatchObject({ ok: false });
    expect(await post('send', { as: 'owner', text: ' \n' })).toMatchObject({ problem: 'There is nothing to send.' });
    expect(await post('press', { as: 'owner', messageId: 9, row: 0, column: 0 })).toMatchObject({ ok: false });
    const caption = 'x'.repeat(1025);
    expect((await post('document', { as: 'owner', name: 'a', base64: 'eA==', caption })).problem).toContain('1024');
    expect(await post('dance', {})).toMatchObject({ ok: false });
    expect((await fetch(`${sandbox.url}sandbox/send`, { method: 'POST', body: '{}' })).status).toBe(400);
    expect((await fetch(`${sandbox.url}nothing`)).status).toBe(404);
  });

  it('is told of each message as it comes', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${sandbox.url}sandbox/events`, { signal: stop.signal });
    await post('send', { as: 'owner', text: 'hello' });
    let heard = '';
    for await (const chunk of stream.body ?? []) {
      heard += Buffer.from(chunk).toString();
      if (heard.includes('"hello"')) break;
    }
    stop.abort();
    expect(heard).toContain('"kind":"sent"');
  });
});

describe('a stranger', () => {
  it('gets nothing under a name that is not this machine’s', async () => {
    expect(await statusOf('/', { host: 'news.example.org' })).toBe(403);
    expect(await statusOf('/sandbox/state', { host: 'news.example.org' })).toBe(403);
    expect(await statusOf(`/bot${sandbox.token}/getMe`, { host: '10.0.0.5:80' })).toBe(403);
    expect(await statusOf('/', { host: 'localhost:1234' })).toBe(200);
  });

  it('cannot act through the visitor’s browser from another site', async () => {
    const json = { 'content-type': 'application/json' };
    const other = { ...json, origin: 'https://evil.example.org' };
    expect(await statusOf('/sandbox/send', other, 'POST')).toBe(403);
    expect(await statusOf(`/bot${sandbox.token}/getMe`, other, 'POST')).toBe(403);
    expect(await statusOf('/sandbox/state', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf('/sandbox/send', { ...json, origin: 'null' }, 'POST')).toBe(403);
    expect(await statusOf('/sandbox/state', { origin: new URL(sandbox.url).origin })).toBe(200);
    expect(await statusOf('/', { 'sec-fetch-site': 'cross-site' })).toBe(200);
  });

  it('cannot guess the token from the last run', async () => {
    const old = sandbox.token;
    await sandbox.close();
    sandbox = await open();
    expect(sandbox.token).not.toBe(old);
    expect(await statusOf(`/bot${old}/getMe`, {})).toBe(401);
  });
});

it('takes a free port where its own is taken, and says so', async () => {
  const taken = Number(new URL(sandbox.url).port);
  const second = await openSandbox({
    host: '127.0.0.1',
    port: taken,
    dataDir: join(dataDir, '2'),
    log: (line) => lines.push(line),
  });
  expect(new URL(second.url).port).not.toBe(String(taken));
  expect((await fetch(second.url)).status).toBe(200);
  expect(lines).toEqual([expect.stringContaining(`Port ${taken} is taken`)]);
  await second.close();
});

it('does not open twice on the same chats, but does after a kill', async () => {
  await expect(open()).rejects.toThrow(`is at work already: ${sandbox.url}`);
  await sandbox.close();
  sandbox = await open();
  expect((await fetch(sandbox.url)).status).toBe(200);
});

it('has its chats after a restart', async () => {
  await post('send', { as: 'owner', text: 'still here' });
  await sandbox.close();
  sandbox = await open();
  expect((await seat('owner')).messages).toMatchObject([{ text: 'still here' }]);
});
