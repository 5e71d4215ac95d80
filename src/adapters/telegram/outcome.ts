import { TelegramError } from 'telegraf';
import type { EditOutcome, SendOutcome } from '../../delivery/messenger.ts';
import { withoutToken } from '../without-token.ts';

type FailedOutcome = Exclude<SendOutcome, { readonly kind: 'sent' }>;

/** Telegram says how long to wait; a proxy before it may not. */
const WAIT_UNSAID_SECONDS = 5;

const CHAT_GONE = /chat not found|user not found|deactivated|group chat was deleted|PEER_ID_INVALID|CHAT_ID_INVALID/i;
const TOPIC_GONE = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED|TOPIC_ID_INVALID/i;

/** Faults before a single byte of the call was written: name lookup, connecting, the certificate. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$|CERT|TLS|SSL|UNABLE_TO_/;

/** Reads what became of a call from what Telegraf threw. */
export function outcomeOfError(error: unknown): FailedOutcome {
  return error instanceof TelegramError ? outcomeOfAnswer(error) : outcomeOfFault(error);
}

/** The same for an edit: a message that says so already is as good as edited. */
export function outcomeOfEditError(error: unknown): EditOutcome {
  if (error instanceof TelegramError && error.description.includes('message is not modified'))
    return { kind: 'edited' };
  const outcome = outcomeOfError(error);
  if (outcome.kind === 'topic-gone') return { kind: 'refused', error: outcome.error };
  return outcome;
}

function outcomeOfAnswer({ code, description, parameters }: TelegramError): FailedOutcome {
  const error = `${code}: ${description}`;
  switch (code) {
    case 429:
      return { kind: 'wait', seconds: parameters?.retry_after ?? WAIT_UNSAID_SECONDS };
    case 401:
      return { kind: 'unauthorised' };
    case 403:
      return { kind: 'chat-gone', error };
    case 400:
      return outcomeOfBadRequest(error, parameters?.migrate_to_chat_id);
    case 413:
      return { kind: 'refused', error };
    default:
      // 5xx, and what only something between us and Telegram answers (404, 407 …): no verdict on the message.
      return { kind: 'unreachable', error };
  }
}

function outcomeOfBadRequest(error: string, movedTo: number | undefined): FailedOutcome {
  if (movedTo !== undefined) return { kind: 'migrated', to: movedTo };
  if (TOPIC_GONE.test(error)) return { kind: 'topic-gone', error };
  if (CHAT_GONE.test(error)) return { kind: 'chat-gone', error };
  return { kind: 'refused', error };
}

function outcomeOfFault(fault: unknown): FailedOutcome {
  const error = withoutToken(fault instanceof Error ? fault.message : String(fault));
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const whileConnecting = NOT_CONNECTED.test(code) || (code === 'ETIMEDOUT' && error.includes('reason: connect '));
  return { kind: whileConnecting ? 'unreachable' : 'unknown', error };
}
