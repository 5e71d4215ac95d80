/** What a method answers: a result, or a refusal in Telegram's words. */
export type Answer<T = unknown> = Accepted<T> | Refusal;

export type Accepted<T> = { ok: true; result: T };

export type Refusal = {
  ok: false;
  error_code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number } | undefined;
};

export function accept<T>(result: T): Accepted<T> {
  return { ok: true, result };
}

export function badRequest(words: string): Refusal {
  return { ok: false, error_code: 400, description: `Bad Request: ${words}` };
}

export function forbidden(words: string): Refusal {
  return { ok: false, error_code: 403, description: `Forbidden: ${words}` };
}

export function conflict(words: string): Refusal {
  return { ok: false, error_code: 409, description: `Conflict: ${words}` };
}

export function tooManyRequests(seconds: number): Refusal {
  return {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  };
}

export const unauthorized: Refusal = { ok: false, error_code: 401, description: 'Unauthorized' };
export const unknownMethod: Refusal = { ok: false, error_code: 404, description: 'Not Found: method not found' };
export const notFound: Refusal = { ok: false, error_code: 404, description: 'Not Found' };
