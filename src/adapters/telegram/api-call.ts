import { Pool } from 'undici';

/** What came of one call to the Bot API. */
export type CallResult =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** `written` is true where the call may have reached the server: no answer came, or none that ended. */
  | { readonly kind: 'fault'; readonly written: boolean; readonly fault: Error };

/** Calls a method with its parameters as JSON, and tells when the call goes out. Never rejects. */
export type ApiCall = (method: string, parameters: object, onWritten?: () => void) => Promise<CallResult>;

export interface ApiCallOptions {
  /** How long to wait for a connection. */
  readonly connectMs: number;
  /** How long to wait for an answer to begin, and then for each further piece of it; to the second. */
  readonly answerMs: number;
}

/**
 * Between messages connections are kept for this long; Telegram keeps them longer, so they are rarely cut just as a
 * call is written to one.
 */
const KEEP_ALIVE_MS = 20_000;

/** An answer of Telegram's to a message is a few kilobytes; a page of something in between may be of any size. */
const LONGEST_ANSWER_BYTES = 1_000_000;

/**
 * Calls over a pool of connections of its own: a fifth of the cost of Telegraf's, and it is known whether a call that
 * failed had been written. One call at a time on a connection, and no HTTP/2, so that a cut takes one call with it.
 * A call is never held back for a free connection: it starts when the gate counts it.
 */
export function createApiCall(token: string, apiRoot: string, { connectMs, answerMs }: ApiCallOptions): ApiCall {
  const { origin, pathname } = new URL(apiRoot);
  const path = `${pathname.replace(/\/$/, '')}/bot${token}/`;
  const pool = new Pool(origin, {
    connections: null,
    pipelining: 1,
    allowH2: false,
    connectTimeout: connectMs,
    headersTimeout: answerMs,
    bodyTimeout: answerMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: LONGEST_ANSWER_BYTES,
  });
  const headers = { 'content-type': 'application/json' };

  return (method, parameters, onWritten) =>
    new Promise((resolve) => {
      const pieces: Buffer[] = [];
      let written = false;
      let status = 0;
      pool.dispatch(
        { path: path + method, method: 'POST', headers, body: JSON.stringify(parameters) },
        {
          onRequestStart: () => {
            written = true;
            onWritten?.();
          },
          onResponseStart: (_, statusCode) => {
            status = statusCode;
          },
          onResponseData: (_, piece) => {
            pieces.push(piece);
          },
          onResponseEnd: () => {
            resolve({ kind: 'answer', status, body: Buffer.concat(pieces).toString('utf8') });
          },
          onResponseError: (_, fault) => {
            resolve({ kind: 'fault', written, fault });
          },
        },
      );
    });
}
