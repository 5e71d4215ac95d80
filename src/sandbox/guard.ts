import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const FROM_HERE = ['same-origin', 'none'];

/**
 * Why a request is refused, or undefined. A name that is not this machine's may have been pointed here by a stranger
 * (DNS rebinding); a call from another site's page would act as the visitor without asking him (CSRF). Opening the page
 * by a link from elsewhere is harmless, so `isPage` asks only for the right name.
 */
export function refusedBecause(request: IncomingMessage, host: string, isPage: boolean): string | undefined {
  const named = request.headers.host ?? '';
  const name = named.replace(/:\d+$/, '').toLowerCase();
  if (!LOOPBACK.includes(name) && name !== host.toLowerCase())
    return `The sandbox answers only at a loopback address, not at "${name}".`;
  if (isPage) return undefined;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${named}`) return 'The sandbox answers only its own page.';
  if (typeof site === 'string' && !FROM_HERE.includes(site)) return 'The sandbox answers only its own page.';
  return undefined;
}
