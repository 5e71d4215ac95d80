import type { IncomingMessage } from 'node:http';
import type { Upload } from './world.ts';

/** A call as it came in: every value is text, as the real server holds it, and files stand apart. */
export type Call = { method: string; params: Map<string, string>; uploads: Map<string, Upload> };

export type ReadBody =
  | { ok: true; params: Map<string, string>; uploads: Map<string, Upload> }
  | { ok: false; status: number };

const BODY_MAX_BYTES = 55 * 1024 * 1024;

/** Reads the parameters of a request from its query and its body: JSON, urlencoded or multipart. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<ReadBody> {
  const params = new Map(query);
  const uploads = new Map<string, Upload>();
  const body = await readBytes(request);
  if (!body) return { ok: false, status: 413 };
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return { ok: true, params, uploads };

  if (type.startsWith('multipart/form-data')) return readMultipart(body, type, params, uploads);
  if (type.startsWith('application/json')) {
    const fields = parseObject(body.toString());
    if (!fields) return { ok: false, status: 400 };
    for (const [name, value] of fieldTexts(fields)) params.set(name, value);
  } else {
    for (const [name, value] of new URLSearchParams(body.toString())) params.set(name, value);
  }
  return { ok: true, params, uploads };
}

/** The fields of a JSON object as texts: a value that is not a string stands for its own JSON. */
export function fieldTexts(fields: Record<string, unknown>): Map<string, string> {
  return new Map(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function readMultipart(
  body: Buffer<ArrayBuffer>,
  type: string,
  params: Map<string, string>,
  uploads: Map<string, Upload>,
): Promise<ReadBody> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') params.set(name, value);
      else {
        const content = Buffer.from(await value.arrayBuffer());
        uploads.set(name, { name: value.name, mime: mimeOf(value.name), content });
      }
    }
    return { ok: true, params, uploads };
  } catch {
    return { ok: false, status: 400 };
  }
}

const MIMES: Record<string, string> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** The media type that a client would give to a file of this name. */
export function mimeOf(name: string): string {
  return MIMES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= BODY_MAX_BYTES) chunks.push(bytes);
  }
  return size > BODY_MAX_BYTES ? undefined : Buffer.concat(chunks);
}
