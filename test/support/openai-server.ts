import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a service was asked, as it came over the wire. */
export interface ChatRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: { readonly type: string; readonly json_schema?: { readonly strict?: boolean } };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
}

/** How the service answers one call. */
export type ChatReply =
  /** A good answer: JSON of this value. */
  | {
      readonly json: unknown;
      readonly fenced?: boolean;
      readonly usage?: { readonly tokensIn: number; readonly tokensOut: number };
    }
  | { readonly content: string | null; readonly finish?: 'stop' | 'length' | 'content_filter' }
  | { readonly refusal: string }
  | { readonly status: number; readonly message?: string; readonly headers?: Record<string, string> }
  | { readonly body: string }
  | 'cut';

export interface ModelService {
  readonly baseUrl: string;
  readonly calls: readonly ChatRequest[];
  close(): Promise<void>;
}

/**
 * A service that speaks OpenAI's chat completions over a real socket, each call answered as `answer` says; a promise
 * that never resolves is a service that stalls. Every good call uses 900 tokens and writes 100, unless the
 * reply says otherwise.
 */
export async function startModelService(
  answer: (request: ChatRequest, call: number) => ChatReply | Promise<ChatReply>,
): Promise<ModelService> {
  const calls: ChatRequest[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then(async (asked) => {
      calls.push(asked);
      send(response, await answer(asked, calls.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<ChatRequest> {
  const body = JSON.parse(await text(request));
  return { ...body, path: request.url ?? '', authorization: request.headers.authorization };
}

function send(response: ServerResponse, reply: ChatReply): void {
  if (reply === 'cut') {
    response.destroy();
    return;
  }
  const json = (status: number, value: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
  if ('status' in reply) {
    json(reply.status, { error: { message: reply.message ?? 'no', type: 'error' } }, reply.headers);
  } else if ('body' in reply) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(reply.body);
  } else {
    json(200, completionOf(reply));
  }
}

function completionOf(reply: Exclude<ChatReply, 'cut' | { status: number } | { body: string }>) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'a-model',
    choices: [{ index: 0, finish_reason: 'finish' in reply ? reply.finish : 'stop', message: messageOf(reply) }],
    usage: usageOf(reply),
  };
}

function usageOf(reply: object) {
  const used =
    'usage' in reply ? (reply.usage as { tokensIn: number; tokensOut: number }) : { tokensIn: 900, tokensOut: 100 };
  const { tokensIn, tokensOut } = used;
  return { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut };
}

function messageOf(reply: Exclude<ChatReply, 'cut' | { status: number } | { body: string }>) {
  if ('refusal' in reply) return { role: 'assistant', content: null, refusal: reply.refusal };
  if ('content' in reply) return { role: 'assistant', content: reply.content, refusal: null };
  const content = JSON.stringify(reply.json);
  return { role: 'assistant', content: reply.fenced ? `\`\`\`json\n${content}\n\`\`\`` : content, refusal: null };
}
