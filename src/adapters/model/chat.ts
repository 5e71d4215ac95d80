import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletion, ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { z } from 'zod';
import type { NoAnswer } from '../../briefing/model.ts';

export interface ChatOptions {
  /** Undefined for a service of one's own that wants none. */
  readonly apiKey: string | undefined;
  /** Undefined for OpenAI's. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  /** How long the service may take for one try, in milliseconds. */
  readonly timeoutMs?: number;
}

/** One turn of the conversation, the service's own words for it. */
export interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Question<T> {
  readonly name: string;
  readonly turns: readonly Turn[];
  readonly shape: z.ZodType<T>;
  readonly maxOutputTokens: number;
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Tokens are paid for whatever the answer is good for. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly answer: T; readonly usage: Usage }
  | { readonly kind: 'none'; readonly why: Exclude<NoAnswer, 'no-budget'>; readonly usage: Usage };

/** One question to the service, with its retries; never throws. */
export type Ask = <T>(question: Question<T>) => Promise<Reply<T>>;

const TIMEOUT_MS = 30_000;
/** With its retries and the waits that the service asks for, a question may take so long; nobody waits for it. */
const LONGEST_MS = 120_000;
const RETRIES = 2;
const NOTHING_USED: Usage = { tokensIn: 0, tokensOut: 0 };

/**
 * A service that speaks OpenAI's chat completions over HTTP: OpenAI itself, or Ollama, vLLM, a proxy. The client
 * retries 429 and 5xx after the service's `retry-after`. A service that knows no JSON schemas, or calls the most
 * tokens otherwise, says so with a 400 once; from then on it is asked as it can be.
 */
export function createChat({ apiKey, baseUrl, model, timeoutMs = TIMEOUT_MS }: ChatOptions): Ask {
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries: RETRIES,
    logLevel: 'off',
  });
  const dialect = { schemas: true, completionTokens: baseUrl === undefined };

  async function complete<T>(question: Question<T>): Promise<ChatCompletion> {
    const { name, turns, shape, maxOutputTokens } = question;
    const request: ChatCompletionCreateParamsNonStreaming = {
      model,
      messages: turns.map(({ role, content }) => ({ role, content })),
      response_format: dialect.schemas ? zodResponseFormat(shape, name) : { type: 'json_object' },
      [dialect.completionTokens ? 'max_completion_tokens' : 'max_tokens']: maxOutputTokens,
      ...(thinks(model) ? { reasoning_effort: 'low' } : {}),
    };
    try {
      return await client.chat.completions.create(request, { signal: AbortSignal.timeout(LONGEST_MS) });
    } catch (error) {
      if (!(error instanceof OpenAI.BadRequestError) || !adapt(dialect, error.message)) throw error;
      return complete(question);
    }
  }

  return async (question) => {
    try {
      return readReply(await complete(question), question.shape);
    } catch (error) {
      return { kind: 'none', why: faultOf(error), usage: NOTHING_USED };
    }
  };
}

/** Models that think before they answer, and would think long about a summary. */
function thinks(model: string): boolean {
  return /(^|\/)(gpt-5|o\d)/.test(model);
}

/** Learns from a refusal how the service wants to be asked; false where it said nothing of the kind. */
function adapt(dialect: { schemas: boolean; completionTokens: boolean }, complaint: string): boolean {
  if (dialect.schemas && /response_format|json_schema|schema/i.test(complaint)) {
    dialect.schemas = false;
    return true;
  }
  if (dialect.completionTokens && /max_completion_tokens/.test(complaint)) {
    dialect.completionTokens = false;
    return true;
  }
  if (!dialect.completionTokens && /max_tokens/.test(complaint)) {
    dialect.completionTokens = true;
    return true;
  }
  return false;
}

function readReply<T>({ choices, usage }: ChatCompletion, shape: z.ZodType<T>): Reply<T> {
  const used = { tokensIn: usage?.prompt_tokens ?? 0, tokensOut: usage?.completion_tokens ?? 0 };
  const none = (why: Exclude<NoAnswer, 'no-budget'>): Reply<T> => ({ kind: 'none', why, usage: used });
  const choice = choices?.[0];
  if (choice?.finish_reason === 'content_filter' || choice?.message?.refusal) return none('refused');
  if (choice?.finish_reason === 'length') return none('cut-off');
  const content = choice?.message?.content?.trim() ?? '';
  if (content === '') return none('empty');
  const parsed = shape.safeParse(parseJson(content));
  return parsed.success ? { kind: 'answer', answer: parsed.data, usage: used } : none('malformed');
}

/** Some models put their JSON between fences, whatever they were asked. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^```(?:json)?\s*|\s*```$/g, ''));
  } catch {
    return undefined;
  }
}

function faultOf(error: unknown): Exclude<NoAnswer, 'no-budget'> {
  if (error instanceof OpenAI.RateLimitError) return 'busy';
  if (error instanceof OpenAI.APIUserAbortError) return 'unreachable';
  if (error instanceof OpenAI.APIConnectionError || error instanceof OpenAI.InternalServerError) return 'unreachable';
  // A body that is no JSON is thrown as a plain SyntaxError.
  return error instanceof OpenAI.APIError ? 'declined' : 'malformed';
}
