import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

export type PageFile = { type: string; content: Buffer };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page by their path; there are no others. */
export function readPageFiles(): Map<string, PageFile> {
  const folder = new URL('./page/', import.meta.url);
  const files = new Map<string, PageFile>();
  files.set('/', { type: TYPES['.html'] ?? '', content: readFileSync(new URL('./page.html', import.meta.url)) });
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type) files.set(`/page/${name}`, { type, content: readFileSync(new URL(name, folder)) });
  }
  return files;
}

/** Nothing is loaded from elsewhere, and no text of a message could run even if it got into the page. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
