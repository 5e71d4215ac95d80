import type { IncomingMessage, ServerResponse } from 'node:http';
import { FOLDER_PATH, folderOf } from './at-work.ts';
import type { BotApi } from './bot-api.ts';
import { pageCall } from './page-calls.ts';
import { PAGE_HEADERS, type PageFile } from './page-files.ts';
import { pageState } from './seats.ts';
import type { Happening } from './world.ts';

const BODY_MAX_BYTES = 30 * 1024 * 1024;
/** Keeps the stream of events from being closed as idle. */
const BEAT_MS = 20_000;

/** Serves the chat page and what it asks for. */
export async function servePage(
  served: { api: BotApi; files: Map<string, PageFile>; dataDir: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = served.files.get(pathname);
  if (request.method === 'GET' && file) {
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.type }).end(file.content);
  } else if (request.method === 'GET' && pathname === '/sandbox/state') {
    writeJson(response, 200, pageState(served.api));
  } else if (request.method === 'GET' && pathname === FOLDER_PATH) {
    writeJson(response, 200, folderOf(served.dataDir));
  } else if (request.method === 'GET' && pathname === '/sandbox/events') {
    streamEvents(served.api, response);
  } else if (request.method === 'GET' && pathname.startsWith('/sandbox/files/')) {
    sendFile(served.api, response, pathname.slice('/sandbox/files/'.length));
  } else if (request.method === 'POST' && pathname.startsWith('/sandbox/')) {
    await answerCall(served.api, request, response, pathname.slice('/sandbox/'.length));
  } else {
    writeJson(response, 404, { ok: false, problem: 'There is no such page.' });
  }
}

async function answerCall(
  api: BotApi,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const body = await readJson(request);
  if (body === undefined) {
    writeJson(response, 400, { ok: false, problem: 'The sandbox takes JSON of at most 30 MB.' });
    return;
  }
  const answer = await pageCall(api, name, body);
  writeJson(response, answer.ok ? 200 : 400, answer);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= BODY_MAX_BYTES) chunks.push(bytes);
  }
  if (size > BODY_MAX_BYTES) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function streamEvents(api: BotApi, response: ServerResponse): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'text/event-stream' });
  response.write('retry: 1000\n\n');
  const stop = api.watch((happening) => {
    response.write(`data: ${JSON.stringify(forPage(api, happening))}\n\n`);
  });
  const beat = setInterval(() => response.write(': beat\n\n'), BEAT_MS);
  response.once('close', () => {
    clearInterval(beat);
    stop();
  });
}

function forPage(api: BotApi, happening: Happening): unknown {
  return 'message' in happening ? { ...happening, message: api.seen(happening.message) } : happening;
}

function sendFile(api: BotApi, response: ServerResponse, id: string): void {
  const file = api.file(id);
  if (!file) {
    writeJson(response, 404, { ok: false, problem: 'There is no such file.' });
    return;
  }
  const isPicture = /^image\/(png|jpeg)$/.test(file.mime);
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'content-type': isPicture ? file.mime : 'application/octet-stream',
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(Buffer.from(file.content, 'base64'));
}

function writeJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(value));
}
