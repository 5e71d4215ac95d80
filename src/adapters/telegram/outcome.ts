import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { EditOutcome, SendOutcome } from '../../delivery/messenger.ts';
import { withoutToken } from '../without-token.ts';
import type { CallResult } from './api-call.ts';

/** Telegram says how long to wait; a proxy before it may not. */
const WAIT_UNSAID_SECONDS = 5;

const CHAT_GONE = /chat not found|user not found|deactivated|group chat was deleted|PEER_ID_INVALID|CHAT_ID_INVALID/i;
const TOPIC_GONE = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED|TOPIC_ID_INVALID/i;
const NOT_MODIFIED = 'message is not modified';

/** A gateway answers so where what stands behind it may have been at work on the call. */
const GATEWAY_FAULTS: ReadonlySet<number> = new Set([502, 504]);

const SENT = z.object({ ok: z.literal(true), result: z.object({ message_id: z.number() }) });
const DONE = z.object({ ok: z.literal(true) });
const REFUSED = z.object({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number(), migrate_to_chat_id: z.number() }).partial().default({}),
});

type Refusal = z.infer<typeof REFUSED>;
type FailedOutcome = Exclude<SendOutcome, { readonly kind: 'sent' }>;
type Unanswered = Extract<SendOutcome, { readonly kind: 'unreachable' | 'unknown' }>;

/** Reads what became of a message from what came of its call. */
export function outcomeOfSend(called: CallResult): SendOutcome {
  if (called.kind === 'fault') return outcomeOfFault(called.written, called.fault);
  const answer = parsed(called.body);
  const sent = SENT.safeParse(answer);
  return sent.success ? { kind: 'sent', messageId: sent.data.result.message_id } : outcomeOf(called.status, answer);
}

/** The same for an edit: a message that says so already is as good as edited. */
export function outcomeOfEdit(called: CallResult): EditOutcome {
  if (called.kind === 'fault') return outcomeOfFault(called.written, called.fault);
  const answer = parsed(called.body);
  if (DONE.safeParse(answer).success) return { kind: 'edited' };
  const outcome = outcomeOf(called.status, answer);
  if (outcome.kind === 'refused' && outcome.error.includes(NOT_MODIFIED)) return { kind: 'edited' };
  return outcome.kind === 'topic-gone' ? { kind: 'refused', error: outcome.error } : outcome;
}

/** What is not JSON is no answer of Telegram's. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function outcomeOfFault(written: boolean, fault: Error): Unanswered {
  const error = withoutToken(fault.message || fault.name);
  return { kind: written ? 'unknown' : 'unreachable', error };
}

function outcomeOf(status: number, answer: unknown): FailedOutcome {
  const refusal = REFUSED.safeParse(answer);
  return refusal.success ? outcomeOfRefusal(refusal.data) : outcomeOfStranger(status);
}

/** Something between us and Telegram answered, or Telegram said yes in a way that cannot be read. */
function outcomeOfStranger(status: number): FailedOutcome {
  const error = `${status}: ${STATUS_CODES[status] ?? 'no answer of Telegram'}`;
  if (status === 429) return { kind: 'wait', seconds: WAIT_UNSAID_SECONDS };
  return { kind: status < 300 || GATEWAY_FAULTS.has(status) ? 'unknown' : 'unreachable', error };
}

function outcomeOfRefusal({ error_code: code, description, parameters }: Refusal): FailedOutcome {
  const error = `${code}: ${description}`;
  switch (code) {
    case 429:
      return { kind: 'wait', seconds: parameters.retry_after ?? WAIT_UNSAID_SECONDS };
    case 401:
      return { kind: 'unauthorised' };
    case 403:
      return { kind: 'chat-gone', error };
    case 400:
      return outcomeOfBadRequest(error, parameters.migrate_to_chat_id);
    case 413:
      return { kind: 'refused', error };
    default:
      // Telegram's own 5xx, and what it never says to a good call (404, 409 …): no verdict on the message.
      return { kind: 'unreachable', error };
  }
}

function outcomeOfBadRequest(error: string, movedTo: number | undefined): FailedOutcome {
  if (movedTo !== undefined) return { kind: 'migrated', to: movedTo };
  if (TOPIC_GONE.test(error)) return { kind: 'topic-gone', error };
  if (CHAT_GONE.test(error)) return { kind: 'chat-gone', error };
  return { kind: 'refused', error };
}
