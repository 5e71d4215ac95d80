import type { Telegram } from 'telegraf';
import type { Messenger, Outgoing, SendOutcome } from '../../delivery/messenger.ts';
import type { Button } from '../../delivery/outbox.ts';
import { outcomeOfError } from './outcome.ts';

/** A call that takes longer is cut: nobody knows then whether the message arrived. */
const CALL_TIMEOUT_MS = 30_000;

/** A forum's general topic; Telegram refuses to be told it. */
const GENERAL_THREAD = 1;

export interface TelegramMessengerOptions {
  /** Up to 1,000 messages a second, at 0.1 Star each beyond the free 30. */
  readonly paidBroadcast: boolean;
  readonly timeoutMs?: number;
}

/** The messenger over Telegram's Bot API: HTML, no link previews, one call a message. */
export function createTelegramMessenger(telegram: Telegram, options: TelegramMessengerOptions): Messenger {
  const timeoutMs = options.timeoutMs ?? CALL_TIMEOUT_MS;
  return { send: (outgoing) => send(telegram, toPayload(outgoing, options.paidBroadcast), timeoutMs) };
}

async function send(telegram: Telegram, payload: Payload, timeoutMs: number): Promise<SendOutcome> {
  const cut = new AbortController();
  const timeout = setTimeout(() => cut.abort(), timeoutMs);
  try {
    const message = await telegram.callApi('sendMessage', payload, { signal: cut.signal as TelegrafSignal });
    return { kind: 'sent', messageId: message.message_id };
  } catch (error) {
    return outcomeOfError(error);
  } finally {
    clearTimeout(timeout);
  }
}

/** Telegraf is typed for a package that stood in for the AbortSignal which Node has had since. */
type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

type Payload = ReturnType<typeof toPayload>;

function toPayload({ chatId, threadId, message, silent }: Outgoing, paidBroadcast: boolean) {
  return {
    chat_id: chatId,
    text: message.html,
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    disable_notification: silent,
    ...(threadId !== undefined && threadId !== GENERAL_THREAD && { message_thread_id: threadId }),
    ...(message.buttons.length > 0 && { reply_markup: { inline_keyboard: message.buttons.map(toKeyboardRow) } }),
    ...(paidBroadcast && { allow_paid_broadcast: true }),
  };
}

function toKeyboardRow(buttons: readonly Button[]) {
  return buttons.map((button) =>
    'url' in button ? { text: button.label, url: button.url } : { text: button.label, callback_data: button.action },
  );
}
