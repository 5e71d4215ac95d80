import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, notFound, type Refusal, unauthorized } from './answer.ts';
import type { Calls, Outcome } from './calls.ts';
import { fileAt } from './methods/files.ts';
import { readBody } from './request.ts';
import type { World } from './world.ts';

type Served = { token: string; world: World; calls: Calls };

/** Answers a request for `/bot<token>/…` or `/file/bot<token>/…`; false where it is for neither. */
export async function answerOverHttp(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, kind, token, rest] = /^\/(file\/)?bot([^/]*)\/(.*)$/.exec(url.pathname) ?? [];
  if (token === undefined || rest === undefined) return false;
  const refusal = checkToken(served.token, decodeURIComponent(token));
  if (refusal) writeOutcome(response, refusal);
  else if (kind !== undefined) sendFile(served.world, response, decodeURIComponent(rest));
  else await answerCall(served, { request, response, method: rest, query: url.searchParams });
  return true;
}

function checkToken(right: string, given: string): Refusal | undefined {
  if (!/^\d+:[A-Za-z0-9_-]+$/.test(given)) {
    return { ...unauthorized, description: 'Unauthorized: invalid token specified' };
  }
  const same = given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
  return same ? undefined : unauthorized;
}

function sendFile(world: World, response: ServerResponse, path: string): void {
  const file = fileAt(world, path);
  if (!file) {
    writeOutcome(response, notFound);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.size });
  response.end(Buffer.from(file.content, 'base64'));
}

type HttpCall = { request: IncomingMessage; response: ServerResponse; method: string; query: URLSearchParams };

async function answerCall({ calls }: Served, { request, response, method, query }: HttpCall): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = await readBody(request, query);
  const outcome = body.ok
    ? await calls.run({ method, params: body.params, uploads: body.uploads }, gone.signal)
    : unreadable(body.status);
  writeOutcome(response, outcome);
}

function unreadable(status: number): Refusal {
  if (status === 413) return { ok: false, error_code: 413, description: 'Request Entity Too Large' };
  return badRequest("can't parse the request body");
}

function writeOutcome(response: ServerResponse, outcome: Outcome): void {
  if (response.destroyed) return;
  if (outcome === 'cut') {
    response.destroy();
    return;
  }
  const status = outcome.ok ? 200 : outcome.error_code;
  const pause = outcome.ok ? undefined : outcome.parameters?.retry_after;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(pause === undefined ? {} : { 'retry-after': String(pause) }),
  });
  response.end(JSON.stringify(outcome));
}
