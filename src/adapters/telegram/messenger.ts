import type { Telegram } from 'telegraf';
import type { Edit, EditOutcome, Messenger, Outgoing, SendOutcome } from '../../delivery/messenger.ts';
import type { Button, Message } from '../../delivery/outbox.ts';
import type { TelegrafSignal } from './client.ts';
import { outcomeOfEditError, outcomeOfError } from './outcome.ts';

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

  async function send(outgoing: Outgoing): Promise<SendOutcome> {
    try {
      const payload = toPayload(outgoing, options.paidBroadcast);
      const sent = await within(timeoutMs, (signal) => telegram.callApi('sendMessage', payload, { signal }));
      return { kind: 'sent', messageId: sent.message_id };
    } catch (error) {
      return outcomeOfError(error);
    }
  }

  async function edit({ chatId, messageId, message }: Edit): Promise<EditOutcome> {
    try {
      const payload = { chat_id: chatId, message_id: messageId, ...toText(message) };
      await within(timeoutMs, (signal) => telegram.callApi('editMessageText', payload, { signal }));
      return { kind: 'edited' };
    } catch (error) {
      return outcomeOfEditError(error);
    }
  }

  return { send, edit };
}

async function within<T>(ms: number, call: (signal: TelegrafSignal) => Promise<T>): Promise<T> {
  const cut = new AbortController();
  const timeout = setTimeout(() => cut.abort(), ms);
  try {
    return await call(cut.signal as TelegrafSignal);
  } finally {
    clearTimeout(timeout);
  }
}

function toPayload({ chatId, threadId, message, silent }: Outgoing, paidBroadcast: boolean) {
  return {
    chat_id: chatId,
    ...toText(message),
    disable_notification: silent,
    ...(threadId !== undefined && threadId !== GENERAL_THREAD && { message_thread_id: threadId }),
    ...(paidBroadcast && { allow_paid_broadcast: true }),
  };
}

function toText({ html, buttons }: Message) {
  return {
    text: html,
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons.map(toKeyboardRow) } }),
  };
}

function toKeyboardRow(buttons: readonly Button[]) {
  return buttons.map((button) =>
    'url' in button ? { text: button.label, url: button.url } : { text: button.label, callback_data: button.action },
  );
}
