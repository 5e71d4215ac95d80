import { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A web site on this machine that serves `pages` by path, and whom the bot may fetch from so that it reaches it. */
export async function startSite(pages: Record<string, string | RequestListener>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': typeOf(page) }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    /** As an editor would type it. */
    address: (path: string) => `http://127.0.0.1:${port}${path}`,
    pages,
    asked,
    web: { resolve: lookup, isAllowed: (address: string) => address === '127.0.0.1' },
  };
}

function typeOf(page: string): string {
  if (page.startsWith('{')) return 'application/feed+json';
  return /^<(\?xml|rss|feed)/.test(page) ? 'application/rss+xml; charset=utf-8' : 'text/html; charset=utf-8';
}

/** An RSS feed of these entries, each with a page of its own and only a teaser in the feed. */
export function rssOf(title: string, entries: readonly { readonly headline: string; readonly url: string }[]): string {
  const items = entries.map(
    ({ headline, url }) =>
      `<item><title>${headline}</title><link>${url}</link><guid>${url}</guid><description>Read more</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

/** A newspaper's page of an article that is given as an editor would paste it. */
export function pageOf(article: string): string {
  const [headline = '', ...paragraphs] = article.split('\n\n');
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html><head><title>${headline}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${body}</article></body></html>`;
}
