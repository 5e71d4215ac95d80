import { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createArticleFetcher } from '../../../src/adapters/web/fetch-article.ts';
import { createPublicFetch } from '../../../src/adapters/web/fetch-public.ts';

const LEDE = 'The river council of Vardania agreed on Tuesday to share the water of Lake Ilmar for ten more years.';
const PAGE = `<html><head><title>x</title></head><body><nav><a href="/">Home</a></nav><article><h1>Vardania shares Lake Ilmar</h1>
<p>${LEDE}</p><p>The agreement covers 4,200 farms, and it will be reviewed after five years, when a dam is to be finished.</p></article></body></html>`;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const fetchArticle = createArticleFetcher(
  createPublicFetch({ resolve: lookup, isAllowed: (address) => address === '127.0.0.1' }),
);

async function fetchFrom(type: string, body: string | Buffer, status = 200) {
  const started = createServer((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return fetchArticle(`http://127.0.0.1:${(started.address() as AddressInfo).port}/a?utm_source=x&id=1`);
}

it('reads the article of a page as an editor would paste it, and its address without what tracks readers', async () => {
  const article = await fetchFrom('text/html', PAGE);
  expect(article).toMatchObject({ kind: 'text', url: expect.stringMatching(/\/a\?id=1$/) });
  expect(article.kind === 'text' && article.text).toMatch(/^Vardania shares Lake Ilmar\n\nThe river council/);
});

it('reads plain text and Markdown as they are meant', async () => {
  expect(await fetchFrom('text/plain; charset=utf-8', `Озеро\n\n${LEDE}`)).toMatchObject({ text: `Озеро\n\n${LEDE}` });
  expect(await fetchFrom('text/markdown', `# Lake\n\n**${LEDE}**`)).toMatchObject({ text: `Lake\n\n${LEDE}` });
});

it('reads a page in the encoding that it names itself', async () => {
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const text = '<meta charset="windows-1251"><h1>Озеро</h1><p>Вода пришла на поля, сообщил совет.</p>';
  const bytes = Buffer.from([...text].map((character) => table.indexOf(character)));
  const article = await fetchFrom('text/html', bytes);
  expect(article.kind === 'text' && article.text).toContain('Озеро');
});

it('tells what is not there from what is no article', async () => {
  expect(await fetchFrom('text/html', 'no', 404)).toEqual({ kind: 'status', status: 404 });
  expect(await fetchFrom('image/png', 'no')).toEqual({ kind: 'fault', fault: 'wrong-type' });
  expect(await fetchFrom('text/plain', Buffer.from([0x89, 0, 0, 0, 1]))).toEqual({
    kind: 'fault',
    fault: 'wrong-type',
  });
});
