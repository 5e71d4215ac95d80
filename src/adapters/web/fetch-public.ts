import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { isPublicAddress } from './public-address.ts';

export interface PublicFetchOptions {
  /** Content types that are taken, as `text/html`. */
  readonly types: ReadonlySet<string>;
  /** Sent with the request: validators of an earlier answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why an address was not read. */
export type FetchFault =
  /** Neither http nor https, with a password in it, or no address at all. */
  | 'not-an-address'
  /** It, or what it redirects to, stands inside somebody's network. */
  | 'not-public'
  | 'unknown-host'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow'
  | 'wrong-type'
  | 'unreachable';

export type Fetched =
  | {
      readonly kind: 'page';
      /** Where the last redirect led. */
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly type: string;
      /** As the server declares it. */
      readonly encoding: string | undefined;
      readonly headers: { get(name: string): string | null };
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'fault'; readonly fault: FetchFault };

export interface PublicFetchDeps {
  /** The addresses of a name. */
  readonly resolve: typeof lookup;
  readonly isAllowed: (address: string) => boolean;
}

export type PublicFetch = (url: string, options: PublicFetchOptions) => Promise<Fetched>;

const MOST_REDIRECTS = 5;
const MOST_BYTES = 5_000_000;
const LONGEST_MS = 15_000;
const USER_AGENT = 'Dateline/1.0 (news briefings)';

/** An address inside somebody's network; thrown where the connection is made, which is the only place that surely knows it. */
class NotPublic extends Error {}

/**
 * Fetches what stands at a public address, and nothing else: every address that a name resolves to is checked at the
 * moment of the connection, so a name that answers differently the second time gains nothing, and so is each
 * of at most 5 redirects. At most 5 MB (unpacked) and 15 s in all. Never throws.
 */
export function createPublicFetch(
  deps: PublicFetchDeps = { resolve: lookup, isAllowed: isPublicAddress },
): PublicFetch {
  const dispatcher = new Agent({ connect: { lookup: checkedLookup(deps) }, headersTimeout: LONGEST_MS });

  async function follow(first: string, options: PublicFetchOptions, signal: AbortSignal): Promise<Fetched> {
    let address = parseAddress(first, deps);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (typeof address === 'string') return { kind: 'fault', fault: address };
      const headers = { 'user-agent': USER_AGENT, accept: [...options.types].join(', '), ...options.headers };
      const response = await fetch(address, { dispatcher, signal, redirect: 'manual', headers });
      const next = response.headers.get('location');
      if (!isRedirect(response.status) || next === null) return readResponse(response, address, options.types);
      await response.body?.cancel();
      address = parseAddress(URL.parse(next, address)?.href ?? '', deps);
    }
    return { kind: 'fault', fault: 'too-many-redirects' };
  }

  return async (url, options) => {
    try {
      return await follow(url, options, AbortSignal.timeout(LONGEST_MS));
    } catch (error) {
      return { kind: 'fault', fault: faultOf(error) };
    }
  };
}

function parseAddress(text: string, { isAllowed }: PublicFetchDeps): URL | FetchFault {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return 'not-an-address';
  // A literal address is connected to without any look-up.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  return /^[\d.]+$|:/.test(literal) && !isAllowed(literal) ? 'not-public' : url;
}

/** All of a name's addresses must be allowed: one among them that is not is somebody's attempt. */
function checkedLookup({ resolve, isAllowed }: PublicFetchDeps): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.some(({ address }) => !isAllowed(address))) return callback(new NotPublic(hostname), []);
      answer(addresses, options.all === true, callback);
    });
  };
}

function answer(addresses: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = addresses;
  if (all) callback(null, addresses);
  else callback(null, first?.address ?? '', first?.family);
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

async function readResponse(response: Response, url: URL, types: ReadonlySet<string>): Promise<Fetched> {
  const fault = async (kind: Fetched) => {
    await response.body?.cancel();
    return kind;
  };
  if (response.status === 304) return fault({ kind: 'unchanged' });
  if (!response.ok)
    return fault({ kind: 'status', status: response.status, retryAfterSeconds: retryAfterOf(response) });
  const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
  if (!types.has(type.trim())) return fault({ kind: 'fault', fault: 'wrong-type' });
  const bytes = await readUpTo(response, MOST_BYTES);
  if (bytes === undefined) return { kind: 'fault', fault: 'too-large' };
  const encoding = /charset\s*=\s*"?([\w.:-]+)/.exec(parameters.join(';'))?.[1];
  return { kind: 'page', url: url.href, bytes, type: type.trim(), encoding, headers: response.headers };
}

/** Undefined where there is more; what is still to come is not waited for. */
async function readUpTo({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function retryAfterOf({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function faultOf(error: unknown): FetchFault {
  if (!(error instanceof Error)) return 'unreachable';
  const cause = error.cause;
  if (cause instanceof NotPublic) return 'not-public';
  if (error.name === 'TimeoutError' || (cause instanceof Error && cause.name === 'HeadersTimeoutError'))
    return 'too-slow';
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA' ? 'unknown-host' : 'unreachable';
}
