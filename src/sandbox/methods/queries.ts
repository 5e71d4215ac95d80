import { z } from 'zod';
import { accept, badRequest } from '../answer.ts';
import { visibleLength } from '../formatting/tidy.ts';
import type { Method } from './method.ts';

const TOO_LATE = 'query is too old and response timeout expired or query ID is invalid';
const ANSWER_MAX = 200;
const RESULTS_MAX = 50;
const ID_MAX_BYTES = 64;

export const answerCallbackQuery: Method = ({ queries, params }) => {
  const id = params.text('callback_query_id') ?? '';
  const text = params.text('text') || undefined;
  if (!queries.callbacks.waits(id)) return badRequest(TOO_LATE);
  if (text !== undefined && visibleLength(text) > ANSWER_MAX) return badRequest('MESSAGE_TOO_LONG');
  const answer = { text, alert: params.flag('show_alert'), url: params.text('url') || undefined };
  const inTime = queries.callbacks.answer(id, answer);
  return inTime ? accept(true) : badRequest(TOO_LATE);
};

const results = z.array(z.looseObject({ type: z.string(), id: z.coerce.string() }));

export const answerInlineQuery: Method = ({ queries, params }) => {
  const id = params.text('inline_query_id') ?? '';
  if (!queries.inline.waits(id)) return badRequest(TOO_LATE);
  const read = results.safeParse(params.json('results'));
  if (!read.success) return badRequest("can't parse inline query results JSON object");
  if (read.data.length > RESULTS_MAX) return badRequest('too many inline query results specified');
  const ids = read.data.map(({ id }) => id);
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > ID_MAX_BYTES)) return badRequest('RESULT_ID_INVALID');
  if (new Set(ids).size < ids.length) return badRequest('RESULT_ID_DUPLICATE');
  const answer = { results: read.data, nextOffset: params.text('next_offset') ?? '' };
  const inTime = queries.inline.answer(id, answer);
  return inTime ? accept(true) : badRequest(TOO_LATE);
};
