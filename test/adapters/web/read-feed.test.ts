import { lookup } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPublicFetch } from '../../../src/adapters/web/fetch-public.ts';
import { createFeedReader } from '../../../src/adapters/web/read-feed.ts';
import type { FeedValidators } from '../../../src/news/feeds.ts';

const NONE: FeedValidators = { etag: undefined, lastModified: undefined };
const FULL = 'The river council agreed on Tuesday to share the water of Lake Ilmar with its neighbours.';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>The Ilmar Courier</title>
    <item>
      <title>Council &amp; farmers agree</title>
      <link>/news/1?utm_source=rss&amp;page=2</link>
      <guid isPermaLink="false">courier-1</guid>
      <dc:creator>Jonas Pereli</dc:creator>
      <description>Teaser</description>
      <content:encoded><![CDATA[<p>${FULL}</p><p>More &ldquo;water&rdquo;.</p><script>track()</script>]]></content:encoded>
    </item>
    <item><title>Rain at last</title><link>https://courier.example/2</link><description>Only a teaser.</description></item>
    <item><title></title><link>https://courier.example/3</link></item>
    <item><title>Nothing tells me apart</title></item>
    <item><title>A script</title><link>javascript:alert(1)</link><guid>js</guid></item>
  </channel>
</rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Lake News</title>
  <entry><id>tag:lake,1</id><title type="html">Ferry &lt;b&gt;opens&lt;/b&gt;</title>
    <link rel="self" href="https://lake.example/api/1"/><link rel="alternate" href="https://lake.example/1"/>
    <author><name>Alena Hryshko</name></author><content type="html">&lt;p&gt;${FULL}&lt;/p&gt;</content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Steppe Wire',
  items: [{ id: '1', url: 'https://steppe.example/1', title: 'Grain halted', content_text: FULL }],
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const read = createFeedReader(createPublicFetch({ resolve: lookup, isAllowed: (address) => address === '127.0.0.1' }));

async function readFrom(listener: RequestListener, validators = NONE) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return read(`http://127.0.0.1:${(started.address() as AddressInfo).port}/feed`, validators);
}

const serving = (body: string | Buffer, type = 'application/rss+xml', headers = {}): RequestListener => {
  return (_, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);
};

describe('a feed', () => {
  it('in RSS has its entries as plain text, with whole addresses that track nobody', async () => {
    const outcome = await readFrom(serving(RSS));
    expect(outcome).toMatchObject({ kind: 'entries', title: 'The Ilmar Courier' });
    expect(outcome.kind === 'entries' && outcome.entries).toMatchObject([
      {
        key: 'courier-1',
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/news\/1\?page=2$/),
        headline: 'Council & farmers agree',
        byline: 'Jonas Pereli',
        text: `${FULL}\n\nMore “water”.`,
      },
      { key: 'https://courier.example/2', headline: 'Rain at last', byline: undefined, text: 'Only a teaser.' },
      { key: 'js', url: undefined },
    ]);
  });

  it('in Atom is read by the same rules', async () => {
    expect(await readFrom(serving(ATOM, 'application/atom+xml; charset=utf-8'))).toMatchObject({
      title: 'Lake News',
      entries: [
        {
          key: 'tag:lake,1',
          url: 'https://lake.example/1',
          headline: 'Ferry opens',
          byline: 'Alena Hryshko',
          text: FULL,
        },
      ],
    });
  });

  it('in JSON is read by the same rules', async () => {
    expect(await readFrom(serving(JSON_FEED, 'application/feed+json'))).toMatchObject({
      title: 'Steppe Wire',
      entries: [{ key: '1', headline: 'Grain halted', text: FULL }],
    });
  });

  it('in Windows-1251 is read as it declares', async () => {
    const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const text = RSS.replace('UTF-8', 'windows-1251').replace('Rain at last', 'Дождь').replace(/[“”]/g, '"');
    const bytes = Buffer.from([...text].map((character) => table.indexOf(character)));
    const outcome = await readFrom(serving(bytes, 'text/xml'));
    expect(outcome.kind === 'entries' && outcome.entries[1]?.headline).toBe('Дождь');
  });

  it('that has not changed is not read again', async () => {
    const validators = { etag: '"7"', lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' };
    const listener: RequestListener = ({ headers }, response) => {
      const same = headers['if-none-match'] === '"7"' && headers['if-modified-since'] === validators.lastModified;
      response.writeHead(same ? 304 : 200, { 'content-type': 'text/xml', etag: '"7"' }).end(same ? '' : RSS);
    };
    expect(await readFrom(listener, validators)).toEqual({ kind: 'unchanged' });
    expect(await readFrom(listener)).toMatchObject({ validators: { etag: '"7"', lastModified: undefined } });
  });
});

describe('what is not a good feed', () => {
  it.each<[string, RequestListener, string]>([
    ['a page', serving('<html><body>Not found</body></html>', 'text/html'), 'not-a-feed'],
    ['a feed that breaks off', serving(RSS.slice(0, 90)), 'not-a-feed'],
    ['nothing', serving(''), 'not-a-feed'],
    ['a picture', serving('x', 'image/png'), 'wrong-type'],
    ['more than 5 MB', serving(`<rss><channel>${'<item/>'.repeat(800_000)}`), 'too-large'],
    ['a cut connection', (request) => request.socket.destroy(), 'unreachable'],
    [
      'a redirect into our own network',
      (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      'not-public',
    ],
    ['an error', (_, response) => response.writeHead(500).end(), 'status 500'],
  ])('%s is told as an error', async (_, listener, error) => {
    expect(await readFrom(listener)).toMatchObject({ kind: 'failed', error, forGood: false });
  });

  it('is gone for good with a 410', async () => {
    expect(await readFrom((_, response) => response.writeHead(410).end())).toMatchObject({ forGood: true });
  });

  it('does not hold up the program with entities in entities', async () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE r [<!ENTITY e0 "ha">${entities}]><rss><channel><title>&e9;</title></channel></rss>`;
    const outcome = await readFrom(serving(bomb));
    expect(JSON.stringify(outcome).length).toBeLessThan(10_000);
  });

  it('has at most 200 entries read of it', async () => {
    const many = Array.from({ length: 9_000 }, (_, at) => `<item><title>t${at}</title><guid>${at}</guid></item>`);
    const outcome = await readFrom(serving(`<rss version="2.0"><channel>${many.join('')}</channel></rss>`));
    expect(outcome.kind === 'entries' && outcome.entries.length).toBe(200);
  });
});
