import type { lookup } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createPublicFetch } from '../../../src/adapters/web/fetch-public.ts';
import { isPublicAddress } from '../../../src/adapters/web/public-address.ts';

const TYPES = new Set(['text/html', 'text/plain']);
const PAGE = '<h1>The lake rose</h1>';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

/** What is fetched from this machine itself, which no user may. */
const fetchLocally = createPublicFetch({
  resolve: (await import('node:dns')).lookup,
  isAllowed: (address) => address === '127.0.0.1',
});

/** Names that resolve as an attacker's name server says; every connection is checked as in earnest. */
function resolving(...addresses: string[]) {
  const resolve = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as typeof lookup;
  return createPublicFetch({ resolve, isAllowed: isPublicAddress });
}

describe('a page at a public address', () => {
  it('is fetched with its type and its declared encoding, by a plain user agent', async () => {
    let agent: string | undefined;
    const root = await serve((request, response) => {
      agent = request.headers['user-agent'];
      response.writeHead(200, { 'content-type': 'Text/HTML; charset="windows-1251"' }).end(PAGE);
    });
    const page = await fetchLocally(`${root}/a`, { types: TYPES });
    expect(page).toMatchObject({ kind: 'page', url: `${root}/a`, type: 'text/html', encoding: 'windows-1251' });
    expect(page.kind === 'page' && Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect(agent).toMatch(/^Dateline\//);
  });

  it('is followed through five redirects and no sixth', async () => {
    const root = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    });
    expect(await fetchLocally(`${root}/5`, { types: TYPES })).toMatchObject({ kind: 'page', url: `${root}/0` });
    expect(await fetchLocally(`${root}/6`, { types: TYPES })).toEqual({ kind: 'fault', fault: 'too-many-redirects' });
  });

  it('that has not changed is not sent again', async () => {
    const root = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200, { 'content-type': 'text/html' }).end();
    });
    const headers = { 'if-none-match': '"7"' };
    expect(await fetchLocally(root, { types: TYPES, headers })).toEqual({ kind: 'unchanged' });
  });

  it('that is not there is told by its status, with the wait that the server asks for', async () => {
    const root = await serve((_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await fetchLocally(root, { types: TYPES })).toEqual({
      kind: 'status',
      status: 503,
      retryAfterSeconds: 120,
    });
  });

  it.each(['image/png', 'application/octet-stream', 'text/html2', ''])('of the type "%s" is not read', async (type) => {
    const root = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(PAGE));
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'wrong-type' });
  });

  it('of more than 5 MB is left', async () => {
    const root = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.alloc(5_000_001, 'a'));
    });
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'too-large' });
  });

  it('that unpacks to more than 5 MB is left', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 'a'));
    const root = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(300_000);
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'too-large' });
  });

  it('whose connection is cut is unreachable', async () => {
    const root = await serve((request) => request.socket.destroy());
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'unreachable' });
  });
});

describe('an address that no user may reach', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1:8080/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST:8080/',
  ])('%s is refused', async (url) => {
    expect(await createPublicFetch()(url, { types: TYPES })).toEqual({ kind: 'fault', fault: 'not-public' });
  });

  it.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://user:secret@example.org/',
    'example.org',
    'http://',
    '',
  ])('"%s" is no address to read', async (url) => {
    expect(await createPublicFetch()(url, { types: TYPES })).toEqual({ kind: 'fault', fault: 'not-an-address' });
  });

  it('is refused behind a name that resolves to it, alone or among public ones', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:10.0.0.1'], ['fd00:ec2::254']]) {
      const outcome = await resolving(...addresses)('http://news.example/', { types: TYPES });
      expect(outcome).toEqual({ kind: 'fault', fault: 'not-public' });
    }
  });

  it('is refused behind a redirect, and is never connected to', async () => {
    let inside = 0;
    const root = await serve((request, response) => {
      if (request.url === '/inside') inside += 1;
      response.writeHead(301, { location: `http://[::ffff:127.0.0.1]:${request.socket.localPort}/inside` }).end();
    });
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'not-public' });
    expect(inside).toBe(0);
  });

  it('is refused where a redirect leads to another protocol', async () => {
    const root = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    expect(await fetchLocally(root, { types: TYPES })).toEqual({ kind: 'fault', fault: 'not-an-address' });
  });
});
