import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createChat } from '../../../src/adapters/model/chat.ts';
import { type ChatReply, type ChatRequest, type ModelService, startModelService } from '../../support/openai-server.ts';

const SHAPE = z.object({ sentence: z.string() });
const QUESTION = {
  name: 'lead',
  turns: [{ role: 'user', content: 'What matters most?' }],
  shape: SHAPE,
  maxOutputTokens: 500,
} as const;
const GOOD = { json: { sentence: 'The river is shared.' } };
const USED = { tokensIn: 900, tokensOut: 100 };

let service: ModelService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

async function replyTo(answer: (request: ChatRequest, call: number) => ChatReply, apiKey: string | undefined = 'key') {
  service = await startModelService(answer);
  const ask = createChat({ apiKey, baseUrl: service.baseUrl, model: 'a-model' });
  return ask(QUESTION);
}

it('asks for strict JSON of the shape, and gives the answer with the tokens it took', async () => {
  expect(await replyTo(() => GOOD)).toEqual({ kind: 'answer', answer: GOOD.json, usage: USED });
  const [call] = service?.calls ?? [];
  expect(call).toMatchObject({
    path: '/v1/chat/completions',
    authorization: 'Bearer key',
    model: 'a-model',
    max_tokens: 500,
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  });
});

it('needs no key for a service of one’s own', async () => {
  expect(await replyTo(() => GOOD, undefined)).toMatchObject({ kind: 'answer' });
});

it('asks a service that knows no JSON schemas for plain JSON, and remembers that', async () => {
  service = await startModelService(({ response_format }) =>
    response_format.type === 'json_schema' ? { status: 400, message: 'response_format is not supported' } : GOOD,
  );
  const ask = createChat({ apiKey: 'key', baseUrl: service.baseUrl, model: 'a-model' });
  expect(await ask(QUESTION)).toMatchObject({ kind: 'answer' });
  expect(await ask(QUESTION)).toMatchObject({ kind: 'answer' });
  expect(service.calls.map(({ response_format }) => response_format.type)).toEqual([
    'json_schema',
    'json_object',
    'json_object',
  ]);
});

it('calls the most tokens as the service wants them called', async () => {
  expect(
    await replyTo(({ max_tokens }) =>
      max_tokens === undefined ? GOOD : { status: 400, message: "use 'max_completion_tokens', not 'max_tokens'" },
    ),
  ).toMatchObject({ kind: 'answer' });
});

it('takes JSON between fences, as some models put it', async () => {
  expect(await replyTo(() => ({ ...GOOD, fenced: true }))).toMatchObject({ kind: 'answer', answer: GOOD.json });
});

it('tries again after a 429 when the service says so, and after a 500', async () => {
  const reply = await replyTo((_, call) => {
    if (call === 1) return { status: 429, headers: { 'retry-after': '0' } };
    return call === 2 ? { status: 500, headers: { 'retry-after-ms': '1' } } : GOOD;
  });
  expect(reply).toMatchObject({ kind: 'answer' });
  expect(service?.calls).toHaveLength(3);
});

it.each<[string, ChatReply, string]>([
  ['a refusal', { refusal: 'I cannot help with that.' }, 'refused'],
  ['a filtered answer', { content: '', finish: 'content_filter' }, 'refused'],
  ['an answer that was cut off', { content: '{"sentence": "The ri', finish: 'length' }, 'cut-off'],
  ['an empty answer', { content: '' }, 'empty'],
  ['an answer of null', { content: null }, 'empty'],
  ['an answer that is no JSON', { content: 'Sure! Here is the sentence.' }, 'malformed'],
  ['an answer of another shape', { json: { sentences: ['The river is shared.'] } }, 'malformed'],
  ['no choices at all', { body: '{"id": "x", "choices": []}' }, 'empty'],
  ['a body that is no JSON', { body: '<html>Bad gateway</html>' }, 'malformed'],
  ['a 429 that does not end', { status: 429, headers: { 'retry-after-ms': '1' } }, 'busy'],
  ['a 503 that does not end', { status: 503, headers: { 'retry-after-ms': '1' } }, 'unreachable'],
  ['a connection that is cut', 'cut', 'unreachable'],
  ['a wrong key', { status: 401 }, 'declined'],
  ['an unknown model', { status: 404 }, 'declined'],
])('tells %s apart', async (_, answer, why) => {
  expect(await replyTo(() => answer)).toMatchObject({ kind: 'none', why });
});

it('gives up a service that stalls', async () => {
  service = await startModelService(() => new Promise(() => undefined));
  const ask = createChat({ apiKey: 'key', baseUrl: service.baseUrl, model: 'a-model', timeoutMs: 30 });
  expect(await ask(QUESTION)).toMatchObject({ kind: 'none', why: 'unreachable' });
  expect(service.calls).toHaveLength(3);
});

it('counts the tokens of an answer that is of no use', async () => {
  expect(await replyTo(() => ({ content: 'rubbish' }))).toMatchObject({ kind: 'none', usage: USED });
});
